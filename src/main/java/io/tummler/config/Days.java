package io.tummler.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days as ISO 8601 writes them: {@code 2026-12-31}. */
final class Days {
    static final String ALLOWED = "a day such as 2026-12-31";

    private static final Pattern WRITTEN = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    /** Other ways to write one, of which none can be taken for another. */
    private static final List<DateTimeFormatter> OTHERWISE = Stream.of("d.M.uuuu", "uuuu-M-d", "uuuu/M/d")
            .map(form -> DateTimeFormatter.ofPattern(form, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private Days() {}

    static Optional<LocalDate> read(String text) {
        return read(text, DateTimeFormatter.ISO_LOCAL_DATE);
    }

    private static Optional<LocalDate> read(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** The same day as it is to be written. */
    static Optional<String> meant(String text) {
        return OTHERWISE.stream()
                .flatMap(form -> read(text, form).stream())
                .map(LocalDate::toString)
                .findFirst();
    }

    static String flaw(String text) {
        return WRITTEN.matcher(text).matches() ? ", and there is no such day" : "";
    }
}
