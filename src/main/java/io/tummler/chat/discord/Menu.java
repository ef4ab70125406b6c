package io.tummler.chat.discord;

import io.tummler.api.Intake;
import io.tummler.api.SlashCommand;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** Commands as Discord registers them; in communities only, for a direct message belongs to none. */
final class Menu {
    private Menu() {}

    static SlashCommandData command(Intake.Offered command) {
        return Commands.slash(command.name(), command.description())
                .setContexts(InteractionContextType.GUILD)
                .addOptions(command.options().stream().map(Menu::option).toList());
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
        };
    }
}
