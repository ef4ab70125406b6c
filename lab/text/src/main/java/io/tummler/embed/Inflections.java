package io.tummler.embed;

import java.util.function.Predicate;

/** Finds the base form of an inflected English word, if it is a known one. */
final class Inflections {

    private Inflections() {
    }

    /** A known word that the given one is a plural, a third person, a past or an -ing form of; else null. */
    static String base(String word, Predicate<String> known) {
        int n = word.length();
        if (n > 5 && word.endsWith("ies")) {
            return first(known, cut(word, 3) + "y", cut(word, 1));
        }
        if (n > 4 && word.endsWith("es")) {
            return first(known, cut(word, 1), cut(word, 2));
        }
        if (n > 3 && word.endsWith("s")) {
            return first(known, cut(word, 1));
        }
        if (n > 5 && word.endsWith("ied")) {
            return first(known, cut(word, 3) + "y", cut(word, 1));
        }
        if (n > 4 && word.endsWith("ed")) {
            return first(known, cut(word, 1), cut(word, 2), undouble(cut(word, 2)));
        }
        if (n > 5 && word.endsWith("ing")) {
            return first(known, cut(word, 3), cut(word, 3) + "e", undouble(cut(word, 3)));
        }
        return null;
    }

    private static String first(Predicate<String> known, String... candidates) {
        for (String c : candidates) {
            if (c.length() > 2 && known.test(c)) {
                return c;
            }
        }
        return null;
    }

    private static String undouble(String w) {
        int n = w.length();
        return n > 3 && w.charAt(n - 1) == w.charAt(n - 2) ? cut(w, 1) : w;
    }

    private static String cut(String w, int count) {
        return w.substring(0, w.length() - count);
    }
}
