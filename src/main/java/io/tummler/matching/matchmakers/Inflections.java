package io.tummler.matching.matchmakers;

import java.util.List;

/** What an inflected English word may be a form of: "berries" of "berry", "baking" of "bake". */
final class Inflections {
    private static final int SHORTEST = 3;
    /** With a doubled letter before it. */
    private static final int LONGEST_ENDING = 4;

    private Inflections() {}

    /**
     * The words, likeliest first, that this one may be a plural, a third person, a past or an -ing form of, each of
     * three letters at least; none where it doesn't end like one. Most of them are no words.
     */
    static List<String> bases(String word) {
        List<String> candidates = candidates(word);
        if (word.length() >= SHORTEST + LONGEST_ENDING) return candidates;
        return candidates.stream().filter(base -> base.length() >= SHORTEST).toList();
    }

    private static List<String> candidates(String word) {
        int n = word.length();
        if (n > 5 && (word.endsWith("ies") || word.endsWith("ied")))
            return List.of(without(word, 3) + "y", without(word, 1));
        if (n > 4 && word.endsWith("es")) return List.of(without(word, 1), without(word, 2));
        if (n > 3 && word.endsWith("s")) return List.of(without(word, 1));
        if (n > 4 && word.endsWith("ed"))
            return List.of(without(word, 1), without(word, 2), undoubled(without(word, 2)));
        if (n > 5 && word.endsWith("ing"))
            return List.of(without(word, 3), without(word, 3) + "e", undoubled(without(word, 3)));
        return List.of();
    }

    private static String undoubled(String word) {
        int last = word.length() - 1;
        return last > 2 && word.charAt(last) == word.charAt(last - 1) ? without(word, 1) : word;
    }

    private static String without(String word, int last) {
        return word.substring(0, word.length() - last);
    }
}
