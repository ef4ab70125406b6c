package io.tummler.chat.discord;

import static net.dv8tion.jda.api.interactions.DiscordLocale.SPANISH;
import static net.dv8tion.jda.api.interactions.DiscordLocale.SPANISH_LATAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.tummler.api.Intake.Offered;
import io.tummler.api.Intake.OfferedEntry;
import io.tummler.api.Intake.OfferedOption;
import io.tummler.api.Intake.OfferedWord;
import io.tummler.api.Label;
import io.tummler.api.MenuEntry;
import io.tummler.api.Sentence;
import io.tummler.api.SlashCommand;
import io.tummler.api.SlashCommand.Audience;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MenuTest {
    /** Each word of its name is described by "All of" and the word, the last by "Does" and it. */
    private static Offered offered(String name) {
        return offered(name, Audience.EVERYBODY);
    }

    private static Offered offered(String name, Audience audience) {
        List<String> words = List.of(name.split(" "));
        return new Offered(
                name,
                IntStream.range(0, words.size())
                        .mapToObj(i -> new OfferedWord(
                                Label.of(words.get(i)),
                                Label.of((i < words.size() - 1 ? "All of " : "Does ") + words.get(i))))
                        .toList(),
                List.of(),
                audience);
    }

    @Test
    void commands_of_the_same_first_word_are_one_with_groups_and_subcommands() {
        List<SlashCommandData> menu = Menu.of(List.of(
                offered("tummler config show"),
                offered("join"),
                offered("tummler reload"),
                offered("tummler config why")));

        assertThat(menu).extracting(SlashCommandData::getName).containsExactly("tummler", "join");
        SlashCommandData tummler = menu.getFirst();
        assertThat(tummler.getDescription()).isEqualTo("All of tummler");
        assertThat(tummler.getSubcommands()).singleElement().satisfies(reload -> {
            assertThat(reload.getName()).isEqualTo("reload");
            assertThat(reload.getDescription()).isEqualTo("Does reload");
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
        return Menu.of(List.of(offered("tummler reload", one), offered("tummler mode", other)))
                .getFirst()
                .getDefaultPermissions()
                .getPermissionsRaw();
    }

    @Test
    void a_group_is_no_command_itself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Menu.of(List.of(offered("tummler"), offered("tummler reload"))))
                .withMessageContaining("tummler");
    }

    @Test
    void everything_is_named_in_each_locale_of_the_languages_that_there_are() {
        var hora = new Label("hour", Map.of("es", "hora"));
        var choice = new SlashCommand.Option.Choice("hour", new Sentence() {}, true, List.of("1"));
        SlashCommandData command = Menu.of(List.of(new Offered(
                        "wait",
                        List.of(new OfferedWord(
                                new Label("wait", Map.of("es", "espera")),
                                new Label("Waits", Map.of("es", "Espera un poco")))),
                        List.of(new OfferedOption(choice, hora, Label.of("Until when"), List.of(hora))),
                        Audience.EVERYBODY)))
                .getFirst();

        assertThat(command.getNameLocalizations().toMap())
                .containsOnly(entry(SPANISH, "espera"), entry(SPANISH_LATAM, "espera"));
        assertThat(command.getDescriptionLocalizations().toMap()).containsEntry(SPANISH, "Espera un poco");
        assertThat(command.getOptions()).singleElement().satisfies(hour -> {
            assertThat(hour.getName()).isEqualTo("hour");
            assertThat(hour.getNameLocalizations().toMap()).containsEntry(SPANISH, "hora");
            assertThat(hour.getChoices()).singleElement().satisfies(one -> {
                assertThat(one.getAsString()).isEqualTo("1");
                assertThat(one.getNameLocalizations().toMap()).containsEntry(SPANISH, "hora");
            });
        });
    }

    @Test
    void entries_of_menus_stand_beside_the_commands() {
        List<CommandData> all = Menu.of(
                List.of(offered("join")),
                List.of(
                        new OfferedEntry("a.find", MenuEntry.Of.MESSAGE, Label.of("Find help")),
                        new OfferedEntry("a.meet", MenuEntry.Of.PERSON, Label.of("Meet"))));

        assertThat(all).extracting(CommandData::getName).containsExactly("join", "Find help", "Meet");
        assertThat(all)
                .extracting(CommandData::getType)
                .containsExactly(Command.Type.SLASH, Command.Type.MESSAGE, Command.Type.USER);
    }
}
