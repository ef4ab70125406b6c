package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import io.tummler.config.MutableSettings;
import io.tummler.matching.Rules;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Minors meet minors only, also by name and in rings; {@link RulesOfMeetingTest} has the other ways. */
@QuarkusTest
@TestProfile(RulesProfile.class)
class MinorsTest {
    private static final String MINOR = "Under 18";
    private static final String BY_NAME = "would like to meet you in particular";
    private static final String RING = "Three of you could help each other";

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

    @BeforeEach
    void neighbours() {
        settings.hold(Rules.minors(MINOR));
        town = platform.town();
        ada = neighbour("ada");
        ben = neighbour("ben");
        cleo = neighbour("cleo");
    }

    private Person neighbour(String name) {
        return town.person(name).bears(MINOR).joins("introductions", "direct messages");
    }

    @AfterEach
    void defaults() {
        settings.hold();
    }

    private static void isOfAge(Person person) {
        person.bears("Regular").runs("tasks", Map.of());
    }

    private void after(Duration time) {
        clock.forward(time);
        intake.tick();
        town.person("clock").runs("join", Map.of());
        dispatcher.dispatch();
        Stream.of(ada, ben, cleo).forEach(person -> person.runs("tasks", Map.of()));
    }

    private void asksFor(Person asker, Person other) {
        asker.runs("ask", Map.of("what", "a hand with a kite"));
        asker.presses(asker.chooses("introduction.introduce-me", other), "About:");
    }

    private void comesToNothing(Person asker) {
        after(Duration.ofDays(3));
        asker.hears("Nobody was free this time");
        assertThat(town.threads()).isEmpty();
    }

    @Test
    void no_adult_is_asked_for_by_a_minor() {
        isOfAge(ben);
        asksFor(ada, ben);
        comesToNothing(ada);
        assertThat(ben.direct()).isEmpty();
    }

    @Test
    void no_minor_is_asked_for_by_an_adult() {
        isOfAge(ada);
        asksFor(ada, ben);
        comesToNothing(ada);
        assertThat(ben.direct()).isEmpty();
    }

    @Test
    void who_came_of_age_after_being_asked_for_meets_no_minor() {
        asksFor(ada, ben);
        ben.hears(BY_NAME);
        isOfAge(ben);
        assertThat(ben.presses(ben.hears(BY_NAME), "Yes").words()).contains("settled in the meantime");
        comesToNothing(ada);
    }

    @Test
    void who_came_of_age_after_the_first_yes_meets_no_minor() {
        asksFor(ada, ben);
        ben.presses(ben.hears(BY_NAME), "Yes");
        isOfAge(ada);
        assertThat(ada.presses(ada.hears("would like to meet you too"), "Yes").words())
                .contains("settled in the meantime");
        after(Duration.ofDays(3));
        assertThat(town.threads()).isEmpty();
    }

    private void theyCouldHelpInACircle() {
        ada.runs("offer", Map.of("what", "baking sourdough bread"));
        ben.runs("offer", Map.of("what", "tuning an old piano"));
        cleo.runs("offer", Map.of("what", "mending torn bicycles"));
        ada.runs("ask", Map.of("what", "piano tuning"));
        ben.runs("ask", Map.of("what", "a bicycle that needs mending"));
        cleo.runs("ask", Map.of("what", "sourdough bread"));
        after(Duration.ZERO);
    }

    @Test
    void three_minors_may_make_a_ring_and_none_with_an_adult_among_them() {
        theyCouldHelpInACircle();
        ada.hears(RING);
        neighbours();
        isOfAge(cleo);
        theyCouldHelpInACircle();
        assertThat(Stream.of(ada, ben, cleo)).allMatch(person -> person.direct().isEmpty());
    }

    @Test
    void a_ring_in_which_one_came_of_age_before_the_last_yes_does_not_come_about() {
        theyCouldHelpInACircle();
        ada.presses(ada.hears(RING), "Yes");
        ben.presses(ben.hears(RING), "Yes");
        isOfAge(ada);
        assertThat(cleo.presses(cleo.hears(RING), "Yes").words()).contains("When the other two say yes as well");
        after(Duration.ofDays(3));
        cleo.hears("did not come about");
        assertThat(town.threads()).isEmpty();
    }
}
