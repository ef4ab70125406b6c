package io.tummler.api;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a member says of a need or an offer, in the member's own words, tamed: one line, composed, without control or
 * direction characters, at most {@value #MARKS_MAX} combining marks in a row, at most {@value #LENGTH_MAX} characters.
 */
public record Wording(String text) {
    public static final int LENGTH_MAX = 200;
    static final int MARKS_MAX = 2;

    public Wording {
        if (text.isBlank()) throw new IllegalArgumentException("a wording has at least one letter or digit");
        if (text.length() > LENGTH_MAX)
            throw new IllegalArgumentException("at most " + LENGTH_MAX + " characters: " + text.length());
    }

    /**
     * Tames whatever a person typed.
     *
     * @return the wording, or a reason why there is none
     */
    public static Parsed parse(String raw) {
        String tamed = tame(raw);
        if (tamed.codePoints().noneMatch(Character::isLetterOrDigit)) return new Parsed.Empty();
        if (tamed.length() > LENGTH_MAX) return new Parsed.TooLong(tamed.length());
        return new Parsed.Good(new Wording(tamed));
    }

    /** What taming gave. */
    public sealed interface Parsed {
        record Good(Wording wording) implements Parsed {}

        record Empty() implements Parsed {}

        record TooLong(int length) implements Parsed {}
    }

    /** A longer text, tamed and cut into pieces that are the whole when put together again; none where nothing is left. */
    public static List<Wording> pieces(String raw) {
        String tamed = tame(raw);
        if (tamed.codePoints().noneMatch(Character::isLetterOrDigit)) return List.of();
        List<Wording> pieces = new ArrayList<>();
        int from = 0;
        while (from < tamed.length()) {
            int to = Math.min(from + LENGTH_MAX, tamed.length());
            if (to < tamed.length() && Character.isLowSurrogate(tamed.charAt(to))) to--;
            pieces.add(new Wording(tamed.substring(from, to)));
            from = to;
        }
        return pieces;
    }

    /** How many characters these pieces have together. */
    public static int length(List<Wording> pieces) {
        return pieces.stream().mapToInt(piece -> piece.text().length()).sum();
    }

    /** Its first words, as many as there is room for; all of it where that has room. */
    public String beginning(int most) {
        if (text.length() <= most) return text;
        int end = text.lastIndexOf(' ', most);
        return text.substring(0, end > 0 ? end : text.offsetByCodePoints(0, most / 2)) + "…";
    }

    private static String tame(String raw) {
        var out = new StringBuilder();
        int marks = 0;
        for (int point :
                Normalizer.normalize(raw, Normalizer.Form.NFC).codePoints().toArray()) {
            switch (Character.getType(point)) {
                case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> {
                    if (++marks <= MARKS_MAX && !out.isEmpty()) out.appendCodePoint(point);
                    continue;
                }
                case Character.CONTROL,
                        Character.SPACE_SEPARATOR,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> {
                    if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') out.append(' ');
                }
                // Format characters turn text around or hide it; only the joiners that scripts and emoji need stay.
                case Character.FORMAT -> {
                    if ((point == 0x200C || point == 0x200D) && !out.isEmpty()) out.appendCodePoint(point);
                }
                case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> {}
                default -> out.appendCodePoint(point);
            }
            marks = 0;
        }
        return out.toString().strip();
    }

    @Override
    public String toString() {
        return text;
    }
}
