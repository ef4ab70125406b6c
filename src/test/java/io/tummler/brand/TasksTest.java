package io.tummler.brand;

import static io.tummler.credit.Fakes.ADA;
import static io.tummler.credit.Fakes.BOB;
import static io.tummler.credit.Fakes.NOON;
import static io.tummler.credit.Fakes.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tummler.FakeEvent;
import io.tummler.api.Button;
import io.tummler.api.Happening;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.Purpose;
import io.tummler.api.Reciprocity.Standing;
import io.tummler.config.FixedSettings;
import io.tummler.credit.Fakes;
import io.tummler.credit.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The board as a member meets it, on both databases. */
@ParameterizedClass
@EnumSource
class TasksTest {
    private static final TaskSettings EASY = task("easy", 0, "");
    private static final TaskSettings HARD = task("hard", 60, "");
    private static final TaskSettings BRIEF = task("brief", 0, "2026-05-12");

    private final TestDatabase database;
    private final Map<String, BrandSettings> brands = new LinkedHashMap<>();
    private final List<Happening> happened = new ArrayList<>();
    private final Fakes.FakeMembers members = new Fakes.FakeMembers();
    private Standing standing = new Standing.NotYetKnown();

    private final Board board;

    TasksTest(TestDatabase.Kind kind) {
        database = TestDatabase.of(kind, Done.class);
        board = new Board(
                new Fakes.FakeSettings(new BrandSettings(true, "None", "none", false, List.of()), brands),
                (_, _) -> standing,
                database.entities(),
                Fakes.counted());
    }

    @BeforeEach
    void a_bakery_with_three_tasks_and_ada_who_opted_in() {
        brands.put("bakery", new BrandSettings(true, "Rye & Co.", "a bakery", false, List.of(EASY, HARD, BRIEF)));
        members.grant(ADA, Purpose.TASKS, "");
    }

    @Test
    void a_member_without_consent_is_told_what_tasks_are_and_sees_none() {
        Message explanation = Message.of(
                new Says.TasksExplained(),
                new Button(new Says.ShowMeTasks(), Button.Style.PRIMARY, "community.consent", "TASKS.1"));
        assertThat(tasks(BOB, NOON)).isEqualTo(explanation);
        assertThat(press(BOB, "bakery/easy")).isEqualTo(explanation);
        assertThat(happened).isEmpty();
    }

    @Test
    void a_newcomer_sees_what_is_for_everybody() {
        assertThat(tasks(ADA, NOON))
                .isEqualTo(new Message(
                        List.of(shown(EASY), shown(BRIEF)),
                        List.of(done("bakery/easy", EASY), done("bakery/brief", BRIEF))));
    }

    @Test
    void what_a_member_did_is_asked_once_however_many_tasks_there_are() {
        var asked = new AtomicInteger();
        var counting = (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (_, method, arguments) -> {
                    if (method.getName().equals("createQuery")) asked.incrementAndGet();
                    return method.invoke(database.entities(), arguments);
                });
        var board = new Board(
                new Fakes.FakeSettings(new BrandSettings(true, "None", "none", false, List.of()), brands),
                (_, _) -> standing,
                counting,
                Fakes.counted());
        assertThat(database.transact(() -> board.openTo(TOWN, ADA, NOON))).hasSize(2);
        assertThat(asked).hasValue(1);
    }

    @Test
    void who_reaches_the_minimum_sees_the_rest() {
        standing = new Standing.Known(80, 60, 5, 1, List.of());
        assertThat(tasks(ADA, NOON).sentences()).containsExactly(shown(EASY), shown(HARD), shown(BRIEF));
        standing = new Standing.Known(80, 59, 5, 1, List.of());
        assertThat(tasks(ADA, NOON).sentences()).containsExactly(shown(EASY), shown(BRIEF));
    }

    @Test
    void a_task_that_ended_is_not_shown() {
        assertThat(tasks(ADA, NOON.plus(Duration.ofDays(1))).sentences()).containsExactly(shown(EASY));
    }

    @Test
    void who_is_eligible_for_none_is_told_nothing_of_those_that_there_are() {
        brands.put("bakery", new BrandSettings(true, "Rye & Co.", "a bakery", false, List.of(HARD)));
        assertThat(tasks(ADA, NOON)).isEqualTo(Message.of(new Says.NoTaskNow()));
    }

    @Test
    void three_are_shown_at_a_time() {
        brands.put("bikes", new BrandSettings(true, "Bikes", "a shop", false, List.of(EASY, BRIEF)));
        Message board = tasks(ADA, NOON);
        assertThat(board.buttons()).hasSize(3);
        assertThat(board.sentences()).hasSize(4).endsWith(new Says.MoreTasksLater(1));
    }

    @Test
    void a_task_whose_name_fits_no_button_is_left_out() {
        brands.put("b".repeat(60), new BrandSettings(true, "Long", "a long name", false, List.of(EASY)));
        assertThat(tasks(ADA, NOON).buttons()).hasSize(2);
    }

