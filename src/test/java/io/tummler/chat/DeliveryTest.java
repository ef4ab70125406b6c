package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.Button;
import io.tummler.api.ChatPlatform.Delivery;
import io.tummler.api.ChatPlatform.Outcome;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is put into the outbox is said once, in order, and never lost. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class DeliveryTest {
    @Inject
    ScriptedPlatform platform;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Outbox outbox;

    @Inject
    Members members;

    @Inject
    TestClock clock;

    @Inject
    Rows rows;

    @Inject
    TransactionManager transactions;

    private final List<Delivery> attempts = new CopyOnWriteArrayList<>();
    private Town town;
    private Person ada;

    @BeforeEach
    void a_member_who_may_be_written_to() {
        town = platform.town();
        ada = town.person("ada").joins("introductions", "direct messages");
    }

    @AfterEach
    void no_more_faults() {
        platform.fault(_ -> Optional.empty());
    }

    /** What the first attempts at direct messages or answers of this town meet; the others go through. */
    private void fault(Class<? extends Delivery> kind, Outcome... outcomes) {
        platform.fault(delivery -> {
            if (!kind.isInstance(delivery) || !delivery.community().equals(town.ref)) return Optional.empty();
            attempts.add(delivery);
            int attempt = attempts.size();
            return attempt <= outcomes.length ? Optional.of(outcomes[attempt - 1]) : Optional.empty();
        });
    }

    private void note(Optional<UUID> about, String... words) {
        QuarkusTransaction.requiringNew().run(() -> put(about, words));
    }

    private void put(Optional<UUID> about, String... words) {
        CommunityId community = members.community(town.ref);
        MemberId member = members.find(community, ada.ref).orElseThrow();
        for (String each : words)
            outbox.put(new Outgoing.Note(community, member, Message.of(new Says.Ready(each)), about));
    }

    /** The end of an attempt is reckoned by the clock, so none may be under way while that goes on. */
    private void later(Duration by) {
        await().until(dispatcher::isIdle);
        clock.forward(by);
        dispatcher.dispatch();
    }

    @Test
    void what_can_not_be_said_now_is_tried_again_after_its_pause() {
        fault(Delivery.Direct.class, new Outcome.Later(Duration.ofMinutes(10), "a test says so"));
        note(Optional.empty(), "hello");
        await().until(() -> rows.with("hello").stream().anyMatch(row -> row.contains("|PENDING|1|")));
        later(Duration.ofMinutes(9));
        later(Duration.ofSeconds(59));
        assertThat(attempts).hasSize(1);
        later(Duration.ofSeconds(2));
        ada.hears("hello");
        assertThat(attempts).hasSize(2);
    }

    @Test
    void each_attempt_bears_the_same_nonce_and_the_second_asks_whether_the_first_went_through() {
        fault(Delivery.Direct.class, new Outcome.Later(Duration.ZERO, "the answer got lost, says a test"));
        note(Optional.empty(), "once");
        await().until(() -> attempts.size() == 1 && rows.with("once").stream().anyMatch(row -> row.contains("|1|")));
        later(Duration.ofMinutes(1));
        ada.hears("once");
        assertThat(attempts).hasSize(2);
        assertThat(attempts.getFirst().triedSince()).isEmpty();
        assertThat(attempts.getLast().triedSince()).isPresent();
        assertThat(attempts.getFirst().nonce())
                .isEqualTo(attempts.getLast().nonce())
                .matches("[0-9a-z]{1,25}");
    }

    @Test
    void more_notes_than_one_look_takes_to_one_member_are_said_in_order() {
        String[] words = IntStream.range(0, 220).mapToObj(i -> "number " + i).toArray(String[]::new);
        note(Optional.empty(), words);
        await().atMost(Duration.ofSeconds(60)).until(() -> ada.direct().size() == words.length);
        assertThat(ada.direct()).extracting(Text::words).containsExactly(words);
    }

    @Test
    void what_the_platform_fails_at_is_tried_again_and_does_not_stop_the_rest() {
        platform.fault(delivery -> {
            if (delivery.community().equals(town.ref) && delivery instanceof Delivery.Direct && attempts.isEmpty()) {
                attempts.add(delivery);
                throw new IllegalStateException("thrown by a test");
            }
            return Optional.empty();
        });
        note(Optional.empty(), "first", "second");
        ada.hears("second");
        later(Duration.ofMinutes(1));
        ada.hears("first");
        assertThat(ada.direct()).hasSize(2);
    }

    @Test
    void a_note_to_somebody_who_can_not_be_reached_waits_in_me() {
        fault(Delivery.Direct.class, new Outcome.Unreachable());
        note(Optional.empty(), "closed doors");
        Text me = await().until(
                        () -> ada.runs("me", Map.of()), text -> text.words().contains("closed doors"));
        assertThat(me.words()).contains("Waiting for you");
        assertThat(ada.runs("me", Map.of()).words()).doesNotContain("closed doors");
        assertThat(ada.direct()).isEmpty();
    }

    @Test
    void a_note_that_the_platform_refuses_waits_in_me() {
        fault(Delivery.Direct.class, new Outcome.Refused("a test says so"));
        note(Optional.empty(), "refused");
        await().until(() -> ada.runs("me", Map.of()).words().contains("refused"));
    }

    @Test
    void a_note_that_could_not_be_sent_for_days_waits_in_me() {
        fault(
                Delivery.Direct.class,
                new Outcome.Later(Duration.ofMinutes(1), "a test says so"),
                new Outcome.Later(Duration.ofMinutes(1), "a test says so"));
        note(Optional.empty(), "delayed");
        await().until(() ->
                attempts.size() == 1 && rows.with("delayed").stream().anyMatch(row -> row.contains("|PENDING|1|")));
        later(Duration.ofDays(4));
        await().until(() -> ada.runs("me", Map.of()).words().contains("delayed"));
        assertThat(ada.direct()).isEmpty();
    }

    @Test
    void an_answer_that_the_platform_refuses_becomes_a_note_in_me() {
        fault(Delivery.Answer.class, new Outcome.Refused("a test says so"));
        ada.begins("ask", Map.of("what", "a zither"));
        await().until(() -> rows.with("a zither").stream().anyMatch(row -> row.contains("|WAITING|")));
        assertThat(ada.runs("me", Map.of()).words()).contains("Waiting for you", "You are looking for: **a zither**");
    }

    @Test
    void me_works_however_much_waits() {
        ada.presses(ada.runs("join", Map.of()), "Stop direct messages");
        fault(Delivery.Answer.class, refusals(6));
        for (int i = 0; i < 6; i++) {
            String token = "";
            for (int j = 0; j < 4; j++) token = ada.begins("offer", Map.of("what", "offer " + i + j));
            assertThat(token).isNotEmpty();
        }
        for (int i = 0; i < 8; i++) ada.begins("me", Map.of());
        platform.fault(_ -> Optional.empty());
        note(Optional.empty(), "a".repeat(1_500), "b".repeat(1_500), "c");
        for (int i = 0; i < 20; i++) {
            Text me = ada.runs("me", Map.of());
            assertThat(me.words()).doesNotContain("went wrong");
            assertThat(me.buttons()).hasSizeLessThanOrEqualTo(Message.BUTTONS_MAX);
            assertThat(me.buttons()).extracting("id").doesNotHaveDuplicates();
        }
    }

    private static Outcome[] refusals(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> new Outcome.Refused("a test says so"))
                .toArray(Outcome[]::new);
    }

    @Test
    void what_was_taken_back_before_it_was_said_is_not_said() {
        var about = UUID.randomUUID();
        fault(Delivery.Direct.class, new Outcome.Later(Duration.ofMinutes(1), "a test says so"));
        note(Optional.of(about), "never mind");
        await().until(() -> attempts.size() == 1);
        QuarkusTransaction.requiringNew().run(() -> outbox.takeBack(about));
        assertThat(rows.with("never mind")).isEmpty();
        later(Duration.ofMinutes(2));
        note(Optional.empty(), "what came after");
        ada.hears("what came after");
        assertThat(ada.direct()).hasSize(1);
    }

    @Test
    void whoever_withdraws_the_consent_to_direct_messages_gets_none_that_still_waited() {
        fault(Delivery.Direct.class, new Outcome.Later(Duration.ofMinutes(1), "a test says so"));
        note(Optional.empty(), "too late");
        await().until(() -> attempts.size() == 1);
        ada.presses(ada.runs("join", Map.of()), "Stop direct messages");
        later(Duration.ofMinutes(2));
        await().until(() -> ada.runs("me", Map.of()).words().contains("too late"));
        assertThat(ada.direct()).isEmpty();
    }

    @Test
    void what_was_said_leaves_no_words_and_in_the_end_no_row() {
        note(Optional.empty(), "fleeting");
        ada.hears("fleeting");
        await().until(() -> rows.with("fleeting").isEmpty());
        await().until(() -> rows.of("outbox").stream()
                .filter(row -> row.contains("|PENDING|"))
                .findAny()
                .isEmpty());
        clock.forward(Duration.ofDays(1).plusSeconds(1));
        dispatcher.prune();
        assertThat(rows.of("outbox")).noneMatch(row -> row.contains("|DONE|"));
    }

    @Test
    void a_note_whose_button_was_pressed_no_longer_waits() {
        ada.closesDirectMessages();
        QuarkusTransaction.requiringNew().run(() -> {
            CommunityId community = members.community(town.ref);
            outbox.put(new Outgoing.Note(
                    community,
                    members.find(community, ada.ref).orElseThrow(),
                    Message.of(
                            new Says.Ready("press me"),
                            new Button(new Says.Ready("Go"), Button.Style.PRIMARY, "test.scripted", "x"))));
        });
        Text me = await().until(
                        () -> ada.runs("me", Map.of()), text -> text.words().contains("press me"));
        ada.presses(me, "Go");
        assertThat(ada.runs("me", Map.of()).words()).doesNotContain("press me");
    }

    @Test
    void nothing_is_said_before_all_have_learned_what_was_committed() {
        List<Boolean> silent = new CopyOnWriteArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> {
            isSilentWhileLearning(silent);
            put(Optional.empty(), "it holds now");
            isSilentWhileLearning(silent);
        });
        ada.hears("it holds now");
        assertThat(silent).containsExactly(true, true);
    }

    private void isSilentWhileLearning(List<Boolean> silent) {
        try {
            transactions.getTransaction().registerSynchronization(new Learning(() -> {
                await().pollDelay(Duration.ofMillis(100)).until(() -> true);
                silent.add(ada.direct().isEmpty());
            }));
        } catch (RollbackException | SystemException e) {
            throw new AssertionError(e);
        }
    }

    /** What learns something once it has committed. */
    private record Learning(Runnable learn) implements Synchronization {
        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            learn.run();
        }
    }
}
