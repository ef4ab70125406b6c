package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChatPlatform.Delivery;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import io.tummler.config.MutableSettings;
import io.tummler.introduction.Calm;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who said yes: where they meet, who is reminded to write, and how it ends. */
@QuarkusTest
@TestProfile(RulesProfile.class)
class MeetingTest {
    private static final String NUDGE = "I remind you once only";

    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    Dispatcher dispatcher;

    @Inject
    TestClock clock;

    @Inject
    MutableSettings settings;

    @Inject
    Rows rows;

    private Town town;
    private Person ada;
    private Person ben;

    @BeforeEach
    void one_who_offers_and_one_who_looks_at_nine_in_the_morning() {
        settings.hold();
        int hour = clock.instant().atOffset(ZoneOffset.UTC).getHour();
        clock.forward(Duration.ofHours(Math.floorMod(9 - hour, 24)));
        town = platform.town();
        ada = town.person("ada").joins("introductions", "direct messages");
        ben = town.person("ben").joins("introductions", "direct messages");
        ben.runs("offer", Map.of("what", "baking sourdough bread"));
    }

    @AfterEach
    void defaults() {
        settings.hold();
    }

    private void after(Duration time) {
        clock.forward(time);
        intake.tick();
        // What is asked after it is worked off after it, and whatever goes to the two goes before the answers to them.
        town.person("clock").runs("join", Map.of());
        dispatcher.dispatch();
        ada.runs("tasks", Map.of());
        ben.runs("tasks", Map.of());
    }

    private void hours(int hours) {
        after(Duration.ofHours(hours));
    }

    private Text both_say_yes() {
        ada.presses(ada.runs("ask", Map.of("what", "how to bake sourdough")), "Ask");
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        return ada.presses(ada.hears("Somebody would help you"), "Yes");
    }

    private Delivery.OpenThread both_get_a_thread() {
        both_say_yes();
        await().until(() -> town.threads().size() == 1);
        Delivery.OpenThread thread = town.threads().getFirst();
        await().until(() -> ada.runs("me", Map.of()).words().contains(link(thread)));
        return thread;
    }

    private static String link(Delivery.OpenThread thread) {
        return "#" + ScriptedPlatform.place(thread).id();
    }

    private static List<Text> with(Person person, String words) {
        return person.direct().stream()
                .filter(text -> text.words().contains(words))
                .toList();
    }

    @Test
    void the_first_words_in_a_thread_say_who_reads_it_why_these_two_how_to_begin_to_leave_and_to_report() {
        assertThat(both_get_a_thread().text().words())
                .contains(ada.mention() + ", meet " + ben.mention())
                .contains("What it is about:** how to bake sourdough", "offers:** baking sourdough bread")
                .contains("Why you two:** Both of you speak of bake, sourdough.", "A first step")
                .contains("moderators can read here", "I see that one of you wrote", "never look at what")
                .contains("You can leave", "`/report`", "`/thanks`");
    }

    @Test
    void where_moderators_want_no_threads_each_is_told_who_the_other_is() {
        settings.hold(Calm.direct());
        both_say_yes();
        assertThat(ada.hears("Write to " + ben.mention()).words())
                .contains("meet " + ben.mention(), "Why you two", "A first step", "I opened no thread", "`/report`");
        assertThat(ben.hears("Write to " + ada.mention()).words()).contains("how to bake sourdough", "Why you two");
        assertThat(town.threads()).isEmpty();
        hours(25);
        assertThat(with(ada, NUDGE)).isEmpty();
        hours(48);
        ada.presses(ada.hears("How did it go"), "It helped me");
    }

    @Test
    void me_and_the_check_in_lead_to_the_thread_as_long_as_it_is_there() {
        Delivery.OpenThread thread = both_get_a_thread();
        assertThat(rows.withoutKeys())
                .noneMatch(row -> row.contains(ScriptedPlatform.place(thread).id()));
        hours(72);
        assertThat(ada.hears("How did it go").words()).contains(link(thread));
        town.loses(thread);
        assertThat(ben.runs("me", Map.of()).words())
                .contains("a thread that is no longer there")
                .doesNotContain(link(thread));
    }

    @Test
    void where_nobody_wrote_for_a_day_the_asker_is_reminded_once() {
        Delivery.OpenThread thread = both_get_a_thread();
        hours(23);
        assertThat(with(ada, NUDGE)).isEmpty();
        hours(1);
        assertThat(ada.hears(NUDGE).words()).contains(ben.mention(), "nobody has written yet", link(thread));
        hours(24);
        assertThat(with(ada, NUDGE)).hasSize(1);
        assertThat(with(ben, NUDGE)).isEmpty();
    }