    @Test
    void the_check_of_the_settings_names_a_task_whose_name_fits_no_button() {
        String brand = "b".repeat(60);
        var settings = new FixedSettings()
                .with("bakery", new BrandSettings(true, "Rye & Co.", "a bakery", false, List.of(EASY)))
                .with(brand, new BrandSettings(true, "Long", "a long name", false, List.of(EASY, HARD)));
        assertThat(new TasksCheck().objections(settings))
                .extracting(objection -> objection.section() + ":" + objection.key())
                .containsExactly("brands/" + brand + ":tasks[0].key", "brands/" + brand + ":tasks[1].key");
    }

    @Test
    void the_tasks_of_a_brand_that_is_switched_off_are_gone_at_once() {
        brands.put("bakery", new BrandSettings(false, "Rye & Co.", "a bakery", false, List.of(EASY)));
        assertThat(tasks(ADA, NOON)).isEqualTo(Message.of(new Says.NoTaskNow()));
        assertThat(press(ADA, "bakery/easy")).isEqualTo(Message.of(new Says.TaskGone()));
        assertThat(happened).isEmpty();
    }

    @Test
    void a_task_done_earns_what_was_promised_once_and_is_not_shown_again() {
        assertThat(press(ADA, "bakery/easy"))
                .isEqualTo(Message.of(new Says.TaskThanked("Rye & Co.", 20, "I got credit.")));
        assertThat(happened).containsExactly(new Happening.TaskDone(TOWN, "bakery", "easy", ADA, 20, NOON));
        assertThat(tasks(ADA, NOON).sentences()).containsExactly(shown(BRIEF));

        assertThat(press(ADA, "bakery/easy")).isEqualTo(Message.of(new Says.TaskAlreadyDone("Task easy")));
        assertThat(happened).hasSize(1);
    }

    @Test
    void what_one_did_another_can_still_do() {
        members.grant(BOB, Purpose.TASKS, "");
        press(ADA, "bakery/easy");
        assertThat(press(BOB, "bakery/easy"))
                .isEqualTo(Message.of(new Says.TaskThanked("Rye & Co.", 20, "I got credit.")));
    }

    @Test
    void the_database_itself_keeps_a_task_from_being_done_twice() {
        var task = new Task("bakery", brands.get("bakery"), EASY);
        database.run(() -> board.markDone(ADA, task, NOON));
        assertThatThrownBy(() ->
                        database.run(() -> database.entities().persist(Done.of(new UUID(7, 7), ADA, task, NOON))))
                .isInstanceOf(PersistenceException.class);
    }

    @Test
    void a_press_that_comes_too_late_is_told_so() {
        assertThat(press(ADA, "bakery/brief", NOON.plus(Duration.ofDays(1))))
                .isEqualTo(Message.of(new Says.TaskEnded("Task brief", LocalDate.of(2026, 5, 12))));
        assertThat(press(ADA, "bakery/gone")).isEqualTo(Message.of(new Says.TaskGone()));
        assertThat(press(ADA, "nobody/easy")).isEqualTo(Message.of(new Says.TaskGone()));
        assertThat(press(ADA, "bakery/hard")).isEqualTo(Message.of(new Says.TaskNotForYouNow()));
        assertThat(happened).isEmpty();
    }

    @Test
    void what_a_member_did_is_shown_exported_and_forgotten() {
        var holding = new TaskHolding(board);
        press(ADA, "bakery/easy");
        database.run(() -> {
            assertThat(holding.show(TOWN, ADA)).isEqualTo(Message.of(new Says.TasksDone(1)));
            assertThat(holding.export(ADA))
                    .containsExactly(Map.of("brand", "bakery", "task", "easy", "at", "2026-05-12T12:00:00Z"));
        });
        database.run(() -> holding.forget(ADA));
        database.run(() -> {
            assertThat(holding.show(TOWN, ADA)).isEqualTo(Message.of(new Says.NoTaskDone()));
            assertThat(holding.export(ADA)).isEmpty();
        });
    }

    private Message tasks(MemberId member, Instant at) {
        var call = Fakes.call(member, "call", at, "", Map.of(), Map.of());
        return database.transact(() -> new TasksCommand(members, board).run(call));
    }

    private Message press(MemberId member, String argument) {
        return press(member, argument, NOON);
    }

    private Message press(MemberId member, String argument, Instant at) {
        var call = Fakes.call(member, "press", at, argument, Map.of(), Map.of());
        var action = new TaskDoneAction(members, board, new FakeEvent<Happening>(happened::add));
        return database.transact(() -> action.press(call));
    }

    private static TaskSettings task(String key, int minimum, String until) {
        return new TaskSettings(
                key,
                "Task " + key,
                "Try rye and tell us",
                "You learn to bake",
                20,
                minimum,
                "I got credit.",
                Optional.of(until).filter(day -> !day.isEmpty()).map(LocalDate::parse));
    }

    private static Says.TaskShown shown(TaskSettings task) {
        return new Says.TaskShown(
                "Rye & Co.",
                "a bakery",
                task.title(),
                task.text(),
                task.forMember(),
                task.credit(),
                task.disclosure(),
                task.until().stream().toList());
    }

    private static Button done(String argument, TaskSettings task) {
        return new Button(new Says.DoneLabel(task.title()), Button.Style.SUCCESS, "brand.done", argument);
    }
}
