package io.tummler.chat;

import io.tummler.api.Button;
import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.Mode;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import io.tummler.api.Policy;
import io.tummler.api.Settings;
import io.tummler.api.SlashCommand;
import jakarta.inject.Singleton;

/** {@code /tummler welcome}: tells everybody, once, what the bot does, and lets whoever wants see what they may allow. */
@Singleton
record WelcomeCommand(Settings settings, Outbox outbox) implements SlashCommand {
    @Override
    public Spec spec() {
        return Spec.forModerators("tummler welcome", new Says.WelcomeCommand());
    }

    @Override
    public Message run(Call call) {
        Policy holds = settings.of(call.community());
        if (holds.mode() != Mode.LIVE) return Message.of(new Says.WelcomeNotLive());
        return holds.section(ChatSettings.class)
                .welcomeChannel()
                .map(channel -> {
                    outbox.put(new Outgoing.ToEverybody(
                            call.community(),
                            Message.of(
                                    new Says.Welcome(),
                                    new Button(new Says.WelcomeOpen(), Button.Style.PRIMARY, "community.join", ""))));
                    return Message.of(new Says.WelcomePosted(channel.toString()));
                })
                .orElseGet(() -> Message.of(new Says.WelcomeNowhere()));
    }
}
