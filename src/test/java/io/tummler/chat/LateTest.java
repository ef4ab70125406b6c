package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bot that was away for days: whatever fell due comes once, in an order that makes sense. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class LateTest {
    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    Dispatcher dispatcher;

    @Inject
    TestClock clock;

    private Town town;
    private Person ada;
    private Person ben;

    @BeforeEach
    void one_who_offers_and_one_who_looks() {
        town = platform.town();
        ada = town.person("ada").joins("introductions", "direct messages");
        ben = town.person("ben").joins("introductions", "direct messages");
        ben.runs("offer", Map.of("what", "baking sourdough bread"));
    }

    private void comes_back_after(Duration time) {
        clock.forward(time);
        for (int i = 0; i < 3; i++) {
            intake.tick();
            // What is asked after it is worked off after it, and whatever goes to the two goes before the answers to
            // them.
            town.person("clock").runs("join", Map.of());
            dispatcher.dispatch();
            ada.runs("tasks", Map.of());
            ben.runs("tasks", Map.of());
        }
    }

    private void asks(Person person, String what) {
        person.presses(person.runs("ask", Map.of("what", what)), "Ask");
    }

    @Test
    void all_that_fell_due_meanwhile_comes_once_and_nothing_that_lost_its_point() {
        asks(ada, "how to bake sourdough");
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Yes");
        await().until(() -> ada.runs("me", Map.of()).words().contains("#thread-"));
        ben.runs("offer", Map.of("what", "repairing bicycles"));
        Person eve = town.person("eve").joins("introductions", "direct messages");
        asks(eve, "my bicycle needs repairing");
        ben.hears("bicycle");
        int heardByAda = ada.direct().size();
        int heardByBen = ben.direct().size();

        comes_back_after(Duration.ofDays(4));

        assertThat(words(ada, heardByAda)).singleElement().asString().contains("How did it go");
        assertThat(words(ben, heardByBen)).singleElement().asString().contains("How did it go");
        eve.hears("Nobody was free this time");
        assertThat(eve.direct()).hasSize(1);

        comes_back_after(Duration.ofDays(30));
        assertThat(words(ada, heardByAda)).hasSize(1);
        assertThat(words(ben, heardByBen)).hasSize(1);
        assertThat(eve.direct()).hasSize(1);
    }

    @Test
    void a_day_late_a_reminder_is_still_one() {
        asks(ada, "how to bake sourdough");
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Yes");
        await().until(() -> ada.runs("me", Map.of()).words().contains("#thread-"));
        int heardByAda = ada.direct().size();
        comes_back_after(Duration.ofDays(2));
        assertThat(words(ada, heardByAda)).singleElement().asString().contains("I remind you once only");
    }

    private static List<String> words(Person person, int before) {
        return person.direct().stream().skip(before).map(Text::words).toList();
    }
}
