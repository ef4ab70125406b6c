package io.tummler.listening.detectors;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * A turn of phrase that states something, and how sure one can be of it.
 *
 * <p>Patterns have optional words and alternatives but no repetition without a bound, so that looking for one costs a
 * bounded number of steps for each character of a sentence, whatever is typed.
 *
 * @param place where it has to stand to mean what it says
 * @param confidence that somebody who says so means it, 0 to 1
 */
record Cue(Phrase phrase, Place place, double confidence) {
    enum Place {
        /** Where a clause opens: at the start, after a comma or bracket, after a word such as "and" or "hello". */
        OPENING,
        /**
         * Anywhere but after a word that turns it around, such as "how can anyone help" and "not sure if I can help".
         */
        ANYWHERE
    }

    private static final Set<String> OPENERS = words("""
            also and anyway but because btw currently everyone everybody folks guys hello hey hi hmm however all \
            maybe now \
            oh ok okay or please pls plz question right since so still then there though wanted well yeah yes yo \
            aber also bitte hallo leute moin und buenas hola pero por favor y""");
    private static final Set<String> TURNING =
            words("as how if not never no than that what when where whether which why dass ob wie como que si");

    static Set<String> words(String blankSeparated) {
        return Set.copyOf(List.of(blankSeparated.split(" ")));
    }

    static Cue opening(double confidence, String regex) {
        return new Cue(new Phrase(regex), Place.OPENING, confidence);
    }

    static Cue anywhere(double confidence, String regex) {
        return new Cue(new Phrase(regex), Place.ANYWHERE, confidence);
    }

    /** A cue in a sentence, and what the sentence says after it. */
    record Hit(String rest, double confidence) {}

    /** The surest of these cues in this sentence. */
    static Optional<Hit> surest(List<Cue> cues, String sentence) {
        return cues.stream()
                .flatMap(cue -> cue.in(sentence).stream())
                .reduce((best, next) -> next.confidence > best.confidence ? next : best);
    }

    private Optional<Hit> in(String sentence) {
        for (Matcher found = phrase.find(sentence, 0); found != null; found = phrase.find(sentence, found.end()))
            if (stands(sentence, found.start()))
                return Optional.of(new Hit(sentence.substring(found.end()), confidence));
        return Optional.empty();
    }

    private boolean stands(String sentence, int start) {
        int end = start;
        while (end > 0 && sentence.charAt(end - 1) == ' ') end--;
        if (end == 0 || ",;:-–—(¿*_~/".indexOf(sentence.charAt(end - 1)) >= 0) return true;
        int from = end;
        while (from > 0 && end - from < 16 && Character.isLetter(sentence.charAt(from - 1))) from--;
        String word = sentence.substring(from, end).toLowerCase(java.util.Locale.ROOT);
        return switch (place) {
            case OPENING -> word.isEmpty() || OPENERS.contains(word);
            case ANYWHERE -> !TURNING.contains(word);
        };
    }
}
