package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.Incoming;
import io.tummler.chat.ScriptedPlatform.Person;
import io.tummler.chat.ScriptedPlatform.Town;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever takes the database away without the keys reads nothing that members wrote, and finds them in one table only. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class AtRestTest {
    private static final List<String> WRITTEN =
            List.of("crumhorn", "accompanied", "clavichord", "hurdygurdy", "glasschord");

    @Inject
    ScriptedPlatform platform;

    @Inject
    CommunityIntake intake;

    @Inject
    Journal journal;

    @Inject
    TestClock clock;

    @Inject
    Rows rows;

    private Town town;
    private Person ada;
    private Person ben;

    @BeforeEach
    void two_members_one_of_whom_reads_in_me_what_is_for_him() {
        town = platform.town();
        ada = town.person("ada").joins("introductions", "direct messages", "tasks");
        ben = town.person("ben").joins("introductions", "tasks");
    }

    /** The tables in which somebody who has the keys finds this. */
    private Set<String> tablesWith(String words) {
        return rows.with(words).stream()
                .map(row -> row.substring(0, row.indexOf('|')))
                .collect(Collectors.toSet());
    }

    private void nobodyReadsIt() {
        List<String> seen = rows.withoutKeys();
        for (String word : WRITTEN) assertThat(seen).noneMatch(row -> row.contains(word));
        for (Person person : List.of(ada, ben))
            assertThat(seen)
                    .filteredOn(row -> row.contains(person.ref.id()))
                    .singleElement()
                    .asString()
                    .startsWith("identity|");
    }

    @Test
    void no_column_has_a_word_that_a_member_wrote_or_an_account_beside_the_identity_table() {
        ben.runs("offer", Map.of("what", "teaching the crumhorn, accompanied"));
        ada.presses(ada.runs("ask", Map.of("what", "an accompanied first hour of crumhorn")), "Ask");
        await().until(() -> tablesWith("crumhorn"), Set.of("statement", "introduction", "outbox")::equals);
        nobodyReadsIt();

        ben.presses(ben.runs("me", Map.of()), "Yes");
        ada.presses(ada.hears("Somebody would help you"), "Yes");
        await().until(() -> town.threads().size() == 1);
        ada.runs("thanks", Map.of("member", ben, "for", "the clavichord"));
        ada.runs(
                "introduce",
                Map.of("one", ben, "other", town.person("eve").joins("introductions"), "about", "glasschord"));
        await().until(() -> tablesWith("clavichord"), Set.of("outbox")::equals);
        await().until(() -> tablesWith("glasschord"), Set.of("introduction", "outbox")::equals);
        nobodyReadsIt();

        clock.forward(Duration.ofDays(3));
        intake.tick();
        ada.presses(ada.hears("How did it go"), "It helped me");
        nobodyReadsIt();
    }

    @Test
    void a_command_that_is_not_worked_off_yet_shows_neither_its_words_nor_its_member() {
        var command = new Incoming.Command(
                town.ref,
                ada.ref,
                Optional.empty(),
                false,
                "undone-" + town.ref.id(),
                "token",
                clock.instant(),
                Locale.ENGLISH,
                "ask",
                Map.of("what", "a hurdygurdy"),
                Map.of("member", ben.ref),
                Map.of());
        journal.write(command);
        try {
            assertThat(tablesWith("hurdygurdy")).containsExactly("interaction");
            assertThat(tablesWith(ben.ref.id())).containsExactlyInAnyOrder("identity", "interaction");
            nobodyReadsIt();
        } finally {
            QuarkusTransaction.requiringNew().run(() -> journal.finish(command));
        }
    }
}
