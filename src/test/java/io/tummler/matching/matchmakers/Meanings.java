package io.tummler.matching.matchmakers;

import io.tummler.api.TextEmbedder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Points each word somewhere of its own, and words of one list nearly the same way. It reads no text with a word in
 * Greek letters.
 */
final class Meanings implements TextEmbedder {
    private static final int DIMENSIONS = 70;
    private static final double OWN = .3;

    private final List<List<String>> alike;

    Meanings(String... alike) {
        var lists = new ArrayList<List<String>>();
        for (String words : alike) lists.add(List.of(words.split(" ")));
        this.alike = lists;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public Optional<float[]> embed(String text) {
        var sum = new double[DIMENSIONS];
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (word.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.GREEK))
                return Optional.empty();
            String meaning = alike.stream()
                    .filter(words -> words.contains(word))
                    .map(List::getFirst)
                    .findFirst()
                    .orElse(word);
            add(sum, "meaning " + meaning, 1);
            add(sum, "word " + word, OWN);
        }
        double squares = 0;
        for (double part : sum) squares += part * part;
        var vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) vector[i] = (float) (sum[i] / Math.sqrt(squares));
        return Optional.of(vector);
    }

    private static void add(double[] sum, String seed, double weight) {
        var random = new Random(seed.hashCode());
        for (int i = 0; i < DIMENSIONS; i++) sum[i] += weight * random.nextGaussian();
    }
}
