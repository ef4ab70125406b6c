package io.tummler.matching.matchmakers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The baseline: Okapi BM25 over an inverted index, with the usual constants, and whatever words a text is read as. */
final class LexicalIndex {
    private static final double K1 = 1.2;
    private static final double B = .75;

    private record Posting(int text, int count) {}

    private final Function<String, List<String>> reader;
    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final int[] lengths;
    private final double lengthMean;

    LexicalIndex(List<String> texts, Function<String, List<String>> reader) {
        this.reader = reader;
        lengths = new int[texts.size()];
        long total = 0;
        for (int i = 0; i < lengths.length; i++) {
            Map<String, Integer> counts = new HashMap<>();
            for (String word : reader.apply(texts.get(i))) {
                counts.merge(word, 1, Integer::sum);
                lengths[i]++;
            }
            total += lengths[i];
            int text = i;
            counts.forEach((word, count) ->
                    postings.computeIfAbsent(word, _ -> new ArrayList<>()).add(new Posting(text, count)));
        }
        lengthMean = (double) total / lengths.length;
    }

    Set<String> words(String text) {
        return new HashSet<>(reader.apply(text));
    }

    double[] scores(String query) {
        return scores(query, lengths.length);
    }

    /** By those words alone that at most so many texts have. */
    double[] scores(String query, int most) {
        var scores = new double[lengths.length];
        for (String word : words(query)) {
            List<Posting> with = postings.getOrDefault(word, List.of());
            if (with.size() > most) continue;
            double idf = Math.log(1 + (lengths.length - with.size() + .5) / (with.size() + .5));
            for (Posting posting : with)
                scores[posting.text] += idf
                        * posting.count
                        * (K1 + 1)
                        / (posting.count + K1 * (1 - B + B * lengths[posting.text] / lengthMean));
        }
        return scores;
    }
}
