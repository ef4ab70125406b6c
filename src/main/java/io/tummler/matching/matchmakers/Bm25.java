package io.tummler.matching.matchmakers;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Okapi BM25 (S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework, 2009) over short texts, with the
 * usual k1 = 1.2 and b = 0.75 and an inverse document frequency that stays above 0.
 */
final class Bm25 {
    private static final double K1 = 1.2;
    private static final double B = .75;

    private final Map<String, Integer> textsWith = new HashMap<>();
    private final int texts;
    private final double lengthMean;

    Bm25(Collection<Words> all) {
        texts = all.size();
        long length = 0;
        for (Words words : all) {
            length += words.length();
            for (String stem : words.counts().keySet()) textsWith.merge(stem, 1, Integer::sum);
        }
        lengthMean = Math.max(1, (double) length / Math.max(1, texts));
    }

    /**
     * How much of what is asked a text covers, 0 to 1: its BM25 by the BM25 of a text that says just what is asked. 0
     * exactly when they share no word.
     */
    double covered(Words asked, Words text) {
        double self = score(asked, asked);
        return self == 0 ? 0 : Math.min(1, score(asked, text) / self);
    }

    /** The BM25 of a text, from 0 up, without a bound. */
    double score(Words asked, Words text) {
        double score = 0;
        for (String stem : asked.counts().keySet()) {
            int count = text.counts().getOrDefault(stem, 0);
            if (count > 0)
                score += weight(stem) * count * (K1 + 1) / (count + K1 * (1 - B + B * text.length() / lengthMean));
        }
        return score;
    }

    /** How telling a word is; one that stands in no text is as telling as one that stands in one. */
    double weight(String stem) {
        int with = textsWith.getOrDefault(stem, 1);
        return Math.log(1 + (texts - with + .5) / (with + .5));
    }
}
