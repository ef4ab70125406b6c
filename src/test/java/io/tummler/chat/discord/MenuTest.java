package io.tummler.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tummler.api.Intake.Offered;
import io.tummler.api.SlashCommand.Audience;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MenuTest {
    private static Offered offered(String name, String... within) {
        return new Offered(name, List.of(within), "Does " + name, List.of(), Audience.EVERYBODY);
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
    void discord_keeps_to_moderators_what_is_all_theirs() {
        assertThat(permissionsOf(Audience.MODERATORS, Audience.MODERATORS))
                .isEqualTo(Permission.MANAGE_SERVER.getRawValue());
        assertThat(permissionsOf(Audience.MODERATORS, Audience.EVERYBODY)).isNull();
    }

    private static @Nullable Long permissionsOf(Audience one, Audience other) {
        return Menu.of(List.of(
                        new Offered("tummler reload", List.of("All"), "Reloads", List.of(), one),
                        new Offered("tummler mode", List.of("All"), "Switches", List.of(), other)))
                .getFirst()
                .getDefaultPermissions()
                .getPermissionsRaw();
    }

    @Test
    void a_group_is_no_command_itself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Menu.of(List.of(offered("tummler"), offered("tummler reload", "All of Tummler"))))
                .withMessageContaining("tummler");
    }
}
