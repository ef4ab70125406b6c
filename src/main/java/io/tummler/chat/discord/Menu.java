package io.tummler.chat.discord;

import io.tummler.api.Intake;
import io.tummler.api.Label;
import io.tummler.api.SlashCommand;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/**
 * Commands as Discord registers them: all whose names begin with the same word are one, with groups and subcommands. In
 * communities only, for a direct message belongs to none.
 */
final class Menu {
    private Menu() {}

    /** All that Discord registers. */
    static List<CommandData> of(List<Intake.Offered> commands, List<Intake.OfferedEntry> entries) {
        return Stream.concat(of(commands).stream(), entries.stream().map(Menu::entry))
                .toList();
    }

    private static CommandData entry(Intake.OfferedEntry entry) {
        String label = entry.label().plain();
        CommandData data = switch (entry.of()) {
            case MESSAGE -> Commands.message(label);
            case PERSON -> Commands.user(label);
        };
        return data.setNameLocalizations(localised(entry.label())).setContexts(InteractionContextType.GUILD);
    }

    static List<SlashCommandData> of(List<Intake.Offered> offered) {
        return offered.stream()
                .collect(Collectors.groupingBy(
                        it -> it.words().getFirst().name().plain(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Menu::command)
                .toList();
    }

    private static SlashCommandData command(List<Intake.Offered> sameWord) {
        Intake.OfferedWord first = sameWord.getFirst().words().getFirst();
        SlashCommandData command = Commands.slash(
                        first.name().plain(), first.description().plain())
                .setNameLocalizations(localised(first.name()))
                .setDescriptionLocalizations(localised(first.description()))
                .setContexts(InteractionContextType.GUILD)
                .setDefaultPermissions(permissions(sameWord));
        Map<String, SubcommandGroupData> groups = new LinkedHashMap<>();
        for (Intake.Offered each : sameWord) {
            List<Intake.OfferedWord> words = each.words();
            if (words.size() == 1 && sameWord.size() > 1)
                throw new IllegalArgumentException("a group of commands is no command itself: " + each.name());
            switch (words.size()) {
                case 1 -> command.addOptions(options(each));
                case 2 -> command.addSubcommands(subcommand(each));
                default ->
                    groups.computeIfAbsent(words.get(1).name().plain(), _ -> group(words.get(1)))
                            .addSubcommands(subcommand(each));
            }
        }
        return command.addSubcommandGroups(groups.values());
    }

    /** Discord asks for permissions by a name's first word alone. */
    private static DefaultMemberPermissions permissions(List<Intake.Offered> sameWord) {
        return sameWord.stream().allMatch(it -> it.audience() == SlashCommand.Audience.MODERATORS)
                ? DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER)
                : DefaultMemberPermissions.ENABLED;
    }

    private static SubcommandGroupData group(Intake.OfferedWord word) {
        return new SubcommandGroupData(word.name().plain(), word.description().plain())
                .setNameLocalizations(localised(word.name()))
                .setDescriptionLocalizations(localised(word.description()));
    }

    private static SubcommandData subcommand(Intake.Offered command) {
        Intake.OfferedWord last = command.words().getLast();
        return new SubcommandData(last.name().plain(), last.description().plain())
                .setNameLocalizations(localised(last.name()))
                .setDescriptionLocalizations(localised(last.description()))
                .addOptions(options(command));
    }

    private static Collection<OptionData> options(Intake.Offered command) {
        return command.options().stream().map(Menu::option).toList();
    }

    private static OptionData option(Intake.OfferedOption offered) {
        SlashCommand.Option option = offered.option();
        var data = new OptionData(
                        switch (option) {
                            // Taming makes many texts shorter, so the limit that members feel is ours, with an answer
                            // that explains.
                            case SlashCommand.Option.Text _ -> OptionType.STRING;
                            case SlashCommand.Option.Choice _ -> OptionType.STRING;
                            case SlashCommand.Option.Flag _ -> OptionType.BOOLEAN;
                            case SlashCommand.Option.Person _ -> OptionType.USER;
                            case SlashCommand.Option.RoleOption _ -> OptionType.ROLE;
                        },
                        option.name(),
                        offered.description().plain(),
                        option.required(),
                        option instanceof SlashCommand.Option.Text text && text.completed())
                .setNameLocalizations(localised(offered.name()))
                .setDescriptionLocalizations(localised(offered.description()));
        if (option instanceof SlashCommand.Option.Choice choice)
            for (int i = 0; i < choice.of().size(); i++) {
                Label label = offered.choices().get(i);
                data.addChoices(
                        new Command.Choice(label.plain(), choice.of().get(i)).setNameLocalizations(localised(label)));
            }
        return data;
    }

    /** Discord has several locales of some languages. */
    private static Map<DiscordLocale, String> localised(Label label) {
        Map<DiscordLocale, String> localised = new EnumMap<>(DiscordLocale.class);
        for (DiscordLocale locale : DiscordLocale.values()) {
            String said = label.in().get(locale.toLocale().getLanguage());
            if (locale != DiscordLocale.UNKNOWN && said != null) localised.put(locale, said);
        }
        return localised;
    }
}
