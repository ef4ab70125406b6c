package io.tummler.introduction;

import io.tummler.api.Button;
import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.SlashCommand;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code /pause}: a member wants to be asked nothing for a while, or only so often; without options, what holds. */
@Singleton
class Pause implements SlashCommand {
    private static final String FOR = "for";
    private static final String AT_MOST = "at-most";
    /** What removes a limit when it is chosen in its place. */
    private static final String NONE = "-";

    private static final int MOST = 20;

    private static final Map<String, Optional<Duration>> LENGTHS = lengths();
    private static final List<String> TIMES = Stream.concat(
                    Stream.of(NONE), IntStream.rangeClosed(1, MOST).mapToObj(Integer::toString))
            .toList();

    private final Restraints restraints;

    Pause(Restraints restraints) {
        this.restraints = restraints;
    }

    private static Map<String, Optional<Duration>> lengths() {
        Map<String, Optional<Duration>> lengths = new LinkedHashMap<>();
        lengths.put("1 day", Optional.of(Duration.ofDays(1)));
        lengths.put("1 week", Optional.of(Duration.ofDays(7)));
        lengths.put("1 month", Optional.of(Duration.ofDays(30)));
        lengths.put("until I say so", Optional.empty());
        return lengths;
    }

    @Override
    public Spec spec() {
        return Spec.of(
                "pause",
                new Says.PauseCommand(),
                new Option.Choice(FOR, new Says.PauseFor(), false, List.copyOf(LENGTHS.keySet())),
                new Option.Choice(AT_MOST, new Says.PauseAtMost(), false, TIMES));
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message run(Call call) {
        call.text(AT_MOST)
                .filter(TIMES::contains)
                .ifPresent(times -> restraints.askAtMost(
                        call.member(),
                        times.equals(NONE) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(times))));
        call.text(FOR)
                .filter(LENGTHS::containsKey)
                .ifPresent(length -> restraints.pause(call.member(), LENGTHS.getOrDefault(length, Optional.empty())));
        return restraints
                .told(call.community(), call.member())
                .orElseGet(() -> Message.of(new Says.NotPaused(restraints.weeklyCap(call.community(), call.member()))));
    }

    static Button goOn() {
        return new Button(new Says.GoOnLabel(), Button.Style.PRIMARY, GoOn.NAME, "");
    }

    /** {@code introduction.go-on:}: the pause is over. */
    @Singleton
    static class GoOn implements ButtonAction {
        static final String NAME = "introduction.go-on";

        private final Restraints restraints;

        GoOn(Restraints restraints) {
            this.restraints = restraints;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public boolean worksWhenOff() {
            return true;
        }

        @Override
        public Message press(Call call) {
            restraints.goOn(call.member());
            return Message.of(new Says.WentOn());
        }
    }
}
