package io.tummler.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them: {@code 3 days}, {@code 90 minutes}, {@code 24 h}; or as ISO 8601 does: {@code PT90M}.
 * Capitals do not matter.
 */
final class Durations {
    /** Examples of any, and of whole days, as the end of a sentence. */
    static final String SUCH = " such as 90 minutes, 24 hours, 3 days or 2 weeks";

    static final String SUCH_DAYS = " such as 3 days or 2 weeks";

    /** In the words that Java's patterns and those of JSON Schema have in common. */
    static final String PATTERN = "(\\d{1,6})[ \\t]*(s(?:econds?)?|min(?:utes?)?|h(?:ours?)?|d(?:ays?)?|w(?:eeks?)?)"
            + "|P(?=.)(?:\\d{1,6}D)?(?:T(?=.)(?:\\d{1,6}H)?(?:\\d{1,6}M)?(?:\\d{1,6}(?:\\.\\d{1,9})?S)?)?";

    private static final Pattern READ = Pattern.compile(PATTERN, Pattern.CASE_INSENSITIVE);
    private static final Pattern MISREAD = Pattern.compile("(\\d{1,6})\\s*([a-z]+)");

    /** From the longest, with which a duration is written. */
    private static final List<String> WHOLE = List.of("weeks", "days", "hours", "minutes", "seconds");

    private Durations() {}

    /** As people write it, in the longest unit that it is a whole number of. */
    static String written(Duration duration) {
        if (duration.isZero()) return "0 days";
        for (String unit : WHOLE) {
            long seconds = unit(unit).toSeconds();
            if (duration.toSeconds() % seconds != 0 || duration.getNano() != 0) continue;
            long count = duration.toSeconds() / seconds;
            return count + " " + (count == 1 ? unit.substring(0, unit.length() - 1) : unit);
        }
        return duration.toString();
    }

    static Optional<Duration> read(String text) {
        Matcher read = READ.matcher(text);
        if (!read.matches()) return Optional.empty();
        return Optional.of(
                read.group(1) == null
                        ? Duration.parse(text)
                        : unit(read.group(2)).multipliedBy(Long.parseLong(read.group(1))));
    }

    private static Duration unit(String word) {
        return switch (Character.toLowerCase(word.charAt(0))) {
            case 's' -> Duration.ofSeconds(1);
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            case 'd' -> Duration.ofDays(1);
            case 'w' -> Duration.ofDays(7);
            default -> throw new IllegalArgumentException("no unit of time: " + word);
        };
    }

    /** The same number with the unit that was probably meant. */
    static Optional<String> meant(String text) {
        Matcher written = MISREAD.matcher(text.toLowerCase(Locale.ROOT));
        if (!written.matches()) return Optional.empty();
        return Suggestion.of(written.group(2), WHOLE).map(unit -> written.group(1) + ' ' + unit);
    }
}
