package io.tummler.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Okapi BM25 over an inverted index, with the usual constants. */
final class Bm25 {

    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private record Posting(int document, int count) {
    }

    private final Function<String, List<String>> words;
    private final Map<String, List<Posting>> index = new HashMap<>();
    private final int[] lengths;
    private final double mean;

    Bm25(List<String> documents, Function<String, List<String>> words) {
        this.words = words;
        lengths = new int[documents.size()];
        long total = 0;
        for (int d = 0; d < lengths.length; d++) {
            Map<String, Integer> counts = new HashMap<>();
            for (String w : words.apply(documents.get(d))) {
                counts.merge(w, 1, Integer::sum);
                lengths[d]++;
            }
            total += lengths[d];
            int document = d;
            counts.forEach((w, n) -> index.computeIfAbsent(w, x -> new ArrayList<>()).add(new Posting(document, n)));
        }
        mean = (double) total / lengths.length;
    }

    double[] scores(String query) {
        return scores(query, lengths.length);
    }

    /** As {@link #scores(String)}, by the words alone that at most so many documents have. */
    double[] scores(String query, int most) {
        double[] out = new double[lengths.length];
        for (String w : new HashSet<>(words.apply(query))) {
            List<Posting> list = index.getOrDefault(w, List.of());
            if (list.size() > most) {
                continue;
            }
            double idf = Math.log(1 + (lengths.length - list.size() + 0.5) / (list.size() + 0.5));
            for (Posting p : list) {
                out[p.document] += idf * p.count * (K1 + 1)
                        / (p.count + K1 * (1 - B + B * lengths[p.document] / mean));
            }
        }
        return out;
    }
}
