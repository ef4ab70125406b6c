package io.tummler.embed;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Splits text as the uncased BERT models do: control characters dropped, lower case, accents stripped, punctuation
 * and CJK characters each a word of their own, and each word cut into the longest known pieces from the left.
 */
public final class WordPiece {

    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> ids;
    private final boolean inflections;

    /**
     * Pieces that continue a word start with {@code ##}. With {@code inflections}, an unknown form of a known English
     * word is taken for that word before it is cut up; the source model itself does not do so.
     */
    public WordPiece(Map<String, Integer> ids, boolean inflections) {
        this.ids = ids;
        this.inflections = inflections;
    }

    /** Gives the id of each piece of the text, in order; words that can't be cut into known pieces give nothing. */
    public void pieces(String text, IntConsumer to) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < plain.length();) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (isDropped(c)) {
                continue;
            }
            if (isSpace(c)) {
                end(word, to);
            } else if (isPunctuation(c) || isCjk(c)) {
                end(word, to);
                word.appendCodePoint(c);
                end(word, to);
            } else {
                word.appendCodePoint(c);
            }
        }
        end(word, to);
    }

    private void end(StringBuilder word, IntConsumer to) {
        if (!word.isEmpty()) {
            word(word.toString(), to);
            word.setLength(0);
        }
    }

    private void word(String word, IntConsumer to) {
        Integer whole = ids.get(word);
        if (whole != null) {
            to.accept(whole);
            return;
        }
        if (word.length() > LONGEST_WORD) {
            return;
        }
        if (inflections) {
            String base = Inflections.base(word, ids::containsKey);
            if (base != null) {
                to.accept(ids.get(base));
                return;
            }
        }
        int[] found = new int[word.length()];
        int count = 0;
        for (int at = 0; at < word.length();) {
            int end = word.length();
            Integer id = null;
            while (end > at && id == null) {
                id = ids.get(at == 0 ? word.substring(0, end) : "##" + word.substring(at, end));
                if (id == null) {
                    end--;
                }
            }
            if (id == null) {
                return;
            }
            found[count++] = id;
            at = end;
        }
        for (int i = 0; i < count; i++) {
            to.accept(found[i]);
        }
    }

    private static boolean isDropped(int c) {
        if (c == 0 || c == 0xfffd) {
            return true;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || (type == Character.CONTROL || type == Character.FORMAT || type == Character.PRIVATE_USE
                        || type == Character.SURROGATE || type == Character.UNASSIGNED) && !isSpace(c);
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static boolean isPunctuation(int c) {
        if (c < 0x80) {
            return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isCjk(int c) {
        return c >= 0x4e00 && c <= 0x9fff || c >= 0x3400 && c <= 0x4dbf || c >= 0x20000 && c <= 0x2a6df
                || c >= 0x2a700 && c <= 0x2ceaf || c >= 0xf900 && c <= 0xfaff || c >= 0x2f800 && c <= 0x2fa1f;
    }
}
