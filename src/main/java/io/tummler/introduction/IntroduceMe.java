package io.tummler.introduction;

import io.tummler.api.Allowance;
import io.tummler.api.Button;
import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.Ids;
import io.tummler.api.Matching;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.MenuEntry;
import io.tummler.api.Message;
import io.tummler.api.PersonRef;
import io.tummler.api.Purpose;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * "Introduce me" in somebody's menu: asks that one whether they would like to meet somebody about one of the caller's
 * needs. The caller chose whom, and learns no more by it than of any helper: whoever takes no part, was asked enough or
 * does not answer looks the same.
 */
@Singleton
class IntroduceMe implements MenuEntry {
    private static final int NEEDS_SHOWN = 5;
    private static final int LABEL_LENGTH = 40;

    private final Matching matching;
    private final Members members;
    private final IntroductionDesk desk;
    private final Restraints restraints;

    IntroduceMe(Matching matching, Members members, IntroductionDesk desk, Restraints restraints) {
        this.matching = matching;
        this.members = members;
        this.desk = desk;
        this.restraints = restraints;
    }

    @Override
    public Spec spec() {
        return new Spec("introduction.introduce-me", new Says.IntroduceMe(), Of.PERSON);
    }

    @Override
    public Message choose(Call call) {
        Optional<PersonRef> whom = call.account(PERSON);
        if (whom.isEmpty()) return Message.of(new Says.MeetBot());
        if (whom.equals(members.person(call.member()))) return Message.of(new Says.MeetYourself());
        Optional<Message> unable = unable(call);
        if (unable.isPresent()) return unable.get();
        // One that is to be read by nobody yet can't be what somebody is asked about who offers nothing of the kind.
        List<Button> needs = matching.needsOf(call.member()).stream()
                .filter(need -> !need.discreet())
                .limit(NEEDS_SHOWN)
                .map(need -> Meet.button(need, whom.get()))
                .toList();
        if (needs.isEmpty()) return Message.of(new Says.MeetNeedFirst());
        return new Message(List.of(new Says.MeetAbout(whom.get())), needs);
    }

    /** Why this caller can't ask for anybody now. */
    private Optional<Message> unable(Call call) {
        if (!desk.settings(call.community()).enabled()) return Optional.of(Message.of(new Says.SwitchedOff()));
        if (!members.consents(call.member(), Purpose.INTRODUCTIONS))
            return Optional.of(Message.of(new Says.MeetConsentFirst()));
        if (restraints.isPaused(call.member())) return Optional.of(Message.of(new Says.PausedYourself(), Pause.goOn()));
        return Optional.empty();
    }

    /**
     * {@code introduction.meet:ACCOUNT.NEED}. By the account, since a button that tells members from others would tell who
     * takes part.
     */
    @Singleton
    static class Meet implements ButtonAction {
        static final String NAME = "introduction.meet";

        private final Matching matching;
        private final Members members;
        private final IntroductionDesk desk;
        private final IntroduceMe menu;
        private final Allowance allowance;
        private final Ids ids;
        private final Clock clock;

        Meet(
                Matching matching,
                Members members,
                IntroductionDesk desk,
                IntroduceMe menu,
                Allowance allowance,
                Ids ids,
                Clock clock) {
            this.matching = matching;
            this.members = members;
            this.desk = desk;
            this.menu = menu;
            this.allowance = allowance;
            this.ids = ids;
            this.clock = clock;
        }

        private static Button button(Statement need, PersonRef whom) {
            return new Button(
                    new Says.MeetAboutLabel(need.wording().beginning(LABEL_LENGTH)),
                    Button.Style.PRIMARY,
                    NAME,
                    whom.id() + "." + need.id());
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Message press(Call call) {
            Optional<Message> unable = menu.unable(call);
            if (unable.isPresent()) return unable.get();
            return call.id()
                    .flatMap(id -> matching.find(new StatementId(id)))
                    .filter(need -> need.owner().equals(call.member()) && need.kind() == Statement.Kind.NEED)
                    .filter(need -> !need.discreet())
                    .map(need -> ask(need, helper(call)))
                    .orElseGet(() -> Message.of(new Says.NeedGone()));
        }

        /** Whom the button names, if that one may be asked. */
        private Optional<MemberId> helper(Call call) {
            String account = call.argument().substring(0, call.argument().lastIndexOf('.'));
            return members.person(call.member())
                    .flatMap(self -> members.find(call.community(), new PersonRef(self.platform(), account)))
                    .filter(member -> members.consents(member, Purpose.INTRODUCTIONS));
        }

        private Message ask(Statement need, Optional<MemberId> helper) {
            List<IntroductionRow> open =
                    desk.openTo(need.owner().value(), need.id().value());
            if (!open.isEmpty())
                return Message.of(new Says.AskingAlready(need.wording(), Questions.until(open.getFirst())));
            if (!allowance.take(need.community(), need.owner(), Allowance.Act.ASKING, AskAction.ASKED_A_DAY))
                return Message.of(new Says.AskedEnough(AskAction.ASKED_A_DAY));
            Instant now = clock.instant();
            Instant due = now.plus(desk.settings(need.community()).answerWithin());
            UUID about = need.id().value();
            // Whoever can't be asked is waited for all the same.
            IntroductionRow row = IntroductionRow.of(
                    ids.next(),
                    need.community(),
                    about,
                    need.owner(),
                    helper.orElse(need.owner()),
                    need.wording(),
                    now,
                    due);
            row.persist();
            if (row.isInVain()) desk.move(row, State.Event.NO);
            else desk.askIfRoom(row);
            return Message.of(new Says.MeetAsking(
                    need.wording(), due.atOffset(ZoneOffset.UTC).toLocalDate()));
        }
    }
}
