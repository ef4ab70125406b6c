package io.tummler.config;

import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.SlashCommand;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** {@code /tummler config show}: what the settings say here, a file at a time. */
@Singleton
record ShowCommand(BotConfig config, Sections sections) implements SlashCommand {
    /** So many fit into a message. */
    private static final int KEYS = 25;

    @Override
    public Spec spec() {
        return Spec.forModerators(
                "tummler config show",
                new Says.ShowCommand(),
                new Option.Text("file", new Says.ShowOption(), false, 60, true));
    }

    @Override
    public List<String> suggestions(Typing typing) {
        String part = typing.typed().strip();
        return files(Setting.of(config.snapshot(typing.community()), sections)).stream()
                .filter(file -> file.contains(part))
                .toList();
    }

    private static List<String> files(List<Setting> settings) {
        return settings.stream().map(Setting::section).distinct().toList();
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message run(Call call) {
        Snapshot snapshot = config.snapshot(call.community());
        List<Setting> settings = Setting.of(snapshot, sections);
        List<String> files = files(settings);
        Optional<String> file = call.text("file").map(name -> name.strip().replace(".yaml", ""));
        if (file.isEmpty()) return Message.of(new Says.SectionsShown(files, snapshot.mode()));
        List<Setting> shown = settings.stream()
                .filter(setting -> setting.section().equals(file.get()))
                .toList();
        if (shown.isEmpty()) return Message.of(Says.NoSuchSection.of(file.get(), Suggestion.of(file.get(), files)));
        return Message.of(new Says.ConfigShown(
                file.get(), shown.stream().limit(KEYS).map(Says.Held::of).toList(), Math.max(0, shown.size() - KEYS)));
    }
}
