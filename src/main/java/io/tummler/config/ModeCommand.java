package io.tummler.config;

import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.Mode;
import io.tummler.api.SlashCommand;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /tummler config mode}: holds the bot back at once, or lets it go again as far as the files allow. */
@Singleton
record ModeCommand(BotConfig config, Brakes brakes, Changes changes) implements SlashCommand {
    private static final List<String> MODES =
            Arrays.stream(Mode.values()).map(Shapes::word).toList();

    @Override
    public Spec spec() {
        return Spec.forModerators(
                "tummler config mode",
                new Says.ModeCommand(),
                new Option.Choice("to", new Says.ModeOption(), false, MODES));
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message run(Call call) {
        Snapshot files = config.byFiles(call.community());
        Optional<String> to = call.text("to").filter(MODES::contains);
        if (to.isEmpty()) {
            Mode brake = brakes.of(call.community());
            return Message.of(new Says.ModeIs(files.mode().or(brake), files.mode(), brake));
        }
        Mode asked = Mode.valueOf(to.get().toUpperCase(Locale.ROOT));
        brakes.set(call.community(), asked);
        Snapshot now = files.atMost(asked);
        changes.apply(call.community(), now, Optional.of(call.member()), call.at());
        return Message.of(new Says.ModeSet(asked, now.mode()));
    }
}
