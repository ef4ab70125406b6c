package io.tummler.chat;

import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.Message;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** A button that does what a test says. */
@Singleton
class ScriptedAction implements ButtonAction {
    static final String BUTTON = "test.scripted:";

    private volatile Function<Call, Message> script = _ -> Message.of(new Says.Ready("nothing"));

    void does(Function<Call, Message> script) {
        this.script = script;
    }

    @Override
    public String name() {
        return "test.scripted";
    }

    @Override
    public Message press(Call call) {
        return script.apply(call);
    }
}
