package io.tummler.embed;

/**
 * Takes inflections off words that {@link Words} has made: plurals, cases and the commonest verb endings of English,
 * German and Spanish, and nothing that changes the kind of word much. Words of other languages stay as they are.
 */
public final class LightStemmer {

    private LightStemmer() {
    }

    public static String stem(String word, String language) {
        if (word.length() < 4 || Character.isDigit(word.charAt(0))) {
            return word;
        }
        return switch (language) {
            case "en" -> english(word);
            case "de" -> german(word);
            case "es" -> spanish(word);
            default -> word;
        };
    }

    private static String english(String word) {
        String w = word;
        if (w.endsWith("ies") && w.length() > 4) {
            w = cut(w, 3) + "y";
        } else if (w.endsWith("sses") || w.endsWith("shes") || w.endsWith("ches") || w.endsWith("xes")) {
            w = cut(w, 2);
        } else if (w.endsWith("s") && !w.endsWith("ss") && !w.endsWith("us") && !w.endsWith("is")) {
            w = cut(w, 1);
        }
        if (w.endsWith("ing") && hasVowel(w, w.length() - 3) && w.length() > 5) {
            w = undouble(cut(w, 3));
        } else if (w.endsWith("ied") && w.length() > 4) {
            w = cut(w, 3) + "y";
        } else if (w.endsWith("ed") && hasVowel(w, w.length() - 2) && w.length() > 4) {
            w = undouble(cut(w, 2));
        } else if (w.endsWith("er") && w.length() > 5) {
            w = undouble(cut(w, 2));
        } else if (w.endsWith("ly") && w.length() > 5) {
            w = cut(w, 2);
        }
        if (w.endsWith("e") && w.length() > 3) {
            w = cut(w, 1);
        }
        return w.endsWith("y") && w.length() > 3 ? cut(w, 1) + "i" : w;
    }

    private static String german(String word) {
        String w = word;
        for (String ending : new String[] {"innen", "ern", "em", "en", "er", "es", "in", "e", "s", "n"}) {
            if (w.endsWith(ending) && w.length() - ending.length() >= 4) {
                w = cut(w, ending.length());
                break;
            }
        }
        for (String ending : new String[] {"st", "t", "e"}) {
            if (w.endsWith(ending) && w.length() - ending.length() >= 4) {
                return cut(w, ending.length());
            }
        }
        return w;
    }

    private static String spanish(String word) {
        String w = word;
        if (w.endsWith("ces") && w.length() > 5) {
            return cut(w, 3) + "z";
        }
        if (w.endsWith("es") && w.length() > 5) {
            w = cut(w, 2);
        } else if (w.endsWith("s") && w.length() > 4) {
            w = cut(w, 1);
        }
        for (String ending : new String[] {"ando", "iendo", "ar", "er", "ir", "o", "a", "e"}) {
            if (w.endsWith(ending) && w.length() - ending.length() >= 4) {
                return cut(w, ending.length());
            }
        }
        return w;
    }

    private static boolean hasVowel(String w, int end) {
        for (int i = 0; i < end; i++) {
            if ("aeiouy".indexOf(w.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String undouble(String w) {
        int n = w.length();
        boolean twice = n > 3 && w.charAt(n - 1) == w.charAt(n - 2) && "lsz".indexOf(w.charAt(n - 1)) < 0;
        return twice ? cut(w, 1) : w;
    }

    private static String cut(String w, int count) {
        return w.substring(0, w.length() - count);
    }
}
