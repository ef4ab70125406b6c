package io.tummler.credit.rules;

import static io.tummler.api.Transfer.Reason.SAID_SO;
import static io.tummler.api.Transfer.Reason.THANKED;

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
import java.util.stream.Stream;

/**
 * Being thanked earns, by so many thanks of one member a week and so seldom from the same one that thanks keep meaning
 * something and two members can't live off each other. Whoever thanks earns a little too: it costs nobody anything to be
 * grateful.
 *
 * <p>Whoever has just come has no past to look at, and may be somebody who was forgotten and came back. So for the length
 * of the quiet period a new member's thanks earn only whom no other thanks have earned anything in that time: whoever starts
 * anew again and again gives another member something once in such a time, and nothing where others give too.
 */
@Singleton
record Thanked(Settings settings, Members members) implements CreditRule {
    private static final Duration WEEK = Duration.ofDays(7);

    @Override
    public List<Transfer> reward(Happening happening, History history) {
        if (!(happening instanceof Happening.Thanked thanked)) return List.of();
        if (whyNothing(thanked, history).isPresent()) return List.of();
        CreditSettings credits = settings.of(thanked.community()).section(CreditSettings.class);
        return Stream.of(
                        Earned.by(thanked, THANKED, thanked.to(), thanked.from(), credits.thanked(), credits, history),
                        Earned.by(thanked, SAID_SO, thanked.from(), thanked.to(), credits.saidSo(), credits, history))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Optional<Sentence> whyNothing(Happening happening, History history) {
        if (!(happening instanceof Happening.Thanked thanked)) return Optional.empty();
        CreditSettings credits = settings.of(thanked.community()).section(CreditSettings.class);
        var quiet = credits.pairQuietPeriod();
        Instant since = thanked.at().minus(quiet);
        Instant remembered = thanked.at().minus(credits.pairMemory());
        if (history.count(THANKED, thanked.from(), thanked.to(), since) > 0)
            return Optional.of(new Says.ThankedRecently(thanked.to(), quiet.toDays()));
        if (members.since(thanked.from()).isAfter(since) && history.countTo(THANKED, thanked.to(), since) > 0)
            return Optional.of(new Says.ThanksOfSomebodyNew(thanked.to(), quiet.toDays()));
        if (history.countBy(THANKED, thanked.from(), thanked.at().minus(WEEK)) >= credits.thanksAWeek())
            return Optional.of(new Says.ThanksUsedUp(credits.thanksAWeek()));
        if (Share.of(credits.thanked(), history.count(THANKED, thanked.from(), thanked.to(), remembered))
                .isEmpty())
            return Optional.of(
                    new Says.ThankedOften(thanked.to(), credits.pairMemory().toDays()));
        return Optional.empty();
    }
}
