package io.tummler.credit.rules;

import io.tummler.api.Account;
import io.tummler.api.CreditRule;
import io.tummler.api.Happening;
import io.tummler.api.Members;
import io.tummler.api.Sentence;
import io.tummler.api.Settings;
import io.tummler.api.Transfer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Being thanked earns, by so many thanks of one member a week and so seldom from the same one that thanks keep meaning
 * something and two members can't live off each other.
 *
 * <p>Whoever has just come has no past to look at, and may be somebody who was forgotten and came back. So for the length
 * of the quiet period a new member's thanks earn only whom no other thanks have earned anything in that time: by starting
 * anew nobody gives another member more than by staying.
 */
@Singleton
record Thanked(Settings settings, Members members) implements CreditRule {
    private static final Duration WEEK = Duration.ofDays(7);

    @Override
    public List<Transfer> reward(Happening happening, History history) {
        if (!(happening instanceof Happening.Thanked thanked)) return List.of();
        if (thanked.from().equals(thanked.to())) return List.of();
        if (whyNothing(thanked, history).isPresent()) return List.of();
        return List.of(new Transfer(
                new Account.OfCommunity(thanked.community()),
                new Account.OfMember(thanked.community(), thanked.to()),
                settings.of(thanked.community()).section(CreditSettings.class).thanked(),
                Transfer.Reason.THANKED,
                thanked.cause(),
                thanked.at(),
                Optional.of(thanked.from())));
    }

    @Override
    public Optional<Sentence> whyNothing(Happening happening, History history) {
        if (!(happening instanceof Happening.Thanked thanked)) return Optional.empty();
        CreditSettings credits = settings.of(thanked.community()).section(CreditSettings.class);
        var quiet = credits.pairQuietPeriod();
        Instant since = thanked.at().minus(quiet);
        if (history.count(Transfer.Reason.THANKED, thanked.from(), thanked.to(), since) > 0)
            return Optional.of(new Says.ThankedRecently(thanked.to(), quiet.toDays()));
        if (members.since(thanked.from()).isAfter(since)
                && history.countTo(Transfer.Reason.THANKED, thanked.to(), since) > 0)
            return Optional.of(new Says.ThanksOfSomebodyNew(thanked.to(), quiet.toDays()));
        if (history.countBy(
                        Transfer.Reason.THANKED, thanked.from(), thanked.at().minus(WEEK))
                >= credits.thanksAWeek()) return Optional.of(new Says.ThanksUsedUp(credits.thanksAWeek()));
        return Optional.empty();
    }
}
