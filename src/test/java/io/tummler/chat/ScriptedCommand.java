package io.tummler.chat;

import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.SlashCommand;
import jakarta.inject.Singleton;

/** A moderators' command, in a group of a group. */
@Singleton
class ScriptedCommand implements SlashCommand {
    static final String NAME = "scripted config show";

    @Override
    public Spec spec() {
        return Spec.forModerators(
                NAME, new Says.Ready("For tests"), new Option.Text("key", new Says.Ready("What to show"), true, 100));
    }

    @Override
    public Message run(Call call) {
        return Message.of(new Says.Ready("Shown: " + call.text("key").orElse("nothing")));
    }
}
