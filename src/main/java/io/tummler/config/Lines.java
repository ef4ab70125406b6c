package io.tummler.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/**
 * A text by its lines, as editors count them.
 *
 * @param all at least one
 */
record Lines(List<String> all) {
    private static final Pattern END = Pattern.compile("\r\n|\r|\n");
    private static final Pattern LEAD = Pattern.compile(" *(?:- +)*");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s+)#.*");

    Lines {
        all = List.copyOf(all);
    }

    /** Both from 0; the column in characters of Java. */
    record Spot(int line, int column) {
        Spot to(int other) {
            return new Spot(line, other);
        }
    }

    static Lines of(String text) {
        return new Lines(List.of(END.split(text, -1)));
    }

    String get(int line) {
        return all.get(line);
    }

    Spot end() {
        return new Spot(all.size() - 1, all.getLast().length());
    }

    /** Where the parser was; without a mark, the beginning. */
    Spot spot(@Nullable Mark mark) {
        if (mark == null) return new Spot(0, 0);
        int line = Math.min(mark.getLine(), all.size() - 1);
        String text = get(line);
        int column = Math.min(mark.getColumn(), text.codePointCount(0, text.length()));
        return new Spot(line, text.offsetByCodePoints(0, column));
    }

    Place place(String file, Spot spot) {
        return new Place(file, spot.line + 1, get(spot.line).codePointCount(0, spot.column) + 1);
    }

    String before(Spot spot) {
        return get(spot.line).substring(0, spot.column);
    }

    String ahead(Spot spot) {
        return get(spot.line).substring(spot.column);
    }

    /** How far a line is indented, the dashes of lists included. */
    int lead(int line) {
        Matcher lead = LEAD.matcher(get(line));
        return lead.lookingAt() ? lead.end() : 0;
    }

    /** What stands from here to the end of the line, or of the entry in brackets, without a comment. */
    String value(Spot spot) {
        String rest = COMMENT.matcher(ahead(spot)).replaceFirst("").strip();
        String before = before(spot);
        for (String brackets : List.of("[]", "{}"))
            if (before.lastIndexOf(brackets.charAt(0)) > before.lastIndexOf(brackets.charAt(1)))
                rest = rest.replaceFirst("[,\\]}].*", "").strip();
        return rest;
    }
}
