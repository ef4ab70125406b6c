package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept for a while, and then no longer, although nobody asked for it to be removed. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class RetentionTest {
    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    Notes notes;

    @Inject
    TestClock clock;

    @Inject
    Rows rows;

    private Town town;
    private Person ada;
    private Person ben;

    @BeforeEach
    void two_members() {
        town = platform.town();
        ada = town.person("ada").joins("introductions", "direct messages");
        ben = town.person("ben").joins("introductions", "direct messages");
    }

    private void days(int days) {
        clock.forward(Duration.ofDays(days));
        intake.tick();
    }

    private List<String> introductions(String words) {
        return rows.of("introduction").stream()
                .filter(row -> row.contains(words))
                .toList();
    }

    @Test
    void a_year_after_an_introduction_was_closed_only_remains_that_the_two_met() {
        ben.runs("offer", Map.of("what", "teaching the contrabassoon"));
        ada.presses(ada.runs("ask", Map.of("what", "a first hour of contrabassoon")), "Ask");
        ben.presses(ben.hears("Somebody here could use your help"), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Yes");
        await().until(() -> town.threads().size() == 1);
        days(3);
        ada.presses(ada.hears("How did it go"), "It helped me");
        ben.presses(ben.hears("How did it go"), "We met");
        List<String> transfers = rows.of("transfer");
        assertThat(ada.runs("me", Map.of()).words()).contains("closed: a first hour of contrabassoon");

        days(364);
        assertThat(ada.runs("me", Map.of()).words()).contains("closed: a first hour of contrabassoon");
        assertThat(introductions("contrabassoon")).hasSize(1);
        days(1);

        await().until(() -> introductions("contrabassoon").isEmpty());
        assertThat(rows.with("contrabassoon")).isEmpty();
        assertThat(ada.runs("me", Map.of()).words()).contains("You and " + ben.mention() + ", closed: removed");
        assertThat(Exports.of(ben)).contains("\"topic\" : \"removed\"", "\"connected\" : true");
        assertThat(rows.of("transfer")).containsAll(transfers);
    }

    @Test
    void what_nobody_comes_to_see_goes_after_a_month() {
        ben.closesDirectMessages();
        ada.runs("thanks", Map.of("member", ben, "for", "the sarrusophone"));
        await().until(() ->
                rows.of("outbox").stream().anyMatch(row -> row.contains("sarrusophone") && row.contains("|WAITING|")));
        clock.forward(Duration.ofDays(30));
        notes.prune();
        assertThat(rows.with("sarrusophone")).hasSize(1);
        clock.forward(Duration.ofSeconds(1));
        notes.prune();
        assertThat(rows.with("sarrusophone")).isEmpty();
    }
}
