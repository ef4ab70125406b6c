package io.tummler.listening;

import static io.tummler.listening.Fakes.ANA;
import static io.tummler.listening.Fakes.BEN;
import static io.tummler.listening.Fakes.CEM;
import static io.tummler.listening.Fakes.COMMUNITY;
import static io.tummler.listening.Fakes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tummler.FakeEvent;
import io.tummler.api.ChannelRef;
import io.tummler.api.ConsentWithdrawn;
import io.tummler.api.Happening;
import io.tummler.api.Listened;
import io.tummler.api.ListeningEnded;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Noticed;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.Purpose;
import io.tummler.api.QuestionAsked;
import io.tummler.api.QuestionUnanswered;
import io.tummler.api.SignalDetector;
import io.tummler.api.SignalDetector.Finding;
import io.tummler.api.Statement;
import io.tummler.api.Tick;
import io.tummler.api.Utterance;
import io.tummler.api.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListeningTest {
    private static final Wording CHAIN = new Wording("how to fix a chain");

    private final Fakes.FakeSettings settings = new Fakes.FakeSettings();
    private final Fakes.FakeMembers members = new Fakes.FakeMembers();
    private final FakeEvent<Noticed> noticed = new FakeEvent<>();
    private final FakeEvent<Happening.Thanked> thanked = new FakeEvent<>();
    private final FakeEvent<QuestionAsked> asked = new FakeEvent<>();
    private final FakeEvent<QuestionUnanswered> unanswered = new FakeEvent<>();
    private final FakeEvent<Listened> listened = new FakeEvent<>();
    private final FakeEvent<ListeningEnded> ended = new FakeEvent<>();
    private final List<Outgoing> said = new ArrayList<>();
    private final Waiting waiting = new Waiting();
    private final Outbox outbox = new Outbox() {
        @Override
        public void put(Outgoing outgoing) {
            said.add(outgoing);
        }

        @Override
        public boolean takeBack(UUID about) {
            return said.removeIf(it ->
                    it instanceof Outgoing.Whisper whisper && whisper.about().contains(about));
        }
    };
    private final List<List<Utterance>> contexts = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Recent recent = new Recent();
    private final Questions questions = new Questions(meters);
    private Instant now = NOON;
    private int messages;

    /** What is written is what is found: "need X", "offer X", "thanks", "thanks anyway", "question", "trouble". */
    private final SignalDetector scripted = (utterance, before) -> {
        contexts.add(before);
        String text = utterance.text();
        if (text.startsWith("need ")) return new Finding.Need(text.substring(5), .8);
        if (text.startsWith("offer ")) return new Finding.Offer(text.substring(6), .8);
        if (text.startsWith("maybe ")) return new Finding.Need(text.substring(6), .69);
        if (text.equals("thanks"))
            return new Finding.Thanks(utterance.mentioned().getFirst(), .9);
        if (text.equals("question")) return new Finding.Question(text, .9);
        return Finding.Nothing.NOTHING;
    };

    private final Listening listening = listening(scripted);
    private final HeldInMemory held = new HeldInMemory(members, recent, questions, listening);

    private Listening listening(SignalDetector... detectors) {
        return new Listening(
                List.of(detectors),
                settings,
                members,
                recent,
                questions,
                new Proposing(members, outbox, new Proposals(), waiting, noticed),
                id -> "fingerprint of " + id,
                thanked,
                asked,
                unanswered,
                listened,
                ended,
                meters);
    }

    @Test
    void what_is_heard_is_told_on_with_whether_it_asks() {
        Utterance asks = hear(ANA, "question");
        Utterance says = hear(ANA, "nothing of note");
        assertThat(listened.events).containsExactly(new Listened(asks, true), new Listened(says, false));
    }

    @Test
    void a_need_is_proposed_to_its_speaker_in_private_with_its_wording() {
        Utterance utterance = hear(ANA, "need how to fix a chain");
        assertThat(said)
                .containsExactly(new Outgoing.Whisper(
                        COMMUNITY,
                        ANA,
                        Message.of(
                                new Says.NeedNoticed("bikes", CHAIN),
                                Confirm.button(new Says.LookForHelp(), Statement.Kind.NEED, CHAIN),
                                Dismiss.button(CHAIN)),
                        List.of(ANA.value(), ANA.value())));
        assertThat(noticed.events).containsExactly(new Noticed(utterance, ANA, Statement.Kind.NEED, CHAIN));
    }

    @Test
    void an_offer_is_proposed_likewise() {
        hear(ANA, "offer lessons");
        var lessons = new Wording("lessons");
        assertThat(said)
                .containsExactly(new Outgoing.Whisper(
                        COMMUNITY,
                        ANA,
                        Message.of(
                                new Says.OfferNoticed("bikes", lessons),
                                Confirm.button(new Says.OfferIt(), Statement.Kind.OFFER, lessons),
                                Dismiss.button(lessons)),
                        List.of(ANA.value(), ANA.value())));
    }

    @Test
    void who_is_thanked_for_an_answer_may_offer_that_help_to_others() {
        hear(ANA, "need how to fix a slipping bicycle chain");
        said.clear();
        hear(BEN, "like this");
        hear(ANA, "thanks", BEN);
        assertThat(said)
                .containsExactly(new Outgoing.Whisper(
                        COMMUNITY,
                        BEN,
                        Message.of(
                                new Says.HelpGiven(ANA, "bikes", new Wording("slipping, bicycle, chain")),
                                Confirm.button(
                                        new Says.OfferIt(),
                                        Statement.Kind.OFFER,
                                        new Wording("slipping, bicycle, chain")),
                                Dismiss.button(new Wording("slipping, bicycle, chain"))),
                        List.of(BEN.value(), ANA.value())));
    }

    @Test
    void what_is_offered_again_is_found_without_looking_at_old_messages_anew() {
        hear(ANA, "need how to fix a slipping bicycle chain");
        hear(BEN, "like this");
        int looks = contexts.size();
        hear(ANA, "thanks", BEN);
        assertThat(contexts).hasSize(looks + 1);
    }

    @Test
    void who_allows_no_direct_messages_is_asked_in_me_out_of_memory() {
        members.direct.remove(ANA);
        hear(ANA, "need how to fix a chain");
        assertThat(said).isEmpty();
        assertThat(noticed.events).hasSize(1);
        assertThat(waiting.show(COMMUNITY, ANA))
                .isEqualTo(Message.of(
                        new Says.NeedNoticed("bikes", CHAIN),
                        Confirm.button(new Says.LookForHelp(), Statement.Kind.NEED, CHAIN),
                        Dismiss.button(CHAIN)));
        assertThat(waiting.export(ANA)).singleElement().asString().contains("how to fix a chain");
        tick(Duration.ofDays(7));
        assertThat(waiting.export(ANA)).hasSize(1);
        tick(Duration.ofSeconds(1));
        assertThat(waiting.export(ANA)).isEmpty();
        assertThat(waiting.show(COMMUNITY, ANA)).isEqualTo(new Message(List.of(), List.of()));
    }

    @Test
    void of_what_waits_in_me_the_last_three_stay() {
        members.direct.remove(ANA);
        for (int day = 0; day < 4; day++) {
            hear(ANA, "need thing number " + day);
            later(Duration.ofDays(1));
        }
        assertThat(waiting.export(ANA)).hasSize(3).noneMatch(it -> it.containsValue("thing number 0"));
    }

    @Test
    void what_was_offered_again_goes_with_the_one_who_thanked_and_with_the_one_who_is_asked() {
        for (MemberId gone : List.of(ANA, BEN)) {
            members.direct.addAll(List.of(ANA, BEN));
            hear(ANA, "need how to fix a slipping bicycle chain");
            hear(ANA, "thanks", BEN);
            members.direct.remove(CEM);
            hear(ANA, "thanks", CEM);
            assertThat(said)
                    .anyMatch(it -> it instanceof Outgoing.Whisper to && to.to().equals(BEN));
            assertThat(waiting.export(CEM)).hasSize(1);
            listening.withdrawn(new ConsentWithdrawn(COMMUNITY, gone, Purpose.LISTENING));
            assertThat(said)
                    .noneMatch(
                            it -> it instanceof Outgoing.Whisper to && to.to().equals(BEN));
            assertThat(waiting.export(CEM)).hasSize(gone.equals(ANA) ? 0 : 1);
            said.clear();
            for (MemberId each : List.of(ANA, BEN, CEM)) listening.forget(each);
        }
    }

    @Test
    void who_is_thanked_without_having_been_asked_anything_is_left_alone() {
        hear(ANA, "thanks", BEN);
        assertThat(said).isEmpty();
    }

    @Test
    void who_is_thanked_and_not_listened_to_is_left_alone() {
        members.listening.remove(BEN);
        hear(ANA, "need how to fix a chain");
        said.clear();
        hear(ANA, "thanks", BEN);
        assertThat(said).isEmpty();
    }

    @Test
    void of_several_findings_in_a_message_the_surest_is_proposed() {
        listening(scripted, (utterance, before) -> new Finding.Offer("surer", .95), scripted)
                .hear(utterance(ANA, "bikes", "p1", "need weaker"));
        assertThat(noticed.events).extracting(Noticed::wording).containsExactly(new Wording("surer"));
        assertThat(said).hasSize(1);
    }

    @Test
    void what_is_less_sure_than_moderators_ask_for_comes_to_nothing() {
        hear(ANA, "maybe a bike");
        assertThat(said).isEmpty();
        assertThat(noticed.events).isEmpty();
    }

    @Test
    void a_member_who_declined_introductions_is_not_asked_about_needs() {
        members.introducible.remove(ANA);
        hear(ANA, "need how to fix a chain");
        assertThat(said).isEmpty();
        assertThat(noticed.events).isEmpty();
    }

    @Test
    void the_same_wording_is_not_proposed_again_within_30_days() {
        hear(ANA, "need how to fix a chain");
        later(Duration.ofDays(30).minusSeconds(1));
        hear(ANA, "need How to fix a CHAIN");
        assertThat(said).hasSize(1);
        later(Duration.ofSeconds(1));
        hear(ANA, "need how to fix a chain");
        hear(BEN, "need how to fix a chain");
        assertThat(said).hasSize(3);
    }

    @Test
    void a_member_is_asked_three_times_a_day_at_most() {
        for (int i = 0; i < 9; i++) hear(ANA, "need thing number " + i);
        assertThat(said).hasSize(3);
        later(Duration.ofDays(1));
        hear(ANA, "need one more thing");
        assertThat(said).hasSize(4);
    }

    @Test
    void other_channels_are_not_listened_to() {
        settings.listening =
                new ListeningSettings(true, List.of(new ChannelRef("#Bikes")), .7, true, Duration.ofHours(24));
        listening.hear(utterance(ANA, "off-topic", "p1", "need how to fix a chain"));
        assertThat(contexts).isEmpty();
        assertThat(recent.count(ANA)).isZero();
        hear(ANA, "need how to fix a chain");
        assertThat(said).hasSize(1);
    }

    @Test
    void a_channel_is_listened_to_by_its_id_whatever_thread_of_it_one_writes_in() {
        settings.listening =
                new ListeningSettings(true, List.of(new ChannelRef(idOf("bikes"))), .7, true, Duration.ofHours(24));
        listening.hear(utterance(ANA, "off-topic", "p1", "need how to fix a chain"));
        assertThat(said).isEmpty();
        listening.hear(utterance(ANA, "bikes", "a thread", "need how to fix a chain"));
        assertThat(said).hasSize(1);
    }

    @Test
    void with_listening_off_nothing_is_heard_and_memory_is_emptied() {
        hear(ANA, "question");
        settings.listening = new ListeningSettings(false, List.of(), .7, true, Duration.ofHours(24));
        hear(BEN, "need a bike");
        tick(Duration.ofDays(2));
        assertThat(said).isEmpty();
        assertThat(unanswered.events).isEmpty();
        assertThat(recent.count(ANA)).isZero();
    }

    @Test
    void with_listening_off_what_was_proposed_and_not_seen_is_taken_back_and_comes_not_back_with_it() {
        members.direct.remove(BEN);
        hear(ANA, "need a bike");
        hear(BEN, "need a pump");
        settings.listening = new ListeningSettings(false, List.of(), .7, true, Duration.ofHours(24));
        tick(Duration.ofSeconds(10));
        assertThat(said).isEmpty();
        assertThat(waiting.export(BEN)).isEmpty();
        settings.listening = new ListeningSettings(true, List.of(), .7, true, Duration.ofHours(24));
        tick(Duration.ofSeconds(10));
        assertThat(said).isEmpty();
        hear(ANA, "need a bike");
        settings.listening = new ListeningSettings(false, List.of(), .7, true, Duration.ofHours(24));
        tick(Duration.ofSeconds(10));
        assertThat(said).isEmpty();
    }

    @Test
    void a_question_to_everybody_is_told() {
        Utterance utterance = hear(ANA, "question");
        assertThat(asked.events)
                .containsExactly(new QuestionAsked(
                        COMMUNITY,
                        ANA,
                        utterance.message(),
                        utterance.place(),
                        utterance.at(),
                        NOON.plus(Duration.ofHours(24))));
    }

    @Test
    void thanks_are_told_with_their_messages_fingerprint_as_the_cause_and_only_the_hour() {
        later(Duration.ofMinutes(59).plusMillis(7));
        Utterance utterance = hear(ANA, "thanks", BEN);
        assertThat(thanked.events)
                .containsExactly(new Happening.Thanked(
                        COMMUNITY, "message:fingerprint of " + utterance.message(), ANA, BEN, NOON));
    }

    @Test
    void thanks_to_somebody_who_takes_no_part_are_not_told() {
        members.introducible.remove(BEN);
        members.listening.remove(BEN);
        hear(ANA, "thanks", BEN);
        assertThat(thanked.events).isEmpty();
    }

    @Test
    void thanks_of_a_member_to_oneself_are_not_told() {
        hear(ANA, "thanks", ANA);
        assertThat(thanked.events).isEmpty();
    }

    @Test
    void thanks_are_not_told_where_moderators_switched_them_off() {
        settings.listening = new ListeningSettings(true, List.of(), .7, false, Duration.ofHours(24));
        hear(ANA, "thanks", BEN);
        assertThat(thanked.events).isEmpty();
    }

    @Test
    void a_question_that_nobody_answers_is_told_once_after_a_day() {
        Utterance question = hear(ANA, "question");
        tick(Duration.ofHours(24).minusSeconds(1));
        assertThat(unanswered.events).isEmpty();
        tick(Duration.ofSeconds(1));
        tick(Duration.ofDays(1));
        assertThat(unanswered.events)
                .containsExactly(new QuestionUnanswered(
                        COMMUNITY, ANA, question.message(), "p1", question.at(), NOON.plus(Duration.ofHours(24))));
    }

    @Test
    void an_answer_that_comes_when_it_is_due_already_is_too_late_whenever_the_clock_ticks() {
        hear(ANA, "question");
        later(Duration.ofHours(24));
        hear(BEN, "try this");
        assertThat(unanswered.events)
                .singleElement()
                .extracting(QuestionUnanswered::due)
                .isEqualTo(now);
        assertThat(questions.count(ANA)).isZero();
    }

    @Test
    void what_another_says_next_answers_a_question_however_late() {
        hear(ANA, "question");
        hear(ANA, "I mean it");
        later(Duration.ofHours(5));
        hear(BEN, "try this");
        assertUnanswered();
    }

    @Test
    void talk_with_somebody_else_another_place_or_another_question_is_no_answer() {
        hear(ANA, "question");
        hear(BEN, "hello", CEM);
        listening.hear(utterance(BEN, "bikes", "p2", "try this"));
        hear(BEN, "question");
        assertUnanswered(ANA, BEN);
    }

    @Test
    void what_is_said_to_somebody_who_is_no_member_answers_nobodys_question() {
        hear(ANA, "question");
        listening.hear(utterance(BEN, "bikes", "p1", "turn it off and on", true));
        assertUnanswered(ANA);
    }

    @Test
    void later_talk_answers_the_latest_question_only_unless_it_is_for_the_asker() {
        hear(ANA, "question");
        later(Duration.ofHours(1));
        hear(BEN, "question");
        hear(CEM, "try this");
        assertThat(questions.count(ANA)).isOne();
        assertThat(questions.count(BEN)).isZero();
        hear(CEM, "and you try that", ANA);
        assertUnanswered();
    }

    @Test
    void the_askers_thanks_settle_a_question() {
        hear(ANA, "question");
        hear(ANA, "thanks", CEM);
        assertUnanswered();
    }

    @Test
    void open_questions_are_bounded_and_the_oldest_is_dropped_and_counted() {
        for (int i = 0; i < Questions.OPEN_MAX + 5; i++) listening.hear(utterance(ANA, "bikes", "p" + i, "question"));
        assertThat(questions.count(ANA)).isEqualTo(Questions.OPEN_MAX);
        assertThat(meters.counter("tummler.listening.questions.dropped").count())
                .isEqualTo(5);
    }

    @Test
    void a_detector_that_throws_is_counted_and_the_others_go_on() {
        SignalDetector broken = (utterance, before) -> {
            throw new IllegalStateException("says what was said: " + utterance.text());
        };
        Listening resilient = listening(broken, scripted);
        resilient.hear(utterance(ANA, "bikes", "p1", "need how to fix a chain"));
        resilient.hear(utterance(ANA, "bikes", "p1", "hello"));
        assertThat(said).hasSize(1);
        assertThat(meters.get("tummler.listening.detector.failures").counter().count())
                .isEqualTo(2);
    }

    @Test
    void detectors_see_the_last_thirty_utterances_of_the_place() {
        for (int i = 0; i < 40; i++) hear(ANA, "said " + i);
        listening.hear(utterance(BEN, "bikes", "p2", "elsewhere"));
        assertThat(contexts.get(0)).isEmpty();
        assertThat(contexts.get(39))
                .hasSize(30)
                .extracting(Utterance::text)
                .startsWith("said 9")
                .endsWith("said 38");
        assertThat(contexts.getLast()).isEmpty();
    }

    @Test
    void of_many_places_the_ones_that_are_quiet_for_longest_are_forgotten() {
        for (int i = 0; i < Recent.PLACES_MAX + 20; i++) {
            listening.hear(utterance(ANA, "bikes", "busy", "hello"));
            listening.hear(utterance(BEN, "bikes", "p" + i, "hello"));
        }
        assertThat(recent.count(BEN)).isEqualTo(Recent.PLACES_MAX - 1);
        assertThat(recent.count(ANA)).isEqualTo(Recent.UTTERANCES_MAX);
    }

    @Test
    void what_was_said_is_in_memory_for_a_day_at_most() {
        hear(ANA, "hello");
        tick(Duration.ofDays(1));
        assertThat(recent.count(ANA)).isOne();
        tick(Duration.ofSeconds(1));
        assertThat(recent.count(ANA)).isZero();
    }

    @Test
    void a_member_who_withdraws_listening_is_gone_from_memory_at_once_and_others_stay() {
        hear(ANA, "question");
        hear(BEN, "question");
        listening.withdrawn(new ConsentWithdrawn(COMMUNITY, ANA, Purpose.TASKS));
        assertThat(recent.count(ANA)).isOne();
        listening.withdrawn(new ConsentWithdrawn(COMMUNITY, ANA, Purpose.LISTENING));
        assertThat(recent.count(ANA)).isZero();
        assertThat(recent.count(BEN)).isOne();
        assertUnanswered(BEN);
    }

    @Test
    void a_member_sees_what_is_in_memory_and_that_nothing_is_kept() {
        hear(ANA, "question");
        assertThat(held.show(COMMUNITY, ANA)).isEqualTo(Message.of(new Says.Heard(true, true, 1, 1)));
        assertThat(held.export(ANA)).isEmpty();
        held.forget(ANA);
        members.listening.remove(ANA);
        assertThat(held.show(COMMUNITY, ANA)).isEqualTo(Message.of(new Says.Heard(false, false, 0, 0)));
    }

    private Utterance hear(MemberId speaker, String text, MemberId... mentioned) {
        Utterance utterance = utterance(speaker, "bikes", "p1", text, mentioned);
        listening.hear(utterance);
        return utterance;
    }

    private Utterance utterance(MemberId speaker, String channel, String place, String text, MemberId... mentioned) {
        return utterance(speaker, channel, place, text, false, mentioned);
    }

    private Utterance utterance(
            MemberId speaker, String channel, String place, String text, boolean addressed, MemberId... mentioned) {
        return new Utterance(
                COMMUNITY,
                speaker,
                "m" + messages++,
                channel,
                idOf(channel),
                place,
                now,
                text,
                List.of(mentioned),
                Optional.empty(),
                addressed);
    }

    private static String idOf(String channel) {
        return channel.equals("bikes") ? "1434829707018240021" : "1434829707018240022";
    }

    private void later(Duration passed) {
        now = now.plus(passed);
    }

    private void tick(Duration passed) {
        later(passed);
        listening.tick(new Tick(COMMUNITY, now));
    }

    private void assertUnanswered(MemberId... askers) {
        tick(Duration.ofDays(3));
        assertThat(unanswered.events).extracting(QuestionUnanswered::asker).containsExactly(askers);
    }
}
