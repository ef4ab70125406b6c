package io.tummler.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.Button;
import io.tummler.api.ChatPlatform.Key;
import io.tummler.api.ChatPlatform.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final int MOST = Message.MAX_CONTENT_LENGTH_COMPONENT_V2;
    private static final String GUILD = "18446744073709551615";

    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @Test
    void words_that_fit_stay_as_they_are() {
        assertThat(Layout.fitting("a".repeat(MOST))).isEqualTo("a".repeat(MOST));
    }

    @Test
    void words_that_do_not_fit_end_before_a_line_that_would_be_cut() {
        String line = "b".repeat(MOST - 10);
        assertThat(Layout.fitting(line + "\n" + "c".repeat(100))).isEqualTo(line + "\n…");
    }

    @Test
    void no_character_is_cut_in_half() {
        for (String shift : List.of("", "a")) {
            String cut = Layout.fitting(shift + "🚲".repeat(MOST));
            assertThat(cut).hasSizeLessThanOrEqualTo(MOST).endsWith("…");
            assertThat(isWhole(cut)).isTrue();
            String label = Layout.label(shift + "🚲".repeat(80));
            assertThat(label).hasSizeLessThanOrEqualTo(80).endsWith("…");
            assertThat(isWhole(label)).isTrue();
        }
    }

    @Test
    void the_most_that_a_message_may_hold_fits_into_a_message_of_discord() {
        List<Key> keys = IntStream.range(0, 25)
                .mapToObj(i -> new Key(
                        "l".repeat(200), Button.Style.PRIMARY, ("a" + i + "a".repeat(78)).substring(0, Button.ID_MAX)))
                .toList();
        var components = Layout.of(new Text("w".repeat(9_000), List.of(), keys), GUILD);
        assertThat(components).hasSize(6).first().isInstanceOf(TextDisplay.class);
        int all = components.stream()
                .mapToInt(component -> component instanceof ActionRow row
                        ? 1 + row.getComponents().size()
                        : 1)
                .sum();
        assertThat(all).isLessThanOrEqualTo(40);
    }
}
