package io.tummler.matching.matchmakers;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a short text is written in, as far as that makes a difference to how it is matched. */
enum Language {
    ENGLISH,
    GERMAN,
    SPANISH,
    /** Any other. */
    OTHER,
    /** Nothing tells. */
    UNDECIDED;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

    /**
     * @param language what the text seems to be written in
     * @param sure whether a small word says so
     */
    record Guess(Language language, boolean sure) {}

    static Language of(String text) {
        return guess(text).language;
    }

    /**
     * The language that more of the text speaks for than for any other, see {@link Tongue}. Where two have as much,
     * {@link #OTHER} is the less likely, and between the rest nothing is decided; nor does a single ending decide for
     * anything but English, since "pasta" isn't Spanish.
     */
    static Guess guess(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        if (!mostlyLatin(plain)) return new Guess(OTHER, true);
        if (plain.indexOf('¿') >= 0 || plain.indexOf('¡') >= 0) return new Guess(SPANISH, true);
        List<String> words = List.of(BETWEEN_WORDS.split(plain));
        Language best = UNDECIDED;
        int most = 0;
        for (Tongue tongue : Tongue.ALL) {
            int votes = tongue.votes(words);
            if (votes > most) {
                best = tongue.language();
                most = votes;
            } else if (votes == most && tongue.language() != OTHER) {
                best = UNDECIDED;
            }
        }
        if (best != ENGLISH && most < Tongue.LETTER) best = UNDECIDED;
        return new Guess(best, best != UNDECIDED && most >= Tongue.SMALL_WORD);
    }

    /** Whether it is one of the words, in lower case, that no sentence of this language does without. */
    boolean isSmall(String word) {
        return switch (this) {
            case ENGLISH -> Tongue.ENGLISH.small().contains(word);
            case GERMAN -> Tongue.GERMAN.small().contains(word);
            case SPANISH -> Tongue.SPANISH.small().contains(word);
            case OTHER, UNDECIDED -> false;
        };
    }

    private static boolean mostlyLatin(String text) {
        int latin = text.codePoints()
                .filter(Character::isLetter)
                .map(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN ? 1 : -1)
                .sum();
        return latin >= 0;
    }
}
