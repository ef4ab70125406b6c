package io.tummler.chat;

import io.tummler.api.ChatPlatform.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of a text what differs from run to run: where it is, and when. Times become so long after the beginning. Of an
 * id its time and count stay, for a button shows them: whoever reads them must not learn by them what else went on.
 *
 * @param town as the platform calls it
 */
record Neutral(String town, Instant beginning) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /**
     * Of a thread, of what earned a credit, and hashes of the ledger, which are over ids that nobody can guess: they tell one
     * from another, and nothing else.
     */
    private static final Pattern NAME =
            Pattern.compile("(?<=thread-)[0-9a-z]{20,}|(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    private static final Pattern INSTANT = Pattern.compile("[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");
    private static final Pattern DATE = Pattern.compile("[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4,}");
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

    String of(Text text) {
        return of(text.words()
                + text.buttons().stream()
                        .map(button -> "\n[" + button.label() + "|" + button.style() + "|" + button.id() + "]")
                        .collect(Collectors.joining()));
    }

    String of(String words) {
        String here = NAME.matcher(words.replace(town, "town")).replaceAll("name");
        return replaced(replaced(replaced(here, ID, this::id), INSTANT, this::instant), DATE, this::date);
    }

    private static String replaced(String words, Pattern what, Function<String, String> by) {
        return what.matcher(words).replaceAll((MatchResult found) -> by.apply(found.group()));
    }

    private String id(String id) {
        long high = UUID.fromString(id).getMostSignificantBits();
        return "id:" + ((high >>> 16) - beginning.toEpochMilli()) + "." + (high & 0xFFF);
    }

    private String instant(String at) {
        return "in:" + Duration.between(beginning, Instant.parse(at));
    }

    private String date(String day) {
        return "day:"
                + ChronoUnit.DAYS.between(
                        LocalDate.ofInstant(beginning, ZoneOffset.UTC), LocalDate.parse(day, IN_WORDS));
    }
}
