package io.tummler.config;

import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.SlashCommand;
import jakarta.inject.Singleton;
import java.util.List;

/** {@code /tummler config validate}: what is wrong in the files as they are now, taken or not. */
@Singleton
record ValidateCommand(BotConfig config, Sections sections) implements SlashCommand {
    @Override
    public Spec spec() {
        return Spec.forModerators("tummler config validate", new Says.ValidateCommand());
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message run(Call call) {
        List<Problem> problems = config.check(call.community());
        if (!problems.isEmpty()) return Message.of(Says.ReloadBad.of(problems, config.folder()));
        int keys = Setting.of(config.snapshot(call.community()), sections).size();
        return Message.of(new Says.ConfigGood(keys));
    }
}
