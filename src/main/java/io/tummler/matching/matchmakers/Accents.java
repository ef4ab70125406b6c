package io.tummler.matching.matchmakers;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Accents joined to their letters, apart from them, or gone. Most texts have none, and that is soon seen. */
final class Accents {
    private static final Pattern ACCENT = Pattern.compile("(?<=\\p{IsLatin})[\\u0300-\\u036f]+");
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final int FIRST_WITH_ACCENT = 0xc0;
    private static final int FIRST_ACCENT = 0x300;

    private Accents() {}

    /** In the Unicode normal form C. */
    static String joined(String text) {
        return isBelow(FIRST_ACCENT, text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** In the Unicode normal form D. */
    static String apart(String text) {
        return isBelow(FIRST_WITH_ACCENT, text) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    /** "jardín" as "jardin", since not everybody types accents. The marks of other scripts are part of the word. */
    static String without(String word) {
        if (isBelow(FIRST_BEYOND_ASCII, word)) return word;
        return joined(ACCENT.matcher(apart(word)).replaceAll("")).replace("ß", "ss");
    }

    private static boolean isBelow(int first, String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) >= first) return false;
        return true;
    }
}
