package io.tummler.listening.detectors;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A turn of phrase, as a regular expression that begins at a word's edge. Nearly everything that is said holds none, and to
 * find that out costs little: with which two letters the phrase can begin is tried once, and the expression is matched only
 * where these stand.
 */
final class Phrase {
    private static final int LETTERS = 26;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern EDGE = Pattern.compile("\\b", FLAGS);

    private final Pattern pattern;

    /** Whether it can begin with these two letters; the last column is a letter before anything else. */
    private final boolean[][] begins = new boolean[LETTERS][LETTERS + 1];

    /**
     * @param regex not beginning with a blank, nor with a look at what stands before
     */
    Phrase(String regex) {
        pattern = Pattern.compile(regex, FLAGS);
        for (int first = 0; first < LETTERS; first++) {
            String letter = Character.toString('a' + first);
            begins[first][LETTERS] = canBegin(letter);
            for (int second = 0; begins[first][LETTERS] && second < LETTERS; second++)
                begins[first][second] = canBegin(letter + Character.toString('a' + second));
        }
    }

    /** More letters could make it match, or none are needed. */
    private boolean canBegin(String letters) {
        Matcher matcher = pattern.matcher(letters);
        return matcher.lookingAt() || matcher.hitEnd();
    }

    boolean in(String text) {
        return find(text, 0) != null;
    }

    /** The first match that begins there or later. */
    @Nullable Matcher find(String text, int from) {
        Matcher matcher = null;
        for (int at = from; at < text.length(); at++) {
            if (!mayBegin(text, at)) continue;
            if (matcher == null) matcher = at(0, pattern, text);
            // The edge last: in every script's terms it costs more to see than that the phrase is another.
            if (matcher.region(at, text.length()).lookingAt()
                    && at(at, EDGE, text).lookingAt()) return matcher;
        }
        return null;
    }

    private static Matcher at(int from, Pattern pattern, String text) {
        return pattern.matcher(text)
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .region(from, text.length());
    }

    /** What is no letter of English is left to the expression. */
    private boolean mayBegin(String text, int at) {
        char c = text.charAt(at);
        if (c == ' ') return false;
        int first = letter(c);
        if (first < 0) return true;
        if (at > 0 && letter(text.charAt(at - 1)) >= 0) return false;
        if (at + 1 == text.length()) return begins[first][LETTERS];
        int second = letter(text.charAt(at + 1));
        return begins[first][second >= 0 ? second : LETTERS];
    }

    /** 0 to 25, or -1. */
    private static int letter(char c) {
        int letter = (c | 0x20) - 'a';
        return letter >= 0 && letter < LETTERS && c < 128 ? letter : -1;
    }
}