    @Test
    void where_one_wrote_the_other_is_reminded() {
        Delivery.OpenThread thread = both_get_a_thread();
        ada.writesIn(thread);
        hours(24);
        assertThat(ben.hears(NUDGE).words()).contains(ada.mention() + " has written in your thread");
        assertThat(with(ada, NUDGE)).isEmpty();
    }

    @Test
    void where_the_helper_wrote_first_the_asker_is_told_so() {
        ben.writesIn(both_get_a_thread());
        hours(24);
        assertThat(ada.hears(NUDGE).words()).contains(ben.mention() + " has written in your thread");
    }

    @Test
    void where_both_wrote_nobody_is_reminded() {
        Delivery.OpenThread thread = both_get_a_thread();
        ada.writesIn(thread);
        ben.writesIn(thread);
        hours(24);
        assertThat(with(ada, NUDGE)).isEmpty();
        assertThat(with(ben, NUDGE)).isEmpty();
    }

    @Test
    void a_moderator_who_writes_there_counts_for_nobody_and_nothing_is_kept_of_it() {
        Delivery.OpenThread thread = both_get_a_thread();
        Person lev = town.person("lev").joins("introductions");
        List<String> before = rows.of("introduction");
        lev.writesIn(thread);
        town.person("stranger").writesIn(thread);
        ada.runs("tasks", Map.of());
        assertThat(rows.of("introduction")).isEqualTo(before);
        hours(24);
        assertThat(ada.hears(NUDGE).words()).contains("nobody has written yet");
    }

    @Test
    void a_reminder_that_waits_for_the_morning_goes_when_it_is_not_needed_any_more() {
        Delivery.OpenThread thread = both_get_a_thread();
        ada.runs("profile", Map.of("time-zone", "UTC", "quiet-from", "8", "quiet-until", "12"));
        hours(24);
        assertThat(rows.of("outbox")).anyMatch(row -> row.contains("PENDING") && row.contains(NUDGE));
        ada.writesIn(thread);
        hours(4);
        assertThat(with(ada, NUDGE)).isEmpty();
    }

    @Test
    void nobody_is_reminded_of_somebody_whom_either_does_not_want_to_meet_any_more() {
        both_get_a_thread();
        ben.runs("exclude", Map.of("person", ada));
        hours(24);
        assertThat(with(ada, NUDGE)).isEmpty();
        hours(48);
        ada.hears("How did it go");
    }

    @Test
    void a_reminder_that_is_late_does_not_come_with_the_question_how_it_went() {
        both_get_a_thread();
        hours(96);
        ada.hears("How did it go");
        assertThat(with(ada, NUDGE)).isEmpty();
    }

    @Test
    void who_met_is_asked_whether_once_more_and_a_no_is_nobody_elses_to_know() {
        both_get_a_thread();
        hours(72);
        Text again = ada.presses(ada.hears("How did it go"), "We met");
        assertThat(again.words()).contains("Not every introduction helps", "together again", "Only I know");
        assertThat(ada.presses(again, "Rather not").words()).contains("I never bring you and " + ben.mention());
        Text gladly = ben.presses(ben.hears("How did it go"), "It helped me");
        assertThat(ben.presses(gladly, "Yes, any time").words()).contains("Gladly noted");
        assertThat(ada.runs("exclude", Map.of()).words()).contains("1. " + ben.mention());
        assertThat(ben.runs("me", Map.of()).words()).doesNotContain("never bring");
        hours(24 * 40);
        ada.presses(ada.runs("ask", Map.of("what", "how to bake sourdough rolls")), "Ask");
        hours(1);
        assertThat(with(ben, "Somebody here could use your help")).hasSize(1);
    }

    @Test
    void who_did_not_meet_is_not_asked_that_and_nobody_answers_it_for_somebody_else() {
        both_get_a_thread();
        hours(72);
        Text checkIn = ada.hears("How did it go");
        assertThat(ada.presses(checkIn, "We have not met").buttons()).isEmpty();
        Text again = ben.presses(ben.hears("How did it go"), "We met");
        Person mallory = town.person("mallory");
        assertThat(mallory.presses(again, "Rather not").words()).contains("for somebody else");
        assertThat(ada.presses(again, "Rather not").words()).contains("settled in the meantime");
        assertThat(ada.runs("exclude", Map.of()).words()).contains("named nobody");
    }

    @Test
    void whoever_is_forgotten_takes_the_way_to_the_thread_along() {
        Delivery.OpenThread thread = both_get_a_thread();
        ada.presses(ada.runs("me", Map.of("what", "forget")), "Yes, forget me");
        await().until(() -> rows.with(ScriptedPlatform.place(thread).id()).isEmpty());
        assertThat(ben.runs("me", Map.of()).words()).contains("someone who has left");
    }
}
