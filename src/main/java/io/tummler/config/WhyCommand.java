package io.tummler.config;

import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.SlashCommand;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** {@code /tummler config why}: names the file and the line that decide a setting. */
@Singleton
record WhyCommand(BotConfig config, Sections sections) implements SlashCommand {
    @Override
    public Spec spec() {
        return Spec.forModerators(
                "tummler config why",
                new Says.WhyCommand(),
                new Option.Text("key", new Says.WhyOption(), true, 120, true));
    }

    @Override
    public List<String> suggestions(Typing typing) {
        String part = typing.typed().strip();
        return Setting.of(config.snapshot(typing.community()), sections).stream()
                .map(Setting::path)
                .filter(path -> path.contains(part))
                .toList();
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message run(Call call) {
        String asked = call.text("key").orElse("").strip();
        List<Setting> settings = Setting.of(config.snapshot(call.community()), sections);
        Optional<Setting> found = settings.stream()
                .filter(setting ->
                        setting.path().equals(asked) || dotted(setting).equals(asked))
                .findFirst()
                .or(() -> only(settings.stream()
                        .filter(setting -> setting.key().equals(asked))
                        .toList()));
        return found.map(setting -> Message.of(Says.Why.of(setting, config.folder())))
                .orElseGet(() -> Message.of(Says.NoSuchKey.of(
                        asked,
                        Suggestion.of(
                                asked, settings.stream().map(Setting::path).toList()))));
    }

    private static String dotted(Setting setting) {
        return setting.section() + '.' + setting.key();
    }

    private static Optional<Setting> only(List<Setting> settings) {
        return settings.size() == 1 ? Optional.of(settings.getFirst()) : Optional.empty();
    }
}
