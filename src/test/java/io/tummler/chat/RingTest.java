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
import io.tummler.config.MutableSettings;
import io.tummler.introduction.Calm;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three of whom each can help the next. */
@QuarkusTest
@TestProfile(RulesProfile.class)
class RingTest {
    private static final String QUESTION = "Three of you could help each other";
    private static final String NOTHING = "did not come about";

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

    private Town town;
    private Person ada;
    private Person ben;
    private Person cleo;

    /** How the third of them does not come to meet the other two. */
    enum Cleo {
        GIVES_NO_ANSWER,
        SAYS_NO,
        TAKES_THE_OFFER_BACK,
        TAKES_THE_NEED_BACK,
        STOPS_INTRODUCTIONS,
        EXCLUDES_ADA,
        EXCLUDES_ADA_AND_SAYS_YES,
        SAYS_YES_AND_EXCLUDES_ADA,
        IS_FORGOTTEN
    }

    @BeforeEach
    void three_neighbours() {
        settings.hold();
        town = platform.town();
        ada = town.person("ada").joins("introductions", "direct messages");
        ben = town.person("ben").joins("introductions", "direct messages");
        cleo = town.person("cleo").joins("introductions", "direct messages");
    }

    @AfterEach
    void no_more_faults() {
        platform.fault(_ -> Optional.empty());
        settings.hold();
    }

    private void theyCouldHelpInACircle() {
        offers(ada, "baking sourdough bread");
        offers(ben, "tuning an old piano");
        offers(cleo, "mending torn bicycles");
        looksFor(ada, "piano tuning");
        looksFor(ben, "a bicycle that needs mending");
        looksFor(cleo, "sourdough bread");
    }

    private static void offers(Person person, String what) {
        person.runs("offer", Map.of("what", what));
    }

    private static void looksFor(Person person, String what) {
        person.runs("ask", Map.of("what", what));
    }

    private void after(Duration time) {
        clock.forward(time);
        intake.tick();
        // What is asked after it is worked off after it, and whatever goes to them goes before the answers to them.
        town.person("clock").runs("join", Map.of());
        dispatcher.dispatch();
        Stream.of(ada, ben, cleo).forEach(person -> person.runs("tasks", Map.of()));
    }

    private void says(Person person, String answer) {
        person.presses(person.hears(QUESTION), answer);
    }

    private void theyMeet() {
        theyCouldHelpInACircle();
        after(Duration.ZERO);
        says(ada, "Yes");
        says(ben, "Yes");
        assertThat(cleo.presses(cleo.hears(QUESTION), "Yes").words()).contains("All three of you said yes");
    }

    private static long heard(Person person, String words) {
        return person.direct().stream()
                .filter(text -> text.words().contains(words))
                .count();
    }

    @Test
    void each_is_asked_once_what_they_would_give_and_get_and_by_no_name() {
        theyCouldHelpInACircle();
        after(Duration.ZERO);
        assertThat(ada.hears(QUESTION).words())
                .contains("looks for: sourdough bread", "You offer: baking sourdough bread")
                .contains("what you look for, piano tuning, a third person offers: tuning an old piano")
                .doesNotContain(ben.mention(), cleo.mention());
        after(Duration.ofHours(1));
        for (Person person : List.of(ada, ben, cleo))
            assertThat(heard(person, QUESTION)).isOne();
    }

    @Test
    void three_who_all_say_yes_meet_in_one_thread_and_each_is_asked_of_whoever_was_to_help_them() {
        theyMeet();
        await().until(() -> town.threads().size() == 1);
        Delivery.OpenThread thread = town.threads().getFirst();
        assertThat(thread.people()).containsExactlyInAnyOrder(ada.ref, ben.ref, cleo.ref);
        assertThat(thread.text().words())
                .contains(ben.mention() + " helps " + ada.mention(), "the three of you and moderators");
        after(Duration.ofDays(2));
        assertThat(ada.direct()).noneMatch(text -> text.words().contains("remind"));
        after(Duration.ofDays(1));
        Text checkIn = ada.hears("How did it go");
        assertThat(checkIn.words()).contains(ben.mention()).doesNotContain(cleo.mention());
        ada.presses(checkIn, "It helped me");
        for (Person person : List.of(ada, ben, cleo))
            assertThat(heard(person, "How did it go")).isOne();
        assertThat(ben.runs("me", Map.of("what", "credit")).words()).contains(ada.mention() + " says that you helped");
        assertThat(ada.runs("me", Map.of()).words()).doesNotContain("You look for: piano");
    }

    private static List<String> seenBy(Person person) {
        List<String> seen =
                new ArrayList<>(person.direct().stream().map(Text::words).toList());
        seen.add(person.runs("me", Map.of()).words());
        seen.add(Exports.of(person));
        return seen;
    }

