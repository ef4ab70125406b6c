package io.tummler.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 3 days}, {@code 90 minutes}, {@code 24 h}; or as ISO 8601 does: {@code PT90M}. */
final class Durations {
    static final String ALLOWED = "a duration such as 90 minutes, 24 hours, 3 days or 2 weeks";

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})\\s*([a-z]+)");
    private static final Map<String, Duration> UNITS = Map.ofEntries(
            Map.entry("s", Duration.ofSeconds(1)),
            Map.entry("second", Duration.ofSeconds(1)),
            Map.entry("seconds", Duration.ofSeconds(1)),
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("minute", Duration.ofMinutes(1)),
            Map.entry("minutes", Duration.ofMinutes(1)),
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("hours", Duration.ofHours(1)),
            Map.entry("d", Duration.ofDays(1)),
            Map.entry("day", Duration.ofDays(1)),
            Map.entry("days", Duration.ofDays(1)),
            Map.entry("w", ChronoUnit.WEEKS.getDuration()),
            Map.entry("week", ChronoUnit.WEEKS.getDuration()),
            Map.entry("weeks", ChronoUnit.WEEKS.getDuration()));

    /** From the longest, with which a duration is written. */
    private static final List<String> WHOLE = List.of("weeks", "days", "hours", "minutes", "seconds");

    private Durations() {}

    /** As people write it, in the longest unit that it is a whole number of. */
    static String written(Duration duration) {
        for (String unit : WHOLE) {
            long seconds = Objects.requireNonNull(UNITS.get(unit)).toSeconds();
            if (duration.toSeconds() % seconds != 0 || duration.getNano() != 0 || duration.isZero()) continue;
            long count = duration.toSeconds() / seconds;
            return count + " " + (count == 1 ? unit.substring(0, unit.length() - 1) : unit);
        }
        return duration.toString();
    }

    static Optional<Duration> read(String text) {
        Matcher written = WRITTEN.matcher(text.toLowerCase(Locale.ROOT));
        if (written.matches())
            return Optional.ofNullable(UNITS.get(written.group(2)))
                    .map(unit -> unit.multipliedBy(Long.parseLong(written.group(1))));
        try {
            return Optional.of(Duration.parse(text)).filter(duration -> !duration.isNegative());
        } catch (DateTimeException noDuration) {
            return Optional.empty();
        }
    }

    /** The same number with the unit that was probably meant. */
    static Optional<String> meant(String text) {
        Matcher written = WRITTEN.matcher(text.toLowerCase(Locale.ROOT));
        if (!written.matches()) return Optional.empty();
        return Suggestion.of(written.group(2), WHOLE).map(unit -> written.group(1) + ' ' + unit);
    }
}
