package io.tummler.matching.matchmakers;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/** What a short text is written in, as far as that makes a difference to how it is matched. */
enum Language {
    ENGLISH,
    GERMAN,
    SPANISH,
    /** Any other. */
    OTHER,
    /** Nothing tells. */
    UNDECIDED;

    private static final int FIRST_BEYOND_ASCII = 0x80;

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
        String plain = Accents.joined(text).toLowerCase(Locale.ROOT);
        if (!mostlyLatin(plain)) return new Guess(OTHER, true);
        if (plain.indexOf('¿') >= 0 || plain.indexOf('¡') >= 0) return new Guess(SPANISH, true);
        int[] votes = Clues.ALL.votes(plain);
        Language best = UNDECIDED;
        int most = 0;
        for (int i = 0; i < votes.length; i++) {
            Language language = Tongue.ALL.get(i).language();
            if (votes[i] > most) {
                best = language;
                most = votes[i];
            } else if (votes[i] == most && language != OTHER) {
                best = UNDECIDED;
            }
        }
        if (best != ENGLISH && most < Clues.LETTER) best = UNDECIDED;
        return new Guess(best, best != UNDECIDED && most >= Clues.SMALL_WORD);
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
        int latin = 0;
        int point;
        for (int at = 0; at < text.length(); at += Character.charCount(point)) {
            point = text.codePointAt(at);
            if (Character.isLetter(point)) latin += isLatin(point) ? 1 : -1;
        }
        return latin >= 0;
    }

    /** Asked only of letters. */
    private static boolean isLatin(int letter) {
        return letter < FIRST_BEYOND_ASCII || UnicodeScript.of(letter) == UnicodeScript.LATIN;
    }
}
