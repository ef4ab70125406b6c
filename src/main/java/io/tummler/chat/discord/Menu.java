package io.tummler.chat.discord;

import io.tummler.api.Intake;
import io.tummler.api.SlashCommand;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
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

    static List<SlashCommandData> of(List<Intake.Offered> offered) {
        return offered.stream()
                .collect(Collectors.groupingBy(it -> words(it)[0], LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Menu::command)
                .toList();
    }

    private static String[] words(Intake.Offered command) {
        return command.name().split(" ");
    }

    private static SlashCommandData command(List<Intake.Offered> sameWord) {
        Intake.Offered first = sameWord.getFirst();
        SlashCommandData command = Commands.slash(words(first)[0], described(first, 0))
                .setContexts(InteractionContextType.GUILD)
                .setDefaultPermissions(permissions(sameWord));
        Map<String, SubcommandGroupData> groups = new LinkedHashMap<>();
        for (Intake.Offered each : sameWord) {
            String[] words = words(each);
            if (words.length == 1 && sameWord.size() > 1)
                throw new IllegalArgumentException("a group of commands is no command itself: " + each.name());
            switch (words.length) {
                case 1 -> command.addOptions(options(each));
                case 2 -> command.addSubcommands(subcommand(each));
                default ->
                    groups.computeIfAbsent(words[1], name -> new SubcommandGroupData(name, described(each, 1)))
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

    /** What to say of a word of its name. */
    private static String described(Intake.Offered command, int word) {
        return word < command.within().size() ? command.within().get(word) : command.description();
    }

    private static SubcommandData subcommand(Intake.Offered command) {
        String[] words = words(command);
        return new SubcommandData(words[words.length - 1], command.description()).addOptions(options(command));
    }

    private static Collection<OptionData> options(Intake.Offered command) {
        return command.options().stream().map(Menu::option).toList();
    }

    private static OptionData option(Intake.OfferedOption offered) {
        SlashCommand.Option option = offered.option();
        return switch (option) {
            case SlashCommand.Option.Text text ->
                // Taming makes many texts shorter, so the limit that members feel is ours, with an answer that
                // explains.
                new OptionData(OptionType.STRING, text.name(), offered.description(), text.required());
            case SlashCommand.Option.Choice choice -> {
                var data = new OptionData(OptionType.STRING, choice.name(), offered.description(), choice.required());
                choice.of().forEach(word -> data.addChoice(word, word));
                yield data;
            }
            case SlashCommand.Option.Person person ->
                new OptionData(OptionType.USER, person.name(), offered.description(), person.required());
            case SlashCommand.Option.RoleOption role ->
                new OptionData(OptionType.ROLE, role.name(), offered.description(), role.required());
        };
    }
}
