package io.tummler.chat;

import io.quarkus.arc.All;
import io.tummler.api.CommunityId;
import io.tummler.api.Incoming;
import io.tummler.api.Intake;
import io.tummler.api.Label;
import io.tummler.api.Members;
import io.tummler.api.MenuEntry;
import io.tummler.api.Sentence;
import io.tummler.api.SlashCommand;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What platforms offer to whoever types a command or opens a menu, in the words of every language. */
@Singleton
class Offering {
    private final Members members;
    private final Words words;
    private final Names names;
    private final List<SlashCommand> commands;
    private final List<MenuEntry> entries;

    Offering(
            Members members, Words words, Names names, @All List<SlashCommand> commands, @All List<MenuEntry> entries) {
        this.members = members;
        this.words = words;
        this.names = names;
        this.commands = commands;
        this.entries = entries;
    }

    List<Intake.Offered> commands() {
        return commands.stream().map(SlashCommand::spec).map(this::offered).toList();
    }

    private Intake.Offered offered(SlashCommand.Spec spec) {
        return new Intake.Offered(
                spec.name(),
                words(spec),
                spec.options().stream().map(option -> offered(spec, option)).toList(),
                spec.audience());
    }

    private List<Intake.OfferedWord> words(SlashCommand.Spec spec) {
        String name = spec.name();
        return IntStream.rangeClosed(1, name.length())
                .filter(end -> end == name.length() || name.charAt(end) == ' ')
                .mapToObj(end -> name.substring(0, end))
                .map(upTo -> new Intake.OfferedWord(
                        names.named(upTo, upTo.substring(upTo.lastIndexOf(' ') + 1)),
                        said(upTo.equals(name) ? spec.description() : new Says.CommandGroup(upTo))))
                .toList();
    }

    private Intake.OfferedOption offered(SlashCommand.Spec spec, SlashCommand.Option option) {
        String key = spec.name() + ' ' + option.name();
        List<Label> choices = option instanceof SlashCommand.Option.Choice choice
                ? choice.of().stream()
                        .map(word -> names.named(
                                key + ' ' + word.toLowerCase(Locale.ROOT).replace(' ', '-'), word))
                        .toList()
                : List.of();
        return new Intake.OfferedOption(option, names.named(key, option.name()), said(option.description()), choices);
    }

    List<Intake.OfferedEntry> menu() {
        return entries.stream()
                .map(MenuEntry::spec)
                .map(spec -> new Intake.OfferedEntry(spec.name(), spec.of(), said(spec.label())))
                .toList();
    }

    private Label said(Sentence sentence) {
        return new Label(
                words.say(sentence),
                names.others()
                        .collect(Collectors.toMap(language -> language, language -> words.say(language, sentence))));
    }

    /** Whoever may not run a command is not helped with it either. */
    List<String> suggestions(Incoming.Typing typing) {
        Optional<CommunityId> community = members.known(typing.community());
        if (community.isEmpty()) return List.of();
        var asked = new SlashCommand.Typing(community.get(), typing.option(), typing.typed());
        return commands.stream()
                .filter(command -> command.spec().name().equals(typing.command()))
                .filter(command -> typing.moderator() || command.spec().audience() == SlashCommand.Audience.EVERYBODY)
                .flatMap(command -> command.suggestions(asked).stream())
                .limit(SlashCommand.SUGGESTIONS_MAX)
                .toList();
    }
}
