package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Purpose;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a member allowed: to which wording, provably, and no longer once the purpose is another one. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class ConsentTest {
    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    Members members;

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    private Town town;
    private Person ada;

    @BeforeEach
    void a_member() {
        town = platform.town();
        ada = town.person("ada");
    }

    private MemberId id() {
        return members.find(members.community(town.ref), ada.ref).orElseThrow();
    }

    private void purposesHaveChangedSince() throws Exception {
        town.leaves();
        try (var connection = database.getConnection();
                var older = connection.prepareStatement("update consent set version = 0 where member_id = ?")) {
            older.setObject(1, id().value());
            older.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        // As with a start of the program in which they have.
        town.comesBack();
    }

    private List<String> log() {
        return rows.of("consent_event").stream()
                .filter(row -> row.contains(id().toString()))
                // Databases write a truth in capitals, or by one letter.
                .map(row -> row.replaceFirst("(?i)\\|t(rue)?\\|", "|given|")
                        .replaceFirst("(?i)\\|f(alse)?\\|", "|taken back|"))
                .sorted()
                .toList();
    }

    @Test
    void a_consent_to_what_a_purpose_covered_before_holds_no_longer() throws Exception {
        ada.joins("listening", "introductions", "direct messages", "tasks");
        assertThat(intake.listensTo(town.ref, ada.ref)).isTrue();

        purposesHaveChangedSince();

        assertThat(intake.listensTo(town.ref, ada.ref)).isFalse();
        for (Purpose purpose : Purpose.values()) {
            assertThat(members.consents(id(), purpose)).isFalse();
            assertThat(members.consentsSince(id(), purpose)).isEmpty();
            assertThat(members.consenting(members.community(town.ref), purpose)).isEmpty();
        }
        assertThat(ada.direct()).as("nobody is written to about it").isEmpty();
        assertThat(ada.runs("me", Map.of()).words())
                .contains("You have allowed nothing that holds now")
                .contains("has changed since then, and is off: ");
    }

    @Test
    void it_is_asked_for_again_where_it_is_given_and_said_since_when_it_was() throws Exception {
        Text before = ada.joins("introductions").runs("join", Map.of());
        assertThat(before.words()).doesNotContain("You allowed this on").doesNotContain("/privacy");

        purposesHaveChangedSince();

        Text panel = ada.runs("join", Map.of());
        assertThat(panel.words())
                .contains("**Introductions** (off)", "You allowed this on")
                .containsOnlyOnce("What it covers has changed since then");
        Text after = ada.presses(panel, "Allow introductions");
        assertThat(after.words()).contains("**Introductions** (on)").doesNotContain("You allowed this on");
        assertThat(members.consents(id(), Purpose.INTRODUCTIONS)).isTrue();
        assertThat(log()).hasSize(2);
    }

    @Test
    void a_button_that_was_shown_with_other_words_consents_to_nothing() {
        town.person("ben").joins("introductions").runs("offer", Map.of("what", "tuning spinets"));
        Text panel = ada.runs("join", Map.of());
        Text again = ada.pressesRaw("community.consent:INTRODUCTIONS.0", panel.words());
        assertThat(again.words()).contains("**Introductions** (off)");
        assertThat(ada.pressesRaw("community.consent:INTRODUCTIONS", panel.words())
                        .words())
                .contains("**Introductions** (off)");

        Text asked = ada.runs("ask", Map.of("what", "a spinet tuned"));
        String need = asked.buttons().getFirst().id().replaceAll(".*:", "");
        assertThat(ada.pressesRaw("introduction.agree:INTRODUCTIONS.0." + need, "")
                        .words())
                .contains("I need your consent");
        assertThat(log()).isEmpty();
    }

    @Test
    void what_holds_no_longer_can_be_taken_back_too() throws Exception {
        ada.joins("introductions");
        purposesHaveChangedSince();
        ada.runs("leave", Map.of());
        assertThat(ada.runs("join", Map.of()).words()).doesNotContain("You allowed this on");
        assertThat(log().getLast()).contains("|INTRODUCTIONS|0|").endsWith("|taken back|");
    }

    @Test
    void each_giving_and_taking_back_is_kept_with_the_words_that_stood_above_the_button() {
        Text panel = ada.runs("join", Map.of());
        panel = ada.presses(panel, "Allow listening");
        ada.presses(panel, "Stop listening");

        assertThat(log()).hasSize(2);
        assertThat(log().getFirst())
                .contains("|LISTENING|2|")
                .contains("|given|**I introduce people here", "I read your messages in open channels");
        assertThat(log().getLast()).contains("|LISTENING|2|").endsWith("|taken back|");
        assertThat(rows.withoutKeys()).noneMatch(row -> row.contains("I read your messages in open channels"));
        assertThat(ada.runs("me", Map.of("what", "export")).words())
                .contains("consentLog", "\"shown\" : \"**I introduce people here");
    }

    @Test
    void a_consent_that_is_given_on_the_way_is_kept_with_the_words_of_that_place() {
        town.person("ben").joins("introductions").runs("offer", Map.of("what", "tuning harpsichords"));
        Text first = ada.presses(ada.runs("ask", Map.of("what", "a harpsichord tuned")), "Ask");
        ada.presses(first, "Agree");
        assertThat(log()).singleElement().asString().contains("Before I ask anybody for you I need your consent");
    }

    @Test
    void pressing_a_button_for_ever_does_not_fill_the_log() {
        Text panel = ada.joins("introductions").runs("join", Map.of());
        for (int press = 0; press < 60; press++)
            panel = ada.presses(panel, press % 2 == 0 ? "Allow tasks" : "Stop tasks");
        assertThat(log()).filteredOn(row -> row.contains("|TASKS|")).hasSize(50);
        assertThat(log()).filteredOn(row -> row.contains("|INTRODUCTIONS|")).hasSize(1);
    }

    @Test
    void nothing_of_the_log_is_left_of_whoever_is_forgotten() {
        ada.joins("introductions", "listening");
        MemberId before = id();
        ada.presses(ada.runs("me", Map.of("what", "forget")), "Yes, forget me");
        assertThat(rows.of("consent_event")).noneMatch(row -> row.contains(before.toString()));
    }
}
