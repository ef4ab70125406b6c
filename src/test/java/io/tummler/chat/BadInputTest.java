package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.Attendance;
import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.api.Custody;
import io.tummler.api.Incoming;
import io.tummler.api.Matching;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Purpose;
import io.tummler.api.Role;
import io.tummler.api.SlashCommand;
import io.tummler.api.Statement;
import io.tummler.api.Statement.Kind;
import io.tummler.api.Statement.Source;
import io.tummler.api.Wording;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import io.tummler.store.Database;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, there is a clear answer, and nothing is lost or doubled. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class BadInputTest {
    private static final String MARKS = "\u0301\u0316".repeat(2_000);

    @Inject
    Platforms platforms;

    @Inject
    Dispatcher dispatcher;

    @Inject
    Event<Custody> custody;

    @Inject
    ScriptedPlatform platform;

    @Inject
    ScriptedAction action;

    @Inject
    CommunityIntake intake;

    @Inject
    Members members;

    @Inject
    Attendance attendance;

    @Inject
    Matching matching;

    @Inject
    Journal journal;

    @Inject
    Work work;

    @Inject
    Words words;

    @Inject
    Offering offering;

    @Inject
    Database database;

    @Inject
    Rows rows;

    @Inject
    TestClock clock;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Inject
    @All
    List<SlashCommand> commands;

    @Inject
    @All
    List<ButtonAction> actions;

    private Town town;
    private Person ada;

    @BeforeEach
    void somebody() {
        town = platform.town();
        ada = town.person("ada");
    }

    @Test
    void four_thousand_combining_marks_are_answered_like_no_words_at_all() {
        assertThat(ada.runs("ask", Map.of("what", MARKS)).words()).contains("nothing in it that I could read");
        assertThat(ada.runs("ask", Map.of("what", "e" + MARKS + " bread")).words())
                .contains("You are looking for: **é\u0316\u0316 bread**");
    }

    @Test
    void four_thousand_combining_marks_in_a_message_do_not_stop_what_comes_after() {
        ada.joins("listening", "introductions", "direct messages");
        ada.says("general", MARKS);
        ada.says("general", "I need " + MARKS);
        ada.says("general", "Does anyone know how to grow tomato seedlings?");
        ada.hears("tomato seedlings");
        assertThat(ada.direct()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "community.consent:",
                "community.consent:EVERYTHING",
                "community.withdraw:?",
                "community.export:-1",
                "community.export:99999999999",
                "matching.close:",
                "matching.close:' or 1=1",
                "introduction.ask:not-an-id",
                "introduction.agree:not-an-id",
                "introduction.accept:",
                "introduction.decline:00000000-0000-0000-0000-000000000000",
                "introduction.found:",
                "introduction.found:HELPED",
                "introduction.found:HELPED.x",
                "introduction.found:HATED.00000000-0000-0000-0000-000000000000",
                "introduction.again:",
                "introduction.again:NO.00000000-0000-0000-0000-000000000000",
                "introduction.go-on:now",
                "community.include:",
                "community.include:00000000-0000-0000-0000-000000000000",
                "community.exclusions:-1",
                "community.exclusions:9999",
                "listening.confirm:",
                "listening.confirm:NEED.0",
                "brand.done:..//..",
            })
    void a_button_with_an_argument_that_no_version_makes_is_answered_without_an_apology(String button) {
        assertThat(ada.pressesRaw(button, "").words()).isNotBlank().doesNotContain("went wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "nobody.knows:1", "no colon at all", "🚲:🚲"})
    void a_button_that_nobody_knows_is_answered_as_such(String button) {
        assertThat(ada.pressesRaw(button, "").words()).contains("no longer does anything");
    }

    @Test
    void a_command_that_nobody_knows_is_answered_as_such() {
        assertThat(ada.runs("dance", Map.of()).words()).contains("do not know this command");
    }

    @Test
    void a_moderators_command_is_not_run_by_whoever_claims_nothing() {
        assertThat(ada.runs(ScriptedCommand.NAME, Map.of("key", "language")).words())
                .contains("for the moderators", "Manage Server")
                .doesNotContain("Shown");
        assertThat(town.person("lev")
                        .moderates()
                        .runs(ScriptedCommand.NAME, Map.of("key", "language"))
                        .words())
                .isEqualTo("Shown: language");
    }

    @Test
    void a_command_without_its_options_is_answered() {
        for (SlashCommand command : commands)
            assertThat(ada.runs(command.spec().name(), Map.of()).words())
                    .as(command.spec().name())
                    .isNotBlank()
                    .doesNotContain("went wrong");
    }

    @Test
    void an_interaction_delivered_twice_is_done_once() {
        var runs = new AtomicInteger();
        action.does(_ -> {
            runs.incrementAndGet();
            return Message.of(new Says.Ready("done"));
        });
        Incoming.Press press = press("twice");
        var acknowledged = new AtomicInteger();
        for (int i = 0; i < 3; i++)
            intake.asked(
                    press,
                    () -> CompletableFuture.completedFuture(acknowledged.incrementAndGet()),
                    words -> fail("refused: " + words));
        assertThat(ada.answer(press.token()).words()).isEqualTo("done");
        ada.runs("join", Map.of());
        assertThat(runs).hasValue(1);
        assertThat(acknowledged).hasValue(1);
    }

    private Incoming.Press press(String id) {
        return new Incoming.Press(
                town.ref,
                ada.ref,
                Optional.empty(),
                town.ref.id() + id,
                town.ref.id() + "token-" + id,
                clock.instant(),
                Locale.ENGLISH,
                ScriptedAction.BUTTON,
                "");
    }

    @Test
    void what_another_change_overtook_is_done_once_more() {
        for (boolean atCommit : new boolean[] {false, true}) {
            var runs = new AtomicInteger();
            action.does(_ -> {
                if (runs.incrementAndGet() == 1) overtaken(atCommit);
                return Message.of(new Says.Ready("done"));
            });
            assertThat(ada.pressesRaw(ScriptedAction.BUTTON, "").words()).isEqualTo("done");
            assertThat(runs).hasValue(2);
        }
    }

    private void overtaken(boolean atCommit) {
        if (!atCommit) throw new OptimisticLockException("thrown by a test");
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                throw new OptimisticLockException("thrown by a test");
            }

            @Override
            public void afterCompletion(int status) {}
        });
    }

    @Test
    void what_fails_undoes_everything_and_apologises_with_a_number() {
        var runs = new AtomicInteger();
        action.does(call -> {
            runs.incrementAndGet();
            members.grant(call.member(), Purpose.TASKS, "");
            throw new IllegalStateException("thrown by a test");
        });
        assertThat(ada.pressesRaw(ScriptedAction.BUTTON, "").words()).contains("nothing has changed", "the number");
        assertThat(runs).hasValue(1);
        assertThat(ada.runs("join", Map.of()).buttons())
                .anyMatch(button -> button.label().equals("Allow tasks"));
    }

    @Test
    void a_withdrawal_that_failed_has_not_happened() {
        ada.joins("listening");
        action.does(call -> {
            members.withdraw(call.member(), Purpose.LISTENING);
            assertThat(intake.listensTo(town.ref, ada.ref)).isFalse();
            throw new IllegalStateException("thrown by a test");
        });
        assertThat(ada.pressesRaw(ScriptedAction.BUTTON, "").words()).contains("nothing has changed");
        assertThat(intake.listensTo(town.ref, ada.ref)).isTrue();
    }

    private Matching.Declared declare(Call call, Kind kind) {
        return matching.declare(Statement.Draft.open(
                call.community(), call.member(), kind, new Wording("tuning harps"), Source.DECLARED));
    }

    @Test
    void an_offer_that_was_undone_is_nobodys() {
        ada.joins("introductions");
        action.does(call -> {
            declare(call, Kind.OFFER);
            var need = (Matching.Declared.Stands) declare(call, Kind.NEED);
            matching.helpersFor(need.statement().id(), 1);
            throw new IllegalStateException("thrown by a test");
        });
        ada.pressesRaw(ScriptedAction.BUTTON, "");
        assertThat(town.person("ben")
                        .runs("ask", Map.of("what", "tuning harps"))
                        .words())
                .contains("Nobody here offers that yet");
    }

    @Test
    void a_command_that_was_written_down_before_there_were_roles_claims_nothing() {
        var command = new Incoming.Command(
                town.ref,
                ada.ref,
                Optional.of(Set.of(new Role("17", "Bakers"))),
                true,
                "older-" + town.ref.id(),
                "token of an older version",
                clock.instant(),
                Locale.ENGLISH,
                ScriptedCommand.NAME,
                Map.of("key", "language"),
                Map.of(),
                Map.of("role", new Role("18", "Millers")));
        journal.write(command);
        assertThat(journal.unfinished()).contains(command);

        QuarkusTransaction.requiringNew().run(() -> {
            InteractionRow row = InteractionRow.findById(Journal.key(command));
            JsonObject older = new JsonObject(row.payload);
            assertThat(older.remove("roles")).isNotNull();
            assertThat(older.remove("moderator")).isEqualTo(true);
            assertThat(older.remove("chosenRoles")).isNotNull();
            row.payload = older.encode();
        });

        assertThat(journal.unfinished())
                .filteredOn(it -> it.id().equals(command.id()))
                .singleElement()
                .isInstanceOfSatisfying(Incoming.Command.class, read -> {
                    assertThat(read.roles()).isEmpty();
                    assertThat(read.moderator()).isFalse();
                    assertThat(read.chosenRoles()).isEmpty();
                    assertThat(read.texts()).isEqualTo(command.texts());
                });
        intake.workOffLeft();
        clock.forward(Duration.ofSeconds(4));
        intake.workOffLeft();
        assertThat(ada.answer(command.token()).words()).contains("for the moderators");
    }

    @Test
    void a_command_that_was_written_down_in_a_form_of_the_past_does_not_stop_the_start() {
        Incoming.Press press = press("before-the-crash");
        assertThat(journal.write(press)).isTrue();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        new InteractionRow("scripted:of-the-past", "{\"@type\":\"wave\"}", clock.instant()).persist());
        try {
            assertThat(journal.unfinished()).contains(press);
        } finally {
            QuarkusTransaction.requiringNew().run(() -> InteractionRow.deleteById("scripted:of-the-past"));
            work.interaction(press);
        }
        assertThat(rows.with("before-the-crash"))
                .filteredOn(row -> row.startsWith("interaction|"))
                .singleElement()
                .asString()
                .contains("|null|");
    }

    private CommunityIntake anotherIntake(Members members, SimpleMeterRegistry meters, int capacity) {
        var traffic = new Traffic(meters, commands, actions, List.of());
        var reception = new Reception(journal, database, words, traffic, Duration.ofSeconds(20));
        return new CommunityIntake(
                members,
                attendance,
                journal,
                reception,
                work,
                offering,
                platforms,
                dispatcher,
                custody,
                database,
                traffic,
                actions,
                capacity);
    }

    @Test
    void a_command_that_was_refused_is_not_done_however_late_the_attempt_at_writing_it_down_arrives() {
        var runs = new AtomicInteger();
        action.does(_ -> {
            runs.incrementAndGet();
            return Message.of(new Says.Ready("done"));
        });
        Incoming.Press before = press("written-before");
        assertThat(journal.write(before)).isTrue();
        journal.retract(before);
        Incoming.Press after = press("written-after");
        journal.retract(after);
        assertThat(journal.write(after)).isFalse();

        assertThat(journal.unfinished()).doesNotContain(before, after);
        work.interaction(before);
        work.interaction(after);
        assertThat(runs).hasValue(0);
    }

    @Test
    void a_command_that_can_not_be_written_down_in_time_is_refused_in_words_and_not_done() {
        var traffic = new Traffic(new SimpleMeterRegistry(), commands, actions, List.of());
        var reception = new Reception(journal, database, words, traffic, Duration.ZERO);
        var refusal = new CompletableFuture<String>();
        Reception.Asked asked = reception.receive(press("slow"), () -> fail("acknowledged"), refusal::complete);

        assertThat(refusal.join()).contains("I cannot reach my memory", "nothing was done", "try again");
        assertThat(reception.writesDown(asked, () -> true)).isFalse();
        assertThat(rows.with("slow")).isEmpty();
    }

    @Test
    void a_command_during_the_shutdown_is_refused_in_words() throws InterruptedException {
        CommunityIntake closing = anotherIntake(members, new SimpleMeterRegistry(), 10);
        closing.close(new ShutdownEvent());
        Incoming.Press press = press("too-late");
        var refusal = new CompletableFuture<String>();
        closing.asked(press, () -> fail("acknowledged"), refusal::complete);
        assertThat(refusal.join()).contains("being restarted", "try again");
        assertThat(rows.with("too-late")).isEmpty();
        closing.tick();
        closing.said(said("too late as well"));
    }

    private Incoming.Message said(String text) {
        return new Incoming.Message(
                town.ref,
                ada.ref,
                Optional.empty(),
                "m",
                "general",
                "general",
                "general",
                clock.instant(),
                text,
                List.of(),
                Optional.empty(),
                false);
    }

    /** The members, whose next renaming of a community takes until it is let go. */
    private Members slow(CountDownLatch letGo) {
        return (Members) Proxy.newProxyInstance(
                Members.class.getClassLoader(), new Class<?>[] {Members.class}, (_, method, arguments) -> {
                    if (method.getName().equals("rename")) letGo.await();
                    if (method.getName().equals("listensTo")) return true;
                    return method.invoke(members, arguments);
                });
    }

    @Test
    void when_too_much_comes_in_listening_is_shed_and_counted_but_commands_are_not() {
        var meters = new SimpleMeterRegistry();
        var letGo = new CountDownLatch(1);
        CommunityIntake full = anotherIntake(slow(letGo), meters, 3);
        action.does(_ -> Message.of(new Says.Ready("done")));
        full.present(town.ref, "Town");
        for (int i = 0; i < 10; i++) full.said(said("hello"));
        List<Incoming.Press> presses = new ArrayList<>();
        for (int i = 0; i < 10; i++) presses.add(press("under-load-" + i));
        for (Incoming.Press press : presses)
            full.asked(press, () -> CompletableFuture.completedFuture(null), words -> fail("refused: " + words));

        double heard = meters.counter("tummler.messages.heard").count();
        assertThat(heard).isBetween(2.0, 3.0);
        assertThat(meters.counter("tummler.messages.shed").count()).isEqualTo(10 - heard);
        letGo.countDown();
        for (Incoming.Press press : presses)
            assertThat(ada.answer(press.token()).words()).isEqualTo("done");
        await().until(() -> rows.of("interaction").stream()
                .filter(row -> row.contains("under-load"))
                .allMatch(row -> row.contains("|null|")));
    }

    @Test
    void a_wrong_member_can_not_take_back_what_is_somebody_elses() {
        Text asked = ada.joins("introductions").runs("ask", Map.of("what", "a loom"));
        String close = ada.runs("me", Map.of()).buttons().stream()
                .filter(button -> button.id().startsWith("matching.close:"))
                .findFirst()
                .orElseThrow()
                .id();
        Person mallory = town.person("mallory");
        assertThat(mallory.pressesRaw(close, asked.words()).words()).contains("no longer open");
        assertThat(mallory.pressesRaw(close.replace("matching.close", "introduction.ask"), asked.words())
                        .words())
                .contains("no longer open");
        assertThat(ada.runs("me", Map.of()).words()).contains("a loom");
    }
}
