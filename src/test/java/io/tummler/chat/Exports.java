package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.ChatPlatform.Text;
import io.tummler.chat.ScriptedPlatform.Person;
import java.util.Map;

/** What {@code /me what:export} gives, its parts put together as a member would. */
final class Exports {
    private static final String BEFORE = "```json\n";

    private Exports() {}

    static String of(Person person) {
        var all = new StringBuilder();
        Text part = person.runs("me", Map.of("what", "export"));
        while (true) {
            String words = part.words();
            assertThat(words.length()).isLessThan(2_000);
            all.append(words, words.indexOf(BEFORE) + BEFORE.length(), words.lastIndexOf("\n```"));
            if (part.buttons().isEmpty()) return all.toString();
            part = person.presses(part, "Next part");
        }
    }
}
