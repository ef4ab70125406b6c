package io.tummler.config;

import io.tummler.api.ChannelRef;
import io.tummler.api.RoleRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at one place of a file. A record's shape is worked out once, by {@link Shapes}; whoever reads, explains
 * or describes files switches over it.
 */
sealed interface Shape {
    /** What may stand there, in words that follow "allowed is". */
    String allowed();

    /** One value. How it is written (quoted, over several lines) makes no difference. */
    sealed interface Scalar extends Shape {
        /** Empty when the text is none of these. */
        Optional<? extends Object> read(String text);

        /** What was probably meant by a text that is none of these. */
        default Optional<String> meant(String text) {
            return Optional.empty();
        }

        /** What there is to say about a text that is none of these, as the end of a sentence; mostly nothing. */
        default String flaw(String text) {
            return "";
        }
    }

    /** A key of a group. */
    record Key(
            String name,
            String meaning,
            Shape shape,
            @Nullable Object fallback) {
        boolean required() {
            return fallback == null;
        }
    }

    /** Keys and their values, which make a record. */
    record Group(Class<? extends Record> type, List<Key> keys) implements Shape {
        @Override
        public String allowed() {
            return keys.stream().map(Key::name).collect(Collectors.joining(", ", "a group of the keys ", ""));
        }

        List<String> names() {
            return keys.stream().map(Key::name).toList();
        }
    }

    record ListOf(Shape entry) implements Shape {
        @Override
        public String allowed() {
            return "a list, each entry " + entry.allowed();
        }
    }

    record Maybe(Shape shape) implements Shape {
        @Override
        public String allowed() {
            return shape.allowed();
        }
    }

    record Flag() implements Scalar {
        private static final Map<String, String> MEANT =
                Map.of("yes", "true", "on", "true", "no", "false", "off", "false");

        @Override
        public String allowed() {
            return "true or false";
        }

        @Override
        public Optional<Boolean> read(String text) {
            return switch (text) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<String> meant(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            return Optional.ofNullable(MEANT.get(lower)).or(() -> Suggestion.of(lower, List.of("true", "false")));
        }
    }

    /** A whole number; {@code narrow} when it makes an {@code int}. */
    record Whole(boolean narrow, double min, double max) implements Scalar {
        static final Pattern WRITTEN = Pattern.compile("-?(0|[1-9]\\d{0,17})");

        @Override
        public String allowed() {
            // The end of int is no limit that anybody asked for.
            return "a whole number"
                    + range(
                            narrow && min <= Integer.MIN_VALUE ? Double.NEGATIVE_INFINITY : min,
                            narrow && max >= Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : max);
        }

        @Override
        public Optional<? extends Number> read(String text) {
            if (!WRITTEN.matcher(text).matches()) return Optional.empty();
            long number = Long.parseLong(text);
            if (number < min || number > max) return Optional.empty();
            return narrow ? Optional.of((int) number) : Optional.of(number);
        }
    }

    record Decimal(double min, double max) implements Scalar {
        static final Pattern WRITTEN = Pattern.compile("(-?(?:0|[1-9]\\d{0,17})(?:\\.\\d{1,18})?)( ?%)?");

        @Override
        public String allowed() {
            return "a number" + range(min, max) + (max <= 1 ? ", or of percent such as 20%" : "");
        }

        @Override
        public Optional<Double> read(String text) {
            Matcher written = WRITTEN.matcher(text);
            if (!written.matches()) return Optional.empty();
            var number = new BigDecimal(written.group(1));
            return Optional.of((written.group(2) == null ? number : number.movePointLeft(2)).doubleValue())
                    .filter(value -> min <= value && value <= max);
        }

        @Override
        public Optional<String> meant(String text) {
            String pointed = text.replace(',', '.');
            return read(pointed).map(_ -> pointed);
        }
    }

    /** In characters of Java, two for an emoji; {@link Integer#MAX_VALUE} is no limit. */
    record Text(int longest) implements Scalar {
        @Override
        public String allowed() {
            return "text" + (longest == Integer.MAX_VALUE ? "" : " of at most " + longest + " characters");
        }

        @Override
        public Optional<String> read(String text) {
            return Optional.of(text).filter(it -> it.length() <= longest);
        }

        @Override
        public String flaw(String text) {
            int over = text.length() - longest;
            return ", " + over + (over == 1 ? " character" : " characters") + " too long";
        }
    }

    record Choice(Map<String, ? extends Enum<?>> words) implements Scalar {
        @Override
        public String allowed() {
            return "one of " + String.join(", ", words.keySet());
        }

        @Override
        public Optional<? extends Enum<?>> read(String text) {
            return Optional.ofNullable(words.get(text));
        }

        @Override
        public Optional<String> meant(String text) {
            return Suggestion.of(text, words.keySet());
        }
    }

    /** {@code most} is empty when there is no end to it. */
    record Span(Duration least, Optional<Duration> most, boolean wholeDays) implements Scalar {
        @Override
        public String allowed() {
            return (wholeDays ? "whole days" : "a duration")
                    + limits()
                    + (wholeDays ? Durations.SUCH_DAYS : Durations.SUCH);
        }

        private String limits() {
            String from = Durations.written(least);
            if (most.isPresent()) return " from " + from + " to " + Durations.written(most.get()) + ",";
            return least.isZero() ? "" : " of at least " + from + ",";
        }

        @Override
        public Optional<Duration> read(String text) {
            return Durations.read(text)
                    .filter(it -> it.compareTo(least) >= 0 && most.stream().allMatch(end -> it.compareTo(end) <= 0))
                    .filter(it -> !wholeDays || it.equals(Duration.ofDays(it.toDays())));
        }

        @Override
        public Optional<String> meant(String text) {
            return Durations.meant(text).filter(it -> read(it).isPresent());
        }
    }

    record Day() implements Scalar {
        @Override
        public String allowed() {
            return Days.ALLOWED;
        }

        @Override
        public Optional<LocalDate> read(String text) {
            return Days.read(text);
        }

        @Override
        public Optional<String> meant(String text) {
            return Days.meant(text);
        }

        @Override
        public String flaw(String text) {
            return Days.flaw(text);
        }
    }

    /** What the platform has, by its name or id. */
    enum Named implements Scalar {
        CHANNEL("channel", ChannelRef::new),
        ROLE("role", RoleRef::new);

        final String what;
        private final Function<String, ?> made;

        Named(String what, Function<String, ?> made) {
            this.what = what;
            this.made = made;
        }

        @Override
        public String allowed() {
            return "a " + what + "'s name or id";
        }

        @Override
        public Optional<Object> read(String text) {
            try {
                return Optional.of(made.apply(text));
            } catch (IllegalArgumentException none) {
                return Optional.empty();
            }
        }
    }

    record Zone() implements Scalar {
        @Override
        public String allowed() {
            return "a time zone such as Europe/Berlin";
        }

        @Override
        public Optional<ZoneId> read(String text) {
            return ZoneId.getAvailableZoneIds().contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty();
        }

        @Override
        public Optional<String> meant(String text) {
            return Suggestion.of(text, new TreeSet<>(ZoneId.getAvailableZoneIds()));
        }
    }

    private static String range(double min, double max) {
        if (Double.isInfinite(min) && Double.isInfinite(max)) return "";
        if (Double.isInfinite(max)) return " of at least " + plain(min);
        if (Double.isInfinite(min)) return " of at most " + plain(max);
        return " from " + plain(min) + " to " + plain(max);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
