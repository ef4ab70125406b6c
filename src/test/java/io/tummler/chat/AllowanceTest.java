package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What costs others something is done only so often a day. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class AllowanceTest {
    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    TestClock clock;

    @Inject
    Rows rows;

    private Town town;
    private Person ada;

    @BeforeEach
    void somebody_who_could_be_asked() {
        town = platform.town();
        ada = town.person("ada").joins("introductions");
        town.person("ben").joins("introductions").runs("offer", Map.of("what", "baking sourdough bread"));
    }

    private List<Text> ada_looks_for_ten_things(String kind) {
        List<Text> asked = new ArrayList<>();
        for (int i = 0; i < 10; i++) asked.add(ada.runs("ask", Map.of("what", "sourdough " + kind + " " + i)));
        assertThat(asked).allMatch(text -> text.words().contains("You are looking for"));
        return asked;
    }

    @Test
    void nobody_says_more_than_ten_new_things_a_day_whether_they_take_them_back_or_not() {
        ada_looks_for_ten_things("rolls");
        for (int i = 0; i < 10; i++) ada.presses(ada.runs("me", Map.of()), "Take back");
        assertThat(ada.runs("ask", Map.of("what", "sourdough")).words())
                .contains("10 new things within a day", "try again tomorrow");
        assertThat(ada.runs("offer", Map.of("what", "sourdough, too")).words()).contains("10 new things within a day");
        clock.forward(Duration.ofDays(1));
        assertThat(ada.runs("offer", Map.of("what", "sourdough, too")).words()).contains("You can give");
    }

    @Test
    void what_is_said_again_is_nothing_new() {
        ada_looks_for_ten_things("rolls");
        assertThat(ada.runs("ask", Map.of("what", "sourdough rolls 3")).words()).contains("You are looking for");
    }

    @Test
    void nobody_has_others_asked_more_than_ten_times_a_day() {
        List<Text> rolls = ada_looks_for_ten_things("rolls");
        clock.forward(Duration.ofDays(1));
        for (Text loaf : ada_looks_for_ten_things("loaf"))
            assertThat(ada.presses(loaf, "Ask").words()).contains("I am asking now");
        assertThat(ada.presses(rolls.getFirst(), "Ask").words())
                .contains("asked 10 times in the last day", "nobody was asked this time");
        clock.forward(Duration.ofDays(1));
        assertThat(ada.presses(rolls.getFirst(), "Ask").words()).contains("I am asking now");
    }

    @Test
    void what_was_counted_is_shown_and_gone_after_a_day_or_with_its_member() {
        ada.runs("ask", Map.of("what", "sourdough"));
        assertThat(ada.runs("me", Map.of()).words()).contains("**Your last day**");
        assertThat(Exports.of(ada)).contains("\"act\" : \"STATEMENT\"");
        int before = rows.of("recent_act").size();
        ada.presses(ada.runs("me", Map.of("what", "forget")), "Yes, forget me");
        assertThat(rows.of("recent_act")).hasSize(before - 1);
        clock.forward(Duration.ofDays(1));
        intake.tick();
        town.person("clock").runs("join", Map.of());
        assertThat(ada.runs("me", Map.of()).words()).doesNotContain("Your last day");
    }
}
