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
        Optional<Statement> need = call.id()
                .flatMap(id -> matching.find(new StatementId(id)))
                .filter(statement ->
                        statement.owner().equals(call.member()) && statement.kind() == Statement.Kind.NEED);
        if (need.isEmpty()) return Message.of(new Says.NeedGone());
        if (!members.consents(call.member(), Purpose.INTRODUCTIONS))
            return Message.of(
                    new Says.ConsentFirst(),
                    new Button(new Says.AgreeAndAsk(), Button.Style.SUCCESS, Agree.NAME, call.argument()));
        return ask(need.get());
    }

    /** The asker is told the same however many are asked, and hears the end of it at the same moment whatever they say. */
    private Message ask(Statement need) {
        List<IntroductionRow> pending = desk.pending(need.id().value());
        if (!pending.isEmpty())
            return Message.of(new Says.AskingAlready(need.wording(), Questions.until(pending.getFirst())));
        Set<UUID> before = desk.everProposed(need.id().value());
        List<Match> fresh = matching.helpersFor(need.id(), Integer.MAX_VALUE).stream()
                .filter(match -> !before.contains(match.offer().owner().value()))
                .limit(desk.settings().askAtOnce())
                .toList();
        if (fresh.isEmpty()) return Message.of(new Says.NobodyNow(need.wording()));
        Instant now = clock.instant();
        for (Match match : fresh) desk.propose(match, now);
        Instant due = now.plus(desk.settings().answerWithin());
        return Message.of(
                new Says.Asking(need.wording(), due.atOffset(ZoneOffset.UTC).toLocalDate()));
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
            members.grant(call.member(), Purpose.INTRODUCTIONS);
            return ask.press(call);
        }
    }
}
