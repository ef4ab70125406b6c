package io.tummler.introduction;

import io.tummler.api.Button;
import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.Match;
import io.tummler.api.Matching;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Purpose;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** {@code introduction.ask:NEED}: the owner of a need wants those who could help to be asked. */
@Singleton
class AskAction implements ButtonAction {
    static final String NAME = "introduction.ask";

    private final Matching matching;
    private final Members members;
    private final IntroductionDesk desk;
    private final Clock clock;

    AskAction(Matching matching, Members members, IntroductionDesk desk, Clock clock) {
        this.matching = matching;
        this.members = members;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Message press(Call call) {
        Optional<Statement> need = need(call);
        if (need.isEmpty()) return Message.of(new Says.NeedGone());
        if (!members.consents(call.member(), Purpose.INTRODUCTIONS))
            return Message.of(
                    new Says.ConsentFirst(),
                    new Button(new Says.AgreeAndAsk(), Button.Style.SUCCESS, Agree.NAME, call.argument()));
        return ask(need.get());
    }

    private Optional<Statement> need(Call call) {
        return call.id()
                .flatMap(id -> matching.find(new StatementId(id)))
                .filter(statement ->
                        statement.owner().equals(call.member()) && statement.kind() == Statement.Kind.NEED);
    }

    /**
     * The asker is told the same however many are asked, and hears the end of it at the same moment whatever they say.
     * Those who were asked before come last, and are not asked again.
     */
    private Message ask(Statement need) {
        List<IntroductionRow> open = desk.openTo(need.owner().value(), need.id().value());
        if (!open.isEmpty())
            return Message.of(new Says.AskingAlready(need.wording(), Questions.until(open.getFirst())));
        Set<UUID> askedBefore = desk.offersAsked(need.id().value());
        List<Match> round = matching.helpersFor(need.id(), Integer.MAX_VALUE).stream()
                .sorted(Comparator.comparing(match -> isIn(askedBefore, match)))
                .limit(desk.settings(need.community()).askAtOnce())
                .toList();
        if (round.isEmpty()) return Message.of(new Says.NobodyNow(need.wording()));
        Instant now = clock.instant();
        for (Match match : round) desk.propose(match, now, isIn(askedBefore, match));
        Instant due = now.plus(desk.settings(need.community()).answerWithin());
        return Message.of(
                new Says.Asking(need.wording(), due.atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    private static boolean isIn(Set<UUID> offers, Match match) {
        return offers.contains(match.offer().id().value());
    }

    /** {@code introduction.agree:NEED}: consents to introductions and asks, in one go. */
    @Singleton
    static class Agree implements ButtonAction {
        static final String NAME = "introduction.agree";

        private final Members members;
        private final AskAction ask;

        Agree(Members members, AskAction ask) {
            this.members = members;
            this.ask = ask;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Message press(Call call) {
            // A button that no longer has a need to ask about is no consent to anything.
            if (ask.need(call).isPresent()) members.grant(call.member(), Purpose.INTRODUCTIONS);
            return ask.press(call);
        }
    }
}
