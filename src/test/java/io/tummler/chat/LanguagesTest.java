package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each is spoken to in their own language. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class LanguagesTest {
    @Inject
    ScriptedPlatform platform;

    private Town town;
    private Person ada;
    private Person ben;

    @BeforeEach
    void two_members() {
        town = platform.town();
        ada = town.person("ada");
        ben = town.person("ben");
    }

    private void the_two_are_brought_together() {
        ben.joins("introductions", "direct messages").runs("offer", Map.of("what", "Sourdough bread"));
        ada.joins("introductions", "direct messages");
        Text asked = ada.runs("ask", Map.of("what", "Sourdough bread for beginners"));
        ben.runs("profile", Map.of("language", "de"));
        ada.runs("profile", Map.of("language", "de"));
        ada.pressesRaw(asked.buttons().getFirst().id(), asked.words());
        Text question = ben.hears("Jemand hier könnte deine Hilfe brauchen");
        ben.pressesRaw(question.buttons().getFirst().id(), question.words());
        Text willing = ada.hears("Sourdough");
        ada.pressesRaw(willing.buttons().getFirst().id(), willing.words());
        await().until(() -> town.threads().size() == 1);
    }

    @Test
    void an_answer_is_in_the_language_in_which_discord_is_used() {
        assertThat(ada.speaks("es").runs("help", Map.of()).words()).contains("Presento a gente de aquí");
        assertThat(ada.speaks("de").runs("help", Map.of()).words()).contains("Ich bringe hier Leute zusammen");
        assertThat(ada.speaks("tlh").runs("help", Map.of()).words()).contains("I introduce people here");
    }

    @Test
    void the_language_that_somebody_chose_goes_before_it_until_they_take_it_back() {
        ada.speaks("es").runs("profile", Map.of("language", "de"));
        assertThat(ada.runs("help", Map.of()).words()).contains("Ich bringe hier Leute zusammen");
        ada.runs("profile", Map.of("language", "-"));
        assertThat(ada.runs("help", Map.of()).words()).contains("Presento a gente de aquí");
    }

    @Test
    void whoever_had_themselves_forgotten_hears_of_it_in_their_own_language() {
        ada.joins("introductions").speaks("de");
        assertThat(ada.presses(ada.runs("me", Map.of("what", "forget")), "Ja, vergiss mich")
                        .words())
                .startsWith("Erledigt");
    }

    @Test
    void a_thread_is_in_the_language_of_both_where_they_share_one() {
        the_two_are_brought_together();
        assertThat(town.threads().getFirst().text().words()).contains("Ein erster Schritt");
    }
}
