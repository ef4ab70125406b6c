package io.tummler.community;

import io.tummler.api.Button;
import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Purpose;
import io.tummler.api.Sentence;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Shows each purpose, whether it is consented to, and the button that changes that. */
@Singleton
class ConsentPanel {
    private final Members members;
    private final PrivacyLink privacy;

    ConsentPanel(Members members, PrivacyLink privacy) {
        this.members = members;
        this.privacy = privacy;
    }

    Message of(MemberId member) {
        List<Sentence> sentences = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        sentences.add(new Says.JoinTitle());
        for (Purpose purpose : Purpose.values()) {
            boolean given = members.consents(member, purpose);
            sentences.add(new Says.PurposeExplained(purpose, given));
            Consents.outdated(member, purpose)
                    .map(at -> at.atOffset(ZoneOffset.UTC).toLocalDate())
                    .ifPresent(day -> sentences.add(new Says.PurposeChanged(day)));
            buttons.add(
                    given
                            ? new Button(
                                    new Says.Stop(purpose),
                                    Button.Style.SECONDARY,
                                    "community.withdraw",
                                    purpose.name())
                            : new Button(
                                    new Says.Allow(purpose),
                                    Button.Style.SUCCESS,
                                    "community.consent",
                                    purpose.stated()));
        }
        sentences.add(new Says.JoinNext(members.consents(member, Purpose.INTRODUCTIONS)));
        privacy.sentence().ifPresent(sentences::add);
        return new Message(sentences, buttons);
    }

    /** What a button is about; empty for one that this version does not make. */
    private static Optional<Purpose> purpose(Call call, Function<Purpose, String> written) {
        return Stream.of(Purpose.values())
                .filter(purpose -> written.apply(purpose).equals(call.argument()))
                .findFirst();
    }

    /** {@code community.join:}, which anybody may press below what is there for everybody: each sees their own. */
    @Singleton
    static class Open implements ButtonAction {
        private final ConsentPanel panel;

        Open(ConsentPanel panel) {
            this.panel = panel;
        }

        @Override
        public String name() {
            return "community.join";
        }

        @Override
        public boolean inPlace() {
            return false;
        }

        @Override
        public Message press(Call call) {
            return panel.of(call.member());
        }
    }

    /** {@code community.consent:PURPOSE.VERSION}. */
    @Singleton
    static class Consent implements ButtonAction {
        private final Members members;
        private final ConsentPanel panel;

        Consent(Members members, ConsentPanel panel) {
            this.members = members;
            this.panel = panel;
        }

        @Override
        public String name() {
            return "community.consent";
        }

        @Override
        public Message press(Call call) {
            purpose(call, Purpose::stated).ifPresent(purpose -> members.grant(call.member(), purpose, call.quoted()));
            return panel.of(call.member());
        }
    }

    /** {@code community.withdraw:PURPOSE}. */
    @Singleton
    static class Withdraw implements ButtonAction {
        private final Members members;
        private final ConsentPanel panel;

        Withdraw(Members members, ConsentPanel panel) {
            this.members = members;
            this.panel = panel;
        }

        @Override
        public String name() {
            return "community.withdraw";
        }

        @Override
        public boolean worksWhenOff() {
            return true;
        }

        @Override
        public Message press(Call call) {
            purpose(call, Purpose::name).ifPresent(purpose -> members.withdraw(call.member(), purpose));
            return panel.of(call.member());
        }
    }
}
