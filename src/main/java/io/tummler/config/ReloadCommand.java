package io.tummler.config;

import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.SlashCommand;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** {@code /tummler config reload}: reads the files now, instead of within seconds. */
@Singleton
record ReloadCommand(BotConfig config, Changes changes) implements SlashCommand {
    @Override
    public Spec spec() {
        return Spec.forModerators("tummler config reload", new Says.ReloadCommand());
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message run(Call call) {
        changes.begin(call.community(), config.snapshot(call.community()), call.at());
        config.reread();
        List<Problem> problems = config.problems(call.community());
        if (!problems.isEmpty()) return Message.of(Says.ReloadBad.of(problems, config.folder()));
        List<Effective.Change> changed = changes.apply(
                call.community(), config.snapshot(call.community()), Optional.of(call.member()), call.at());
        return Message.of(changed.isEmpty() ? new Says.NothingNew() : Says.Reloaded.of(changed));
    }
}
