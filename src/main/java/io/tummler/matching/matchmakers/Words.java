package io.tummler.matching.matchmakers;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The telling words of a wording: how often each stands in it, and as what it stood there first.
 *
 * <p>A word is a run of letters, digits and marks; of scripts that put no blanks between words each pair of
 * neighbouring letters counts as one. Words are compared in lower case, without accents and without the common
 * endings of the text's {@link Language}, so that "fixing bikes" shares a word with "bike repair". Words that stand
 * in any need or offer tell nothing and are left out.
 *
 * @param counts how often each stem stands there
 * @param surface each stem as it was written first
 * @param length how many telling words there are, repetitions included
 */
record Words(Map<String, Integer> counts, Map<String, String> surface, int length) {
    /** What helps nobody to see what a text is about; the single letters are what an apostrophe cuts off. */
    private static final Set<String> TELLING_NOTHING = Set.of("""
            a about advice all also am an and any anyone anybody are as at be been but by can could \
            do does for from get give good had happy has have help helping her here hi him his how i \
            if in is it its just know like look looking make me my need needs new not of offer \
            offering on one or our out people please she should so some somebody someone something \
            tell that the their them there they this to up us use using very want was we what when \
            where which who will with would you your auf bei das dem den der die ein eine einen \
            einer es für gern gerne hilfe ich im ist jemand jemanden mein meine mit oder suche und \
            von wer wie zu zum zur al alguien ayuda busco como con de del el en la las lo los mi \
            para por que se sin su un una y s t ll re ve d m going happen happening happens \
            understand why did doing don didn doesn isn wasn won""".split(" "));

    /** The first letter of the Thai, which is the first script without blanks. */
    private static final int FIRST_WITHOUT_BLANKS = 0xe01;

    static Words of(String text) {
        return of(text, Language.of(text));
    }

    /** Of a text that is known to be in this language. */
    static Words of(String text, Language language) {
        var words = new LinkedHashMap<String, Integer>();
        var surface = new LinkedHashMap<String, String>();
        int length = 0;
        String plain = Accents.joined(text);
        int at = 0;
        while (at < plain.length()) {
            int end = wordEnd(plain, at);
            if (end == at) {
                at += Character.charCount(plain.codePointAt(at));
                continue;
            }
            String written = plain.substring(at, end);
            boolean pairs = withoutBlanks(written.codePointAt(0));
            // The next pair begins with the second letter of this one; a letter alone stands for itself.
            at = pairs && written.codePointCount(0, written.length()) == 2 && more(plain, end)
                    ? at + Character.charCount(written.codePointAt(0))
                    : end;
            String lower = written.toLowerCase(Locale.ROOT);
            if (TELLING_NOTHING.contains(lower) || language.isSmall(lower)) continue;
            String stem = LightStemmer.stem(Accents.without(lower), language);
            words.merge(stem, 1, Integer::sum);
            surface.putIfAbsent(stem, written);
            length++;
        }
        return new Words(words, surface, length);
    }

    /** Where the word that begins here ends; here, when none begins. */
    private static int wordEnd(String text, int from) {
        int first = text.codePointAt(from);
        if (!Character.isLetterOrDigit(first)) return from;
        boolean pairs = withoutBlanks(first);
        int end = from;
        int points = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            if (!inWord(point) || withoutBlanks(point) != pairs || pairs && points == 2) break;
            end += Character.charCount(point);
            points++;
        }
        return end;
    }

    private static boolean more(String text, int at) {
        return at < text.length() && withoutBlanks(text.codePointAt(at));
    }

    private static boolean inWord(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetterOrDigit(point);
        };
    }

    private static boolean withoutBlanks(int point) {
        if (point < FIRST_WITHOUT_BLANKS) return false;
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    /** As English ones; see {@link LightStemmer}. */
    static String stem(String word) {
        return LightStemmer.stem(word, Language.ENGLISH);
    }
}