    private String whatAdaSeesWhenCleo(Cleo how) {
        theyCouldHelpInACircle();
        after(Duration.ZERO);
        assertThat(ada.presses(ada.hears(QUESTION), "Yes").words()).contains("When the other two say yes as well");
        Text question = cleo.hears(QUESTION);
        switch (how) {
            case GIVES_NO_ANSWER -> {}
            case SAYS_NO -> cleo.presses(question, "Not this time");
            case TAKES_THE_OFFER_BACK -> cleo.presses(cleo.runs("me", Map.of()), "Take back: mending");
            case TAKES_THE_NEED_BACK -> cleo.presses(cleo.runs("me", Map.of()), "Take back: sourdough");
            case STOPS_INTRODUCTIONS -> cleo.presses(cleo.runs("join", Map.of()), "Stop introductions");
            case EXCLUDES_ADA -> cleo.runs("exclude", Map.of("person", ada));
            case EXCLUDES_ADA_AND_SAYS_YES -> {
                cleo.runs("exclude", Map.of("person", ada));
                assertThat(cleo.presses(question, "Yes").words()).contains("When the other two say yes as well");
            }
            case SAYS_YES_AND_EXCLUDES_ADA -> {
                cleo.presses(question, "Yes");
                cleo.runs("exclude", Map.of("person", ada));
            }
            case IS_FORGOTTEN -> cleo.presses(cleo.runs("me", Map.of("what", "forget")), "Yes, forget me");
        }
        List<String> seen = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            seen.addAll(seenBy(ada));
            // Whatever cleo did, ben's yes comes to nothing.
            if (day == 1) says(ben, "Yes");
            after(Duration.ofDays(1));
        }
        assertThat(town.threads()).isEmpty();
        return String.join("\n", seen)
                .replace(town.ref.id(), "TOWN")
                .replaceAll("\"[0-9a-f-]{36}\"", "ID")
                .replaceAll("[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}[T0-9:.Z]*", "DATE");
    }

    @ParameterizedTest
    @EnumSource(Cleo.class)
    void who_said_yes_sees_the_same_however_another_keeps_it_from_coming_about(Cleo how) {
        String silence = whatAdaSeesWhenCleo(Cleo.GIVES_NO_ANSWER);
        assertThat(silence).contains("You said yes, and the other side may answer until", NOTHING);
        clock.forward(Duration.ofDays(7));
        three_neighbours();
        assertThat(whatAdaSeesWhenCleo(how)).isEqualTo(silence);
    }

    @Test
    void who_said_no_hears_no_more_of_it_and_who_gave_no_answer_neither() {
        theyCouldHelpInACircle();
        after(Duration.ZERO);
        says(ada, "Yes");
        says(ben, "Not this time");
        after(Duration.ofDays(4));
        assertThat(heard(ada, NOTHING)).isOne();
        assertThat(heard(ben, NOTHING) + heard(cleo, NOTHING)).isZero();
        assertThat(Stream.of(ada, ben, cleo)).noneMatch(person -> heard(person, "was free this time") > 0);
    }

    @Test
    void a_ring_is_not_proposed_where_somebody_wants_none_of_it() {
        ben.runs("pause", Map.of("for", "1 month"));
        theyCouldHelpInACircle();
        after(Duration.ZERO);
        ben.runs("pause", Map.of());
        assertThat(heard(ada, QUESTION) + heard(cleo, QUESTION)).isZero();
    }

    @Test
    void nor_where_two_of_them_are_kept_apart() {
        cleo.runs("exclude", Map.of("person", ada));
        theyCouldHelpInACircle();
        after(Duration.ZERO);
        assertThat(heard(ada, QUESTION) + heard(ben, QUESTION) + heard(cleo, QUESTION))
                .isZero();
    }

    @Test
    void nor_about_a_need_that_nobody_is_to_read_yet() {
        offers(ada, "baking sourdough bread");
        offers(ben, "tuning an old piano");
        offers(cleo, "mending torn bicycles");
        looksFor(ada, "piano tuning");
        looksFor(ben, "a bicycle that needs mending");
        cleo.runs("ask", Map.of("what", "sourdough bread", "discreet", "true"));
        after(Duration.ZERO);
        assertThat(heard(ada, QUESTION)).isZero();
    }

    @Test
    void nor_where_two_can_help_each_other_both_ways() {
        theyCouldHelpInACircle();
        looksFor(ben, "bread of sourdough");
        after(Duration.ZERO);
        assertThat(heard(ada, QUESTION)).isZero();
    }

    @Test
    void nor_where_moderators_want_no_rings() {
        settings.hold(Calm.withoutRings());
        theyCouldHelpInACircle();
        after(Duration.ZERO);
        assertThat(heard(ada, QUESTION)).isZero();
    }

    @Test
    void where_two_meet_directly_three_do_too() {
        settings.hold(Calm.direct());
        theyMeet();
        assertThat(ada.hears("Write to each other directly").words()).contains(ben.mention(), cleo.mention());
        assertThat(town.threads()).isEmpty();
    }

    @Test
    void where_no_thread_can_be_opened_all_three_hear_who_the_others_are() {
        platform.fault(delivery ->
                delivery instanceof Delivery.OpenThread && delivery.community().equals(town.ref)
                        ? Optional.of(new Outcome.Later(Duration.ofMinutes(5), "there is no channel #introductions"))
                        : Optional.empty());
        theyMeet();
        await().until(() -> {
            clock.forward(Duration.ofMinutes(6));
            dispatcher.dispatch();
            return !town.posts().isEmpty();
        });
        for (Person person : List.of(ada, ben, cleo))
            assertThat(person.hears("Write to each other directly").words()).contains(ada.mention(), cleo.mention());
    }

    @Test
    void a_ring_that_waits_keeps_nobody_from_asking_about_the_same_need() {
        theyCouldHelpInACircle();
        after(Duration.ZERO);
        ada.hears(QUESTION);
        assertThat(ada.presses(ada.runs("me", Map.of()), "Ask about").words()).contains("I am asking now");
    }
}
