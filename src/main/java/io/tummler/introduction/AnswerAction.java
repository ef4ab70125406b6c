package io.tummler.introduction;

import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** {@code introduction.accept:ID} and {@code introduction.decline:ID}: first the helper's answer, then the asker's. */
final class AnswerAction {
    private AnswerAction() {}

    /** Whether it is this member's turn to answer; the other one's buttons do nothing here. */
    private static boolean isTurnOf(IntroductionRow row, Call call) {
        return row.turn().filter(call.member()::equals).isPresent();
    }

    private static Message notNow(IntroductionRow row, Call call) {
        return Message.of(row.isOf(call.member()) ? new Says.Overtaken() : new Says.NotForYou());
    }

    @Singleton
    static class Accept implements ButtonAction {
        static final String NAME = "introduction.accept";

        private final IntroductionDesk desk;
        private final Meetings meetings;
        private final Rings rings;
        private final KeptApart apart;
        private final Restraints restraints;

        Accept(IntroductionDesk desk, Meetings meetings, Rings rings, KeptApart apart, Restraints restraints) {
            this.desk = desk;
            this.meetings = meetings;
            this.rings = rings;
            this.apart = apart;
            this.restraints = restraints;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Message press(Call call) {
            return call.id()
                    .flatMap(desk::find)
                    .map(row -> accept(row, call))
                    .orElseGet(() -> Message.of(new Says.Overtaken()));
        }

        private Message accept(IntroductionRow row, Call call) {
            if (!isTurnOf(row, call)) return notNow(row, call);
            restraints.answered(call.member());
            if (!desk.settings(row.community()).enabled()) return later(row);
            if (row.isOfRing())
                return Message.of(
                        rings.accept(row) ? new Says.RingConnecting() : new Says.RingAccepted(Questions.until(row)));
            if (isOutOfTheQuestion(row)) {
                // The asker's yes ends in the same silence as none; the helper's is not passed on.
                if (row.state == State.ASKED) desk.move(row, State.Event.NO);
                return Message.of(new Says.Overtaken());
            }
            var topic = new Wording(row.topic);
            if (row.broker == null && row.state == State.ASKED && desk.areApart(row)) {
                apart.acceptInVain(row);
                return Message.of(new Says.HelperAccepted(row.topicFor(row.helpedBy())));
            }
            if (row.state == State.ACCEPTED && desk.areApart(row)) {
                // For good, or whoever takes exclusions back one by one could ask again after each.
                desk.move(row, State.Event.NO);
                return Message.of(new Says.Overtaken());
            }
            if (!desk.move(row, State.Event.YES)) return notNow(row, call);
            if (row.state == State.ACCEPTED) {
                desk.helperAccepts(row);
                return Message.of(new Says.HelperAccepted(row.topicFor(row.helpedBy())));
            }
            meetings.connect(row);
            return Message.of(new Says.Connecting(topic));
        }

        /** A trade or a role changed since they were matched. What a broker proposed is looked at after the first yes. */
        private boolean isOutOfTheQuestion(IntroductionRow row) {
            boolean later = row.broker != null && row.state == State.ASKED;
            return !later && !desk.mayMeet(row);
        }

        private Message asked(IntroductionRow row) {
            return row.isOfRing() ? rings.question(row) : Questions.toHelper(row);
        }

        /** The question stays, to be answered once introductions are switched on again. */
        private Message later(IntroductionRow row) {
            Message question = row.state == State.ASKED ? asked(row) : Questions.toAsker(row);
            return new Message(
                    Stream.concat(Stream.of(new Says.SwitchedOff()), question.sentences().stream())
                            .toList(),
                    question.buttons());
        }
    }

    @Singleton
    static class Decline implements ButtonAction {
        static final String NAME = "introduction.decline";

        private final IntroductionDesk desk;

        private final Restraints restraints;

        Decline(IntroductionDesk desk, Restraints restraints) {
            this.desk = desk;
            this.restraints = restraints;
        }

        @Override
        public String name() {
            return NAME;
        }

        /** Whatever is due stays due at the same time: a no is an answer that nobody hears. */
        @Override
        public Message press(Call call) {
            return call.id()
                    .flatMap(desk::find)
                    .map(row -> decline(row, call))
                    .orElseGet(() -> Message.of(new Says.Overtaken()));
        }

        private Message decline(IntroductionRow row, Call call) {
            if (!isTurnOf(row, call) || !desk.move(row, State.Event.NO)) return notNow(row, call);
            restraints.answered(call.member());
            return Message.of(new Says.Declined());
        }
    }
}
