package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.chat.sandbox.MessageView;
import io.tummler.chat.sandbox.Persona;
import io.tummler.chat.sandbox.Sandbox;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What moderators change in their files, and what comes of it, through JDA and real sockets. */
@QuarkusTest
@TestProfile(SettingsProfile.class)
class ModeratorsTest {
    private static final Path FOLDER = SettingsProfile.FOLDER;

    private final Map<String, String> shipped = new HashMap<>();

    @Inject
    SandboxHost host;

    private Sandbox sandbox;
    private Persona lev;
    private Persona ada;
    private Persona ben;

    @BeforeEach
    void the_bot_is_there() {
        sandbox = host.sandbox().orElseThrow();
        await().atMost(Duration.ofSeconds(30)).until(() -> sandbox.commands().contains("join"));
        lev = sandbox.persona("lev");
        ada = sandbox.persona("ada");
        ben = sandbox.persona("ben");
    }

    @AfterEach
    void all_is_as_it_was() throws IOException {
        for (var file : shipped.entrySet()) Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
        asks("reload");
        asks("mode", Map.of("to", "live"));
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = FOLDER.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        shipped.putIfAbsent(file, text);
        // Of another length, so that it is seen to have changed within a tick of the file system's clock.
        Files.writeString(path, text.replace(from, to) + "#".repeat(1 + shipped.size()) + "\n");
    }

    private String asks(String command) {
        return asks(command, Map.of());
    }

    private String asks(String command, Map<String, ?> options) {
        MessageView answer = lev.runs("tummler config " + command, options).answer();
        assertThat(answer.ephemeral()).isTrue();
        return answer.content();
    }

    private void moderatorsHear(String... words) {
        await("moderators hear " + String.join(", ", words))
                .untilAsserted(() -> assertThat(lev.reads("moderators"))
                        .anySatisfy(message -> assertThat(message.content()).contains(words)));
    }

    @Test
    void a_change_is_told_to_whoever_made_it_and_to_the_others_and_is_kept() throws IOException {
        edit("introductions.yaml", "ask-at-once: 3", "ask-at-once: 2");
        edit("brands/corner-oven.yaml", "credit: 3", "credit: 4");

        assertThat(asks("reload"))
                .contains("`introductions: ask-at-once`: `3` → `2`", "`brands/corner-oven: tasks[spelt-trial].credit`");

        moderatorsHear(
                "The settings changed",
                lev.mention(),
                "`introductions: ask-at-once`: `3` → `2`",
                "Corner Oven, Bake one loaf with our new spelt flour: changed, and seen by fewer than 5 members");
        assertThat(asks("changes")).contains("ask-at-once", lev.mention());
        assertThat(asks("why", Map.of("key", "ask-at-once")))
                .contains("is `2`", "introductions.yaml:", "How many helpers are asked at once");
        assertThat(asks("reload")).contains("Nothing in them has changed");
    }

    @Test
    void a_mistake_changes_nothing_and_is_told_where_it_stands() throws IOException {
        edit("introductions.yaml", "ask-at-once: 3", "ask-at-once: many");

        assertThat(asks("validate")).contains("introductions.yaml:", "'ask-at-once' is 'many'", "from 1 to 5");
        assertThat(asks("reload")).contains("what held before goes on to hold", "'ask-at-once' is 'many'");

        moderatorsHear("have a mistake", "'ask-at-once' is 'many'");
        assertThat(asks("why", Map.of("key", "introductions.ask-at-once"))).contains("is `3`");
        edit("introductions.yaml", "ask-at-once: many", "ask-at-once: 3");
        assertThat(asks("validate")).contains("all right");
    }

    @Test
    void words_of_ones_own_are_said_from_then_on() throws IOException {
        Path own = FOLDER.resolve("say/en/matching/no-statements.txt");
        Files.createDirectories(own.getParent());
        Files.writeString(own, "Nothing on your list, {the.name}.");
        assertThat(asks("reload")).contains("no-statements.txt:1:23", "is nothing that this sentence tells");

        Files.writeString(own, "Your list is blank.");
        asks("reload");
        try {
            assertThat(sandbox.persona("mina").runs("me").answer().content()).contains("Your list is blank.");
        } finally {
            Files.delete(own);
        }
    }

    @Test
    void what_is_only_observed_is_told_to_moderators_alone() {
        for (Persona persona : new Persona[] {ada, ben}) {
            MessageView panel = persona.runs("join").answer();
            for (String purpose : new String[] {"introductions", "direct messages"})
                panel = persona.presses(panel, "Allow " + purpose).answer();
        }
        ada.runs("offer", Map.of("what", "tuning old pianos")).answer();

        assertThat(asks("mode", Map.of("to", "observe"))).contains("is **observe**");
        moderatorsHear("The settings changed", "`mode in effect`: `live` → `observe`");
        int heard = ada.dms().size();
        MessageView asked =
                ben.runs("ask", Map.of("what", "somebody who tunes pianos")).answer();
        assertThat(asked.content()).contains("One person here could help", "Moderators are trying this bot out");
        ben.presses(asked, "Ask them").answer();
        sandbox.forward(Duration.ofHours(25));

        moderatorsHear("Only observing", "1 note to members");
        assertThat(ada.dms()).hasSize(heard);
    }

    @Test
    void switched_off_it_answers_only_who_asks_for_what_is_theirs() {
        assertThat(asks("mode", Map.of("to", "off"))).contains("is **off**");

        assertThat(ada.runs("offer", Map.of("what", "mending chairs")).answer().content())
                .contains("switched this bot off");
        assertThat(ada.runs("me").answer().content()).doesNotContain("mending chairs", "switched this bot off");
        Persona hugo = sandbox.persona("hugo");
        assertThat(hugo.runs("report", Map.of("what", "sells <@everyone> things", "who", "mina"))
                        .answer()
                        .content())
                .contains("passing it on to the moderators' channel");
        moderatorsHear(
                hugo.mention() + " reports " + sandbox.persona("mina").mention(), "sells \\<\\@everyone\\> things");
        assertThat(hugo.runs("exclude").answer().content())
                .contains(sandbox.persona("mina").mention());
        assertThat(hugo.runs("pause", Map.of("for", "1 day")).answer().content())
                .contains("You have a pause");
        assertThat(asks("mode")).contains("is **off**", "The files allow live");
    }

    @Test
    void members_who_are_no_moderators_see_none_of_it() {
        assertThatThrownBy(() -> ada.runs("tummler config show")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_holds_is_shown_a_file_at_a_time() {
        assertThat(asks("show")).contains("is **live**", "`brands/corner-oven`", "`introductions`");
        assertThat(asks("show", Map.of("file", "matching"))).contains("`minimum-score`: `0.2`");
        assertThat(asks("show", Map.of("file", "matchin"))).contains("Did you mean `matching`?");
        assertThat(asks("why", Map.of("key", "weekly-cup"))).contains("no setting");
    }
}
