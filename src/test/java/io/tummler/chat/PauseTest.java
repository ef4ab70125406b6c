package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChatPlatform.Delivery;
import io.tummler.api.ChatPlatform.Outcome;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever wants to be left alone is, whether they say so or not; {@link RoundsTest} shows that nobody sees a difference. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class PauseTest {
    private static final String QUESTION = "Somebody here could use your help";

    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    Dispatcher dispatcher;

    @Inject
    TestClock clock;

    @Inject
    Rows rows;

    private Town town;
    private Person ben;

    @BeforeEach
    void one_who_offers() {
        town = platform.town();
        ben = town.person("ben").joins("introductions", "direct messages");
        ben.runs("offer", Map.of("what", "baking sourdough bread"));
    }

    @AfterEach
    void no_more_faults() {
        platform.fault(_ -> Optional.empty());
    }

    private void days(int days) {
        after(Duration.ofDays(days));
    }

    /** What is under way is reckoned by the clock, so nothing may be while that goes on. */
    private void forward(Duration time) {
        await().until(dispatcher::isIdle);
        clock.forward(time);
    }

    private void after(Duration time) {
        forward(time);
        intake.tick();
        // What is asked after it is worked off after it, and whatever goes to ben goes before the answer to him.
        town.person("clock").runs("join", Map.of());
        dispatcher.dispatch();
        ben.runs("tasks", Map.of());
    }

    private Person asks(String name) {
        Person asker = town.person(name).joins("introductions", "direct messages");
        Text asking = asker.presses(asker.runs("ask", Map.of("what", "sourdough for " + name)), "Ask");
        assertThat(asking.words()).contains("I am asking now");
        // Whatever goes to ben goes before this answer.
        ben.runs("tasks", Map.of());
        return asker;
    }

    private List<String> questions() {
        return ben.direct().stream()
                .map(Text::words)
                .filter(words -> words.contains(QUESTION))
                .toList();
    }

    @Test
    void whoever_has_a_pause_is_asked_when_it_is_over() {
        assertThat(ben.runs("pause", Map.of("for", "1 day")).words()).contains("You have a pause until");
        asks("eve");
        after(Duration.ofHours(23));
        assertThat(questions()).isEmpty();
        assertThat(ben.runs("me", Map.of()).words()).doesNotContain("You are asked until");
        after(Duration.ofHours(1));
        ben.hears(QUESTION);
        assertThat(ben.runs("pause", Map.of()).words()).contains("You have no pause", "2 times in seven days");
        assertThat(ben.runs("me", Map.of()).words()).doesNotContain("pause until");
    }

    @Test
    void whoever_goes_on_before_it_is_over_is_asked_then() {
        ben.runs("pause", Map.of("for", "until I say so"));
        asks("eve");
        days(1);
        assertThat(questions()).isEmpty();
        Text paused = ben.runs("pause", Map.of());
        assertThat(paused.words()).contains("until you say otherwise");
        assertThat(ben.runs("me", Map.of()).words()).contains("until you say otherwise");
        assertThat(ben.presses(paused, "End the pause").words()).contains("Welcome back");
        days(0);
        ben.hears(QUESTION);
    }

    @Test
    void a_question_that_is_on_its_way_stays_there() {
        platform.fault(delivery ->
                delivery instanceof Delivery.Direct direct && direct.to().equals(ben.ref)
                        ? Optional.of(new Outcome.Later(Duration.ofMinutes(1), "a test says so"))
                        : Optional.empty());
        asks("eve");
        ben.runs("pause", Map.of("for", "1 week"));
        platform.fault(_ -> Optional.empty());
        after(Duration.ofMinutes(10));
        assertThat(ben.direct()).isEmpty();
    }

    @Test
    void whoever_has_a_pause_is_not_asked_either_whether_they_need_what_they_wrote_of() {
        ben.joins("listening");
        ben.runs("pause", Map.of("for", "1 day"));
        ben.says("general", "Does anyone know how to grow tomato seedlings?");
        days(0);
        assertThat(ben.direct()).isEmpty();
        days(1);
        assertThat(ben.direct()).isEmpty();
        ben.says("general", "Does anyone know how to grow pumpkins?");
        ben.hears("pumpkins");
    }

    @Test
    void whoever_has_a_pause_and_asks_is_told_that_no_answer_would_come_and_nobody_is_asked() {
        Person ada = town.person("ada").joins("introductions", "direct messages");
        ada.runs("pause", Map.of("for", "1 month"));
        Text told = ada.presses(ada.runs("ask", Map.of("what", "sourdough for ada")), "Ask");
        assertThat(told.words()).contains("You have a pause", "nobody was asked");
        assertThat(questions()).isEmpty();
        ada.presses(told, "End the pause");
        ada.presses(ada.runs("me", Map.of()), "Ask about");
        ben.hears(QUESTION);
    }

    @Test
    void nobody_is_asked_more_often_than_they_want() {
        assertThat(ben.runs("pause", Map.of("at-most", "1")).words()).contains("at most once in seven days");
        asks("eve");
        asks("fay");
        days(1);
        assertThat(questions()).hasSize(1);
        assertThat(ben.runs("me", Map.of()).words()).contains("at most once");
        ben.runs("pause", Map.of("at-most", "-"));
        days(0);
        assertThat(questions()).hasSize(2);
    }

    @Test
    void nobody_is_asked_more_often_than_moderators_allow_whatever_they_want() {
        assertThat(ben.runs("pause", Map.of("at-most", "20")).words()).contains("at most 2 times");
        for (String name : List.of("eve", "fay", "gil")) asks(name);
        days(1);
        assertThat(questions()).hasSize(2);
    }

    @Test
    void whoever_leaves_three_askings_unanswered_gets_a_pause_and_is_told_so_once() {
        for (String name : List.of("eve", "fay", "gil")) {
            assertThat(ben.direct()).noneMatch(text -> text.words().contains("pause"));
            asks(name);
            days(4);
        }
        Text note = ben.hears("I give you a pause");
        Person hal = asks("hal");
        days(1);
        assertThat(questions()).hasSize(3);
        days(2);
        hal.hears("Nobody was free this time");
        ben.presses(note, "End the pause");
        asks("ian");
        days(4);
        asks("jon");
        days(4);
        assertThat(questions()).hasSize(5);
        assertThat(ben.direct())
                .as("counting starts anew")
                .filteredOn(text -> text.words().contains("I give you a pause"))
                .hasSize(1);
    }

    @Test
    void any_answer_breaks_the_row() {
        asks("eve");
        days(4);
        asks("fay");
        days(4);
        asks("gil");
        ben.presses(ben.hears("sourdough for gil"), "Not this time");
        days(4);
        asks("hal");
        days(4);
        asks("ian");
        days(4);
        assertThat(ben.direct()).noneMatch(text -> text.words().contains("I give you a pause"));
        assertThat(ben.runs("me", Map.of()).words()).contains("2 questions in a row");
    }

    @Test
    void what_never_got_through_was_not_left_unanswered() {
        platform.fault(delivery ->
                delivery instanceof Delivery.Direct direct && direct.to().equals(ben.ref)
                        // Not tried again before it is too late, for what is given up waits in /me instead.
                        ? Optional.of(new Outcome.Later(Duration.ofDays(9), "a test says so"))
                        : Optional.empty());
        for (String name : List.of("eve", "fay", "gil")) {
            asks(name);
            forward(Duration.ofDays(4));
            intake.tick();
            town.person("clock").runs("join", Map.of());
        }
        assertThat(ben.runs("me", Map.of()).words()).doesNotContain("unanswered", "pause");
    }

    @Test
    void a_pause_is_shown_exported_and_forgotten() {
        ben.runs("pause", Map.of("for", "1 week", "at-most", "1"));
        assertThat(Exports.of(ben)).contains("\"atMost\" : 1", "resumesAt");
        int before = rows.of("restraint").size();
        ben.presses(ben.runs("me", Map.of("what", "forget")), "Yes, forget me");
        assertThat(rows.of("restraint")).hasSize(before - 1);
    }
}
