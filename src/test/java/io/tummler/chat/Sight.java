package io.tummler.chat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * What is kept of one run, small enough for thousands of them: what can be measured of the asker's side, and how it looks
 * from several angles, each a number that is the same for what looks the same.
 */
record Sight(Silence silence, Map<Measure, Double> measures, Map<Angle, Integer> angles) {
    enum Measure {
        LAST_NEWS_HOURS(trace -> last(trace).toMinutes() / 60.0),
        TEXTS(trace -> trace.all().size()),
        NEWS(trace -> trace.heard().size()),
        LENGTH(trace ->
                trace.all().stream().mapToInt(seen -> seen.words().length()).sum()),
        WHO_COUNTS(trace -> trace.all().stream().mapToInt(Sight::counted).sum());

        private final ToDoubleFunction<Trace> of;

        Measure(ToDoubleFunction<Trace> of) {
            this.of = of;
        }
    }

    enum Angle {
        ALL(Trace::toString),
        WORDS(trace -> trace.all().stream().map(Trace.Seen::words).toList()),
        TIMES(trace -> trace.all().stream().map(Trace.Seen::after).toList()),
        BEGINNINGS_OF_NEWS(trace -> trace.heard().stream()
                .map(seen -> seen.words().substring(0, Math.min(15, seen.words().length())))
                .toList()),
        NEWS_BY_DAY(trace ->
                trace.heard().stream().map(seen -> seen.after().toDays()).toList()),
        HALF_DAY_OF_LAST_NEWS(trace -> last(trace).toHours() / 12),
        HOW_MUCH(trace -> List.of(trace.all().size(), trace.heard().size())),
        WHO(trace -> trace.all().stream().map(Sight::counted).distinct().toList());

        private final Function<Trace, Object> of;

        Angle(Function<Trace, Object> of) {
            this.of = of;
        }
    }

    private static final Pattern COUNTED = Pattern.compile("At least ([0-9]+) members offer");

    static Sight of(Silence silence, Trace trace) {
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) measures.put(measure, measure.of.applyAsDouble(trace));
        Map<Angle, Integer> angles = new EnumMap<>(Angle.class);
        for (Angle angle : Angle.values())
            angles.put(angle, angle.of.apply(trace).hashCode());
        return new Sight(silence, measures, angles);
    }

    private static Duration last(Trace trace) {
        List<Trace.Seen> heard = trace.heard();
        return heard.isEmpty() ? Duration.ZERO : heard.getLast().after();
    }

    private static int counted(Trace.Seen seen) {
        var found = COUNTED.matcher(seen.words());
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
