package io.tummler.community;

import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.SlashCommand;
import jakarta.inject.Singleton;

/** {@code /join}: what a member may consent to, a button each. */
@Singleton
class JoinCommand implements SlashCommand {
    private final ConsentPanel panel;

    JoinCommand(ConsentPanel panel) {
        this.panel = panel;
    }

    @Override
    public Spec spec() {
        return Spec.of("join", new Says.JoinCommand());
    }

    @Override
    public Message run(Call call) {
        return panel.of(call.member());
    }
}
