package io.tummler.matching.matchmakers;

import java.util.List;

/**
 * Takes the inflections off a word: plurals, cases and the commonest endings of verbs, and nothing that changes the
 * kind of word much. What is left need not be a word; forms of one word leave the same.
 */
final class LightStemmer {
    private static final int SHORTEST = 4;
    private static final List<String> GERMAN_CASES =
            List.of("innen", "ern", "em", "en", "er", "es", "in", "e", "s", "n");
    private static final List<String> GERMAN_VERBS = List.of("st", "t", "e");
    private static final List<String> SPANISH_VERBS = List.of("ando", "iendo", "ar", "er", "ir", "o", "a", "e");

    private LightStemmer() {}

    /** Of a word in lower case; German and Spanish ones without accents. */
    static String stem(String word, Language language) {
        if (word.length() < SHORTEST || Character.isDigit(word.charAt(0))) return word;
        return switch (language) {
            case ENGLISH, UNDECIDED -> english(word);
            case GERMAN -> german(word);
            case SPANISH -> spanish(word);
            case OTHER -> word;
        };
    }

    private static String english(String word) {
        String stem = withoutEnglishPlural(word);
        if (stem.endsWith("ing") && stem.length() > 5 && hasVowel(stem, 3)) stem = undoubled(without(stem, 3));
        else if (stem.endsWith("ied") && stem.length() > 4) stem = without(stem, 3) + "y";
        else if (stem.endsWith("ed") && stem.length() > 4 && hasVowel(stem, 2)) stem = undoubled(without(stem, 2));
        else if (stem.endsWith("er") && stem.length() > 4) stem = undoubled(without(stem, 2));
        else if (stem.endsWith("ly") && stem.length() > 5) stem = without(stem, 2);
        if (stem.endsWith("e") && stem.length() > 3) stem = without(stem, 1);
        return stem.endsWith("y") && stem.length() > 3 ? without(stem, 1) + "i" : stem;
    }

    private static String withoutEnglishPlural(String word) {
        if (word.endsWith("ies") && word.length() > 4) return without(word, 3) + "y";
        if (word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("xes"))
            return without(word, 2);
        if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is"))
            return without(word, 1);
        return word;
    }

    private static String german(String word) {
        return withoutOneOf(GERMAN_VERBS, withoutOneOf(GERMAN_CASES, word));
    }

    private static String spanish(String word) {
        if (word.endsWith("ces") && word.length() > 5) return without(word, 3) + "z";
        String stem = word;
        if (word.endsWith("es") && word.length() > 5) stem = without(word, 2);
        else if (word.endsWith("s") && word.length() > 4) stem = without(word, 1);
        return withoutOneOf(SPANISH_VERBS, stem);
    }

    /** Without the first of the endings that the word has and that leaves enough of it. */
    private static String withoutOneOf(List<String> endings, String word) {
        for (String ending : endings) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST)
                return without(word, ending.length());
        }
        return word;
    }

    private static boolean hasVowel(String word, int last) {
        for (int i = 0; i < word.length() - last; i++) if ("aeiouy".indexOf(word.charAt(i)) >= 0) return true;
        return false;
    }

    /** "runn" is "run", but "sell", "miss" and "buzz" are themselves. */
    private static String undoubled(String word) {
        int last = word.length() - 1;
        boolean doubled =
                last > 2 && word.charAt(last) == word.charAt(last - 1) && "lsz".indexOf(word.charAt(last)) < 0;
        return doubled ? without(word, 1) : word;
    }

    private static String without(String word, int last) {
        return word.substring(0, word.length() - last);
    }
}
