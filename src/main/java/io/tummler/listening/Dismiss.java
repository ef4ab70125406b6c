package io.tummler.listening;

import io.tummler.api.Button;
import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;

/** "No": the message was the only copy, and the answer takes its place; in {@code /me} it is not shown again. */
@Singleton
class Dismiss implements ButtonAction {
    static final String NAME = "listening.dismiss";

    private final Waiting waiting;

    Dismiss(Waiting waiting) {
        this.waiting = waiting;
    }

    static Button button(Wording wording) {
        return new Button(new Says.LeaveIt(), Button.Style.SECONDARY, NAME, Quotation.key(wording));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Message press(Call call) {
        waiting.settle(call.member(), call.argument());
        return Message.of(new Says.LeftAlone());
    }
}
