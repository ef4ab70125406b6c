package io.tummler.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tummler.api.Intake.Offered;
import java.util.List;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.junit.jupiter.api.Test;

class MenuTest {
    private static Offered offered(String name, String... within) {
        return new Offered(name, List.of(within), "Does " + name, List.of());
    }

    @Test
    void commands_of_the_same_first_word_are_one_with_groups_and_subcommands() {
        List<SlashCommandData> menu = Menu.of(List.of(
                offered("tummler config show", "All of Tummler", "All of config"),
                offered("join"),
                offered("tummler reload", "All of Tummler"),
                offered("tummler config why", "All of Tummler", "All of config")));

        assertThat(menu).extracting(SlashCommandData::getName).containsExactly("tummler", "join");
        SlashCommandData tummler = menu.getFirst();
        assertThat(tummler.getDescription()).isEqualTo("All of Tummler");
        assertThat(tummler.getSubcommands()).singleElement().satisfies(reload -> {
            assertThat(reload.getName()).isEqualTo("reload");
            assertThat(reload.getDescription()).isEqualTo("Does tummler reload");
        });
        assertThat(tummler.getSubcommandGroups()).singleElement().satisfies(config -> {
            assertThat(config.getName()).isEqualTo("config");
            assertThat(config.getDescription()).isEqualTo("All of config");
            assertThat(config.getSubcommands())
                    .extracting(SubcommandData::getName)
                    .containsExactly("show", "why");
        });
        assertThat(menu.getLast().getDescription()).isEqualTo("Does join");
    }

    @Test
    void a_group_is_no_command_itself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Menu.of(List.of(offered("tummler"), offered("tummler reload", "All of Tummler"))))
                .withMessageContaining("tummler");
    }
}
