package io.tummler.chat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import io.tummler.api.ButtonAction;
import io.tummler.api.Incoming;
import io.tummler.api.MenuEntry;
import io.tummler.api.SlashCommand;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts what comes in, and how long it takes. Names are those of commands and buttons, never of anybody. */
@Singleton
class Traffic {
    /** Up to the three seconds that Discord waits for an acknowledgement. */
    private static final Duration[] BUCKETS = Stream.of(10, 50, 100, 250, 500, 1_000, 2_000, 3_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry meters;
    private final Set<String> known;
    private final Counter seen;
    private final Counter dropped;
    private final Counter heard;
    private final Counter shed;
    private final Timer acknowledged;
    private final Timer answered;

    /** What became of a command or a press. */
    enum Outcome {
        /** Its answer is written. */
        ANSWERED,
        /** It failed, was undone, and an apology is written. */
        FAILED,
        /** Nothing was done: the database was away, or the bot was stopping. */
        REFUSED
    }

    Traffic(
            MeterRegistry meters,
            @All List<SlashCommand> commands,
            @All List<ButtonAction> actions,
            @All List<MenuEntry> entries) {
        this.meters = meters;
        this.known = Stream.of(
                        commands.stream().map(command -> command.spec().name()),
                        actions.stream().map(ButtonAction::name),
                        entries.stream().map(entry -> entry.spec().name()))
                .flatMap(names -> names)
                .collect(Collectors.toUnmodifiableSet());
        this.seen = messages("seen", "Messages of people in communities that came in");
        this.dropped = messages("dropped", "Messages dropped unread, for their author does not consent to listening");
        this.heard = messages("heard", "Messages taken, to be listened to");
        this.shed = messages("shed", "Messages not listened to, under overload or while the database was away");
        this.acknowledged =
                latency("acknowledged", "From a command's or press's arrival until Discord knows of its taking");
        this.answered = latency("answered", "From a command's or press's arrival until its answer is written");
    }

    private Counter messages(String what, String description) {
        return Counter.builder("tummler.messages." + what)
                .description(description)
                .register(meters);
    }

    private Timer latency(String until, String description) {
        return Timer.builder("tummler.commands." + until)
                .description(description)
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    void seen(boolean isListenedTo) {
        seen.increment();
        if (!isListenedTo) dropped.increment();
    }

    void heard() {
        heard.increment();
    }

    void shed() {
        shed.increment();
    }

    Timer.Sample arrival() {
        return Timer.start(meters);
    }

    void acknowledged(Timer.Sample arrival) {
        arrival.stop(acknowledged);
    }

    void answered(Timer.Sample arrival) {
        arrival.stop(answered);
    }

    void done(Incoming.Interaction interaction, Outcome outcome) {
        meters.counter(
                        "tummler.commands",
                        "kind",
                        switch (interaction) {
                            case Incoming.Command _ -> "command";
                            case Incoming.Press _ -> "press";
                            case Incoming.Chosen _ -> "menu";
                        },
                        "name",
                        name(interaction),
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** What nobody has registered is all the same: a client can send any name. */
    private String name(Incoming.Interaction interaction) {
        String name = switch (interaction) {
            case Incoming.Command command -> command.name();
            case Incoming.Press press -> press.button().split(":", 2)[0];
            case Incoming.Chosen chosen -> chosen.entry();
        };
        return known.contains(name) ? name : "unknown";
    }
}
