package io.tummler.introduction;

import io.tummler.api.Allowance;
import io.tummler.api.Button;
import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.Exclusions;
import io.tummler.api.Match;
import io.tummler.api.Matching;
import io.tummler.api.MemberId;
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
import java.util.function.Predicate;

/** {@code introduction.ask:NEED}: the owner of a need wants those who could help to be asked. */
@Singleton
class AskAction implements ButtonAction {
    static final String NAME = "introduction.ask";
    /** So that nobody has the whole community asked, need after need. */
    static final int ASKED_A_DAY = 10;

    private final Matching matching;
    private final Members members;
    private final IntroductionDesk desk;
    private final AskedBefore before;
    private final Rounds rounds;
    private final Restraints restraints;
    private final Exclusions exclusions;
    private final Allowance allowance;
    private final Clock clock;

    AskAction(
            Matching matching,
            Members members,
            IntroductionDesk desk,
            AskedBefore before,
            Rounds rounds,
            Restraints restraints,
            Exclusions exclusions,
            Allowance allowance,
            Clock clock) {
        this.matching = matching;
        this.members = members;
        this.desk = desk;
        this.before = before;
        this.rounds = rounds;
        this.restraints = restraints;
        this.exclusions = exclusions;
        this.allowance = allowance;
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
        if (!desk.settings(call.community()).enabled()) return Message.of(new Says.SwitchedOff());
        if (!members.consents(call.member(), Purpose.INTRODUCTIONS))
            return Message.of(
                    new Says.ConsentFirst(),
                    new Button(new Says.AgreeAndAsk(), Button.Style.SUCCESS, Agree.NAME, Agree.argument(need.get())));
        // What comes of it is a question, too, which would not reach whoever wants none.
        if (restraints.isPaused(call.member())) return Message.of(new Says.PausedYourself(), Pause.goOn());
        return ask(need.get());
    }

    private Optional<Statement> need(Call call) {
        return call.id()
                .flatMap(id -> matching.find(new StatementId(id)))
                .filter(statement ->
                        statement.owner().equals(call.member()) && statement.kind() == Statement.Kind.NEED);
    }

    /**
     * The asker is told the same however many are asked, and hears the end of it at the same moment whatever they say. Who
     * was asked before or is apart from the asker is taken up as well, and only not asked; see {@link Rounds}.
     */
    private Message ask(Statement need) {
        List<IntroductionRow> open = desk.openTo(need.owner().value(), need.id().value());
        if (!open.isEmpty())
            return Message.of(new Says.AskingAlready(need.wording(), Questions.until(open.getFirst())));
        List<Rounds.Taken> round = rounds.of(need);
        if (round.isEmpty()) return Message.of(new Says.NobodyNow(need.wording()));
        if (!allowance.take(need.community(), need.owner(), Allowance.Act.ASKING, ASKED_A_DAY))
            return Message.of(new Says.AskedEnough(ASKED_A_DAY));
        Instant now = clock.instant();
        desk.propose(round, now, notAgain(need, round));
        Instant due = now.plus(desk.settings(need.community()).answerWithin());
        return Message.of(
                new Says.Asking(need.wording(), due.atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    private Predicate<Match> notAgain(Statement need, List<Rounds.Taken> round) {
        Predicate<Match> asked = before.asked(need);
        Set<MemberId> apart = exclusions.apart(
                need.community(),
                need.owner(),
                round.stream().map(taken -> taken.match().offer().owner()).toList());
        return match -> asked.test(match) || apart.contains(match.offer().owner());
    }

    /** {@code introduction.agree:PURPOSE.VERSION.NEED}: consents to introductions and asks, in one go. */
    @Singleton
    static class Agree implements ButtonAction {
        static final String NAME = "introduction.agree";
        private static final String TO = Purpose.INTRODUCTIONS.stated() + ".";

        private final Members members;
        private final IntroductionDesk desk;
        private final AskAction ask;

        Agree(Members members, IntroductionDesk desk, AskAction ask) {
            this.members = members;
            this.desk = desk;
            this.ask = ask;
        }

        @Override
        public String name() {
            return NAME;
        }

        static String argument(Statement need) {
            return TO + need.id();
        }

        @Override
        public Message press(Call call) {
            // A button that no longer leads to anybody being asked is no consent to anything, nor is one to what the
            // purpose was before.
            if (call.argument().startsWith(TO)
                    && ask.need(call).isPresent()
                    && desk.settings(call.community()).enabled())
                members.grant(call.member(), Purpose.INTRODUCTIONS, call.quoted());
            return ask.press(call);
        }
    }
}
