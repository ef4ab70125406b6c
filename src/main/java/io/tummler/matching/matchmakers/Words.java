package io.tummler.matching.matchmakers;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The telling words of a wording: how often each stands in it, and as what it stood there first.
 *
 * <p>A word is a run of letters, digits and marks; of scripts that put no blanks between words each pair of
 * neighbouring
 * letters counts as one. Words are compared in lower case and without common English endings, so that "fixing bikes"
 * shares a word with "bike repair". Words that stand in any need or offer tell nothing and are left out.
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

    static Words of(String text) {
        var words = new LinkedHashMap<String, Integer>();
        var surface = new LinkedHashMap<String, String>();
        int length = 0;
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC);
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
            if (TELLING_NOTHING.contains(lower)) continue;
            String stem = stem(lower);
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
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    /** Plural, -ing and -ed gone, and a last -e, so that "baking", "baked", "bakes" and "bake" meet. */
    static String stem(String word) {
        String stem = word;
        if (stem.length() > 3
                && stem.endsWith("s")
                && !stem.endsWith("ss")
                && !stem.endsWith("us")
                && !stem.endsWith("is"))
            stem = stem.endsWith("ies") && stem.length() > 4 ? without(stem, 3) + "y" : without(stem, 1);
        if (stem.length() > 5 && stem.endsWith("ing") && hasVowel(without(stem, 3))) stem = undoubled(without(stem, 3));
        else if (stem.length() > 4 && stem.endsWith("ed") && hasVowel(without(stem, 2)))
            stem = undoubled(without(stem, 2));
        return stem.length() > 3 && stem.endsWith("e") ? without(stem, 1) : stem;
    }

    private static String without(String word, int last) {
        return word.substring(0, word.length() - last);
    }

    private static boolean hasVowel(String word) {
        return word.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0);
    }

    /** "runn" is "run", but "sell", "miss" and "buzz" are themselves. */
    private static String undoubled(String word) {
        int last = word.length() - 1;
        boolean doubled =
                last > 1 && word.charAt(last) == word.charAt(last - 1) && "lsz".indexOf(word.charAt(last)) < 0;
        return doubled ? without(word, 1) : word;
    }
}
