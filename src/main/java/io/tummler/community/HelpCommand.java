package io.tummler.community;

import io.tummler.api.Call;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.Purpose;
import io.tummler.api.SlashCommand;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** {@code /help}: what to do next, and what else there is. */
@Singleton
class HelpCommand implements SlashCommand {
    private final Members members;
    /** Looked up when somebody asks, since this is one of them. */
    private final Instance<SlashCommand> commands;

    HelpCommand(Members members, Instance<SlashCommand> commands) {
        this.members = members;
        this.commands = commands;
    }

    @Override
    public Spec spec() {
        return Spec.of("help", new Says.HelpCommand());
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message run(Call call) {
        List<Says.Help.Line> lines = commands.stream()
                .map(SlashCommand::spec)
                .filter(spec ->
                        spec.audience() == Audience.EVERYBODY && !spec.name().equals("help"))
                .map(spec -> new Says.Help.Line(spec.name(), spec.description()))
                .sorted(Comparator.comparing(Says.Help.Line::command))
                .toList();
        return Message.of(new Says.Help(
                members.consents(call.member(), Purpose.INTRODUCTIONS),
                members.consents(call.member(), Purpose.DIRECT_MESSAGES),
                lines));
    }
}
