package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.ChatPlatform.Text;
import io.tummler.api.Members;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is at rest, and what is not: looked up in every column of every table. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class ErasureTest {
    private static final String NEED = "Does anyone know how to grow tomato seedlings?";

    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    TestClock clock;

    @Inject
    Rows rows;

    @Inject
    ObjectMapper json;

    @Inject
    Members members;

    @Inject
    AgroalDataSource database;

    private final Logged log = new Logged();

    private Town town;
    private Person ada;
    private Person ben;

    @BeforeEach
    void two_members() {
        town = platform.town();
        ada = town.person("ada");
        ben = town.person("ben");
    }

    @AfterEach
    void the_log_is_closed() {
        log.close();
    }

    private List<String> rowsOfThisTest(String words) {
        return rows.with(words).stream()
                .filter(row -> !row.startsWith("flyway"))
                .toList();
    }

    private void nothingIsLeftOf(String words) {
        await().untilAsserted(() -> assertThat(rowsOfThisTest(words)).isEmpty());
    }

    private void days(int days) {
        clock.forward(Duration.ofDays(days));
        intake.tick();
    }

    @Test
    void a_message_without_consent_leaves_no_trace() {
        ada.joins("introductions", "tasks", "direct messages");
        ben.joins("introductions");
        ada.says("general", "Thank you @ben, my xylophone is fixed. " + NEED.replace("tomato", "quincunx"), ben);
        ada.says("general", "Does anybody know how to tune a xylophone?");
        // What is asked after it is worked off after it.
        ada.runs("join", Map.of());
        assertThat(rowsOfThisTest("xylophone")).isEmpty();
        assertThat(rowsOfThisTest("quincunx")).isEmpty();
        assertThat(ada.direct()).isEmpty();
        assertThat(ben.runs("me", Map.of()).words()).contains("You have 0 credits");
    }

    @Test
    void of_a_message_that_was_heard_only_the_confirmed_wording_stays() {
        ada.joins("listening", "introductions", "direct messages");
        ada.says("general", "Zebracorn morning, all! " + NEED.replace("tomato", "okapi"));
        Text proposal = ada.hears("okapi seedlings");
        ada.presses(proposal, "Yes");
        nothingIsLeftOf("Zebracorn");
        await().until(() -> rowsOfThisTest("okapi seedlings").stream().allMatch(row -> row.startsWith("statement|")));
        assertThat(rowsOfThisTest("okapi")).hasSize(1);
    }

    @Test
    void of_a_proposal_that_was_dismissed_nothing_stays() {
        ada.joins("listening", "introductions", "direct messages");
        ada.says("general", NEED.replace("tomato", "quagga"));
        ada.presses(ada.hears("quagga seedlings"), "No");
        nothingIsLeftOf("quagga");
    }

    @Test
    void a_proposal_that_nobody_saw_goes_with_the_consent_to_listening() {
        ada.joins("listening", "introductions");
        ada.says("general", NEED.replace("tomato", "dodo"));
        await().until(() -> ada.runs("me", Map.of()).words().contains("dodo seedlings"));
        ada.presses(ada.runs("join", Map.of()), "Stop listening");
        nothingIsLeftOf("dodo");
        assertThat(ada.runs("me", Map.of()).words()).doesNotContain("dodo");
    }

    @Test
    void two_proposals_that_wait_in_me_are_confirmed_each_for_itself() {
        ada.joins("listening", "introductions");
        ada.says("general", NEED.replace("tomato", "moa"));
        ada.says("general", "I'm looking for someone to practise the accordion with");
        Text me = await().until(
                        () -> ada.runs("me", Map.of()),
                        text -> text.words().contains("moa") && text.words().contains("accordion"));
        assertThat(me.buttons()).extracting("id").doesNotHaveDuplicates();
        String second = me.buttons().stream()
                .filter(button -> button.id().startsWith("listening.confirm:"))
                .toList()
                .getLast()
                .id();
        assertThat(ada.pressesRaw(second, me.words()).words())
                .contains("accordion")
                .doesNotContain("moa");
        assertThat(ada.runs("me", Map.of()).words()).contains("reads as if", "moa", "You look for");
    }

    @Test
    void what_was_ended_is_gone() {
        ada.runs("offer", Map.of("what", "lessons in dulcimer"));
        ada.presses(ada.runs("me", Map.of()), "Take back");
        nothingIsLeftOf("dulcimer");
    }

    @Test
    void unconfirmed_words_are_at_rest_for_nobody_who_allows_no_direct_messages() {
        ada.joins("listening", "introductions");
        ada.says("general", NEED.replace("tomato", "thylacine"));
        Text me = await().until(
                        () -> ada.runs("me", Map.of()), text -> text.words().contains("thylacine seedlings"));
        // Answers are emptied once they are said.
        nothingIsLeftOf("thylacine");
        assertThat(ada.presses(me, "Yes").words()).contains("thylacine");
        assertThat(ada.runs("me", Map.of()).words()).doesNotContain("reads as if");
    }

    @Test
    void unconfirmed_words_that_a_closed_direct_message_refuses_are_gone() {
        ada.joins("listening", "introductions", "direct messages");
        ada.closesDirectMessages();
        ada.says("general", NEED.replace("tomato", "megalodon"));
        ada.runs("me", Map.of());
        nothingIsLeftOf("megalodon");
        assertThat(ada.runs("me", Map.of()).words()).doesNotContain("megalodon");
    }

    @Test
    void what_was_thanked_for_goes_with_the_one_who_thanked() {
        ada.joins("listening", "introductions");
        ben.joins("listening", "introductions");
        ada.says("general", NEED.replace("tomato", "gorgonopsid"));
        ada.says("general", "Thank you @ben!", ben);
        await().until(() -> ben.runs("me", Map.of()).words().contains("gorgonopsid"));
        ada.presses(ada.runs("me", Map.of("what", "forget")), "Yes, forget me");
        assertThat(ben.runs("me", Map.of()).words()).doesNotContain("gorgonopsid");
        nothingIsLeftOf("gorgonopsid");
    }

    @Test
    void thanks_that_were_heard_lead_to_no_message_for_ever() {
        ada.joins("listening");
        ben.joins("introductions");
        String message = ada.says("general", "Thank you @ben!", ben);
        await().until(() -> credits(ben).contains("1 credit"));
        ada.presses(ada.runs("me", Map.of("what", "forget")), "Yes, forget me");
        await().untilAsserted(() -> assertThat(rows.all())
                .filteredOn(row -> !row.startsWith("flyway"))
                .noneMatch(row -> row.matches("(?s).*\\b" + message + "\\b.*")));
    }

    /** Words that no other test says. */
    private String greatAda() {
        return "ada the great, " + town.ref.id().replace("-", "") + ".";
    }

    private void ada_and_ben_were_introduced() {
        ada.joins("introductions", "direct messages", "listening", "tasks");
        ben.joins("introductions", "direct messages");
        ben.runs("offer", Map.of("what", "repairing a theremin"));
        ada.presses(ada.runs("ask", Map.of("what", "repairing my theremin, by " + greatAda())), "Ask");
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Yes");
        await().until(() -> town.threads().size() == 1);
        ada.runs("thanks", Map.of("member", ben, "for", "the theremin of " + greatAda()));
        days(3);
        ada.presses(ada.hears("How did it go"), "It helped me");
    }

    @Test
    void every_column_of_every_table_is_looked_at_and_what_is_encrypted_is_read() throws SQLException {
        List<String> looked = rows.columns();
        System.out.println("Columns that are looked at for traces: " + String.join(", ", looked));
        try (var connection = database.getConnection();
                var there = connection
                        .createStatement()
                        .executeQuery("select table_name || '.' || column_name from information_schema.columns"
                                + " where table_schema = 'public'")) {
            List<String> all = new ArrayList<>();
            while (there.next()) all.add(there.getString(1));
            assertThat(looked).containsExactlyInAnyOrderElementsOf(all).contains("consent_event.shown");
        }
        ada.runs("offer", Map.of("what", "a word in ciphertext, by " + greatAda()));
        assertThat(rows.with(greatAda())).isNotEmpty();
        assertThat(rows.withoutKeys()).noneMatch(row -> row.contains(greatAda()));
    }

    @Test
    void whoever_is_forgotten_leads_nowhere_and_the_ledger_still_balances() {
        ada_and_ben_were_introduced();
        ada.runs("ask", Map.of("what", "a glockenspiel for " + greatAda()));
        ada.runs(
                "introduce",
                Map.of(
                        "one",
                        ben,
                        "other",
                        town.person("eve").joins("introductions"),
                        "about",
                        "what is thought by " + greatAda()));
        String number =
                members.find(members.community(town.ref), ada.ref).orElseThrow().toString();
        String ledger = rows.of("transfer").toString();
        assertThat(ledger).isNotEqualTo("[]");
        String credits = credits(ben);

        Text sure = ada.runs("me", Map.of("what", "forget"));
        assertThat(ada.presses(sure, "Yes, forget me").words()).contains("I have removed");

        nothingIsLeftOf(ada.ref.id());
        nothingIsLeftOf(greatAda());
        await().untilAsserted(() -> assertThat(rows.with(number))
                .as("what bears the number that leads to nobody any more, and for a day that it was answered")
                .allMatch(row -> row.matches("(?s)(member|transfer|ledger_account|introduction)\\|.*"
                        + "|outbox\\|.*\\|ANSWER\\|null\\|DONE\\|.*")));
        Logger.getLogger("any").warning("this is heard");
        assertThat(log.said())
                .as("what was logged meanwhile")
                .contains("this is heard")
                .noneMatch(line -> line.contains(ada.ref.id()) || line.contains(greatAda()));
        assertThat(rows.of("transfer")).hasToString(ledger);
        assertThat(credits(ben)).isEqualTo(credits);
        assertThat(ben.runs("me", Map.of()).words()).contains("someone who has left");
        assertThat(ada.runs("me", Map.of()).words()).contains("You have 0 credits", "Member since");
    }

    private static String credits(Person person) {
        return person.runs("me", Map.of())
                .words()
                .lines()
                .filter(line -> line.startsWith("You have"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_export_is_one_json_of_all_that_is_held() throws Exception {
        ada_and_ben_were_introduced();
        for (int i = 0; i < 6; i++) ada.runs("offer", Map.of("what", "offer " + i + " " + "🪕🎻".repeat(40) + "`x`"));
        String all = Exports.of(ada);
        JsonNode export = json.readTree(all);
        assertThat(export.at("/statements")).hasSize(6);
        assertThat(export.at("/statements/0/wording").asText())
                .contains("🪕🎻🪕🎻")
                .endsWith("`x`");
        assertThat(export.at("/membership/0/consents")).hasSize(4);
        assertThat(export.at("/introductions/0/youFound").asText()).isEqualTo("HELPED");
        assertThat(export.at("/credit").size()).isPositive();
        assertThat(export.at("/membership/0/account").asText()).isEqualTo(ada.ref.id());
        assertThat(all).doesNotContain(ben.ref.id());
    }

    @Test
    void who_leaves_has_no_consent_left_and_is_told_how_to_come_back() {
        ada.joins("introductions", "direct messages", "listening", "tasks");
        assertThat(ada.runs("leave", Map.of()).words()).contains("I have stopped", "/join");
        assertThat(ada.runs("me", Map.of()).words()).contains("You have allowed nothing");
        assertThat(intake.listensTo(town.ref, ada.ref)).isFalse();
        assertThat(ada.runs("leave", Map.of()).words()).contains("I have stopped");
    }
}
