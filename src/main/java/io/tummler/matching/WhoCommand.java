package io.tummler.matching;

import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.SlashCommand;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;

/** {@code /who}: about how many offer something, never who. */
@Singleton
class WhoCommand implements SlashCommand {
    private static final String TOPIC = "topic";

    private final Search search;

    WhoCommand(Search search) {
        this.search = search;
    }

    @Override
    public Spec spec() {
        return Spec.of(
                "who", new Says.WhoCommand(), new Option.Text(TOPIC, new Says.WhoOption(), true, Wording.LENGTH_MAX));
    }

    @Override
    public Message run(Call call) {
        return switch (Wording.parse(call.text(TOPIC).orElse(""))) {
            case Wording.Parsed.Empty _ -> Message.of(new Says.WhoUnread());
            case Wording.Parsed.TooLong(int length) -> Message.of(new Says.TooLong(length, Wording.LENGTH_MAX));
            case Wording.Parsed.Good(Wording topic) ->
                Message.of(new Says.Who(topic, AboutMany.of(search.offering(call.community(), call.member(), topic))));
        };
    }
}
