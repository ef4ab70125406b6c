package io.tummler.matching.matchmakers;

import io.tummler.api.Statement;

/**
 * How well a need and an offer fit, from 0 (nothing says so) to 1 (word for word).
 *
 * <p>Two texts that can both be read are compared by what they mean: the cosine c of their vectors and r, their BM25 by
 * rare words alone, those of at most {@value #RARE_SHARE} of the offers or of {@value #RARE_MIN} of them, so that a
 * name that no vector knows counts, and a word that half of all greet with does not. Each rare word takes away a part
 * of what is lacking: 1 - (1 - c) / (1 + {@value #RARE_WEIGHT} r). What of that lies above {@value #UNRELATED} is
 * stretched to 0 to 1. How telling a rare word is, is reckoned as among {@value #OFFERS_MIN} offers at least, for in a
 * community of five all words are in few.
 *
 * <p>So a moderator's .2 is a likeness of .296. With 275 topics in English (each two offers and four needs that say it
 * in other words) among 5,152 offers and a table of 128 dimensions distilled from a sentence model, 2 % of the needs
 * and offers that have nothing to do with each other come to .2 or more, 7 % of those of one field (cooking), 33 % of
 * those for each other, and 48 % of the needs with the better of their two offers. Among 5, 50 or 500 offers it is 2 to
 * 3 %, 7 %, and 34 %.
 *
 * <p>Where one of them can't be read, it is the part of the need that the offer covers: its BM25 by the BM25 of a text
 * that says just what is asked. So 0.5 is an offer that says half of what the need says, as words weigh.
 *
 * <p>Both are Okapi BM25 (S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework, 2009) of the standing
 * offers with k1 = 1.2, b = 0.75 and an inverse document frequency that stays above 0. Whichever of the two is looked
 * for, the score of a pair is the same.
 */
final class Fit {
    static final double RARE_WEIGHT = .025;
    static final double RARE_SHARE = .005;
    static final int RARE_MIN = 5;
    static final int OFFERS_MIN = 1_000;
    static final double UNRELATED = .12;

    private static final double K1 = 1.2;
    private static final double B = .75;

    private final Shelf offers;

    Fit(Shelf offers) {
        this.offers = offers;
    }

    double score(Reading need, Reading offer) {
        if (need.length() == 0 || offer.length() == 0) return 0;
        return need.direction().isKnown() && offer.direction().isKnown() ? meant(need, offer) : covered(need, offer);
    }

    private double meant(Reading need, Reading offer) {
        double lacking = 1 - need.direction().cosine(offer.direction());
        double like = 1 - lacking / (1 + RARE_WEIGHT * rare(need, offer));
        return Math.clamp((like - UNRELATED) / (1 - UNRELATED), 0, 1);
    }

    private double rare(Reading need, Reading offer) {
        double sum = 0;
        for (int i = 0; i < need.length(); i++) {
            Stem stem = need.stem(i);
            if (!need.isFirst(i)) continue;
            int count = offer.count(stem);
            if (count > 0 && isRare(stem))
                sum += weight(stem, Math.max(offers.size(), OFFERS_MIN)) * saturated(count, offer.length());
        }
        return sum;
    }

    private double covered(Reading need, Reading offer) {
        double shared = bm25(need, offer);
        return shared == 0 ? 0 : Math.min(1, shared / bm25(need, need));
    }

    private double bm25(Reading need, Reading text) {
        double sum = 0;
        for (int i = 0; i < need.length(); i++) {
            if (!need.isFirst(i)) continue;
            int count = text.count(need.stem(i));
            if (count > 0) sum += weight(need.stem(i)) * saturated(count, text.length());
        }
        return sum;
    }

    private double saturated(int count, int length) {
        double mean = Math.max(1, (double) offers.length() / Math.max(1, offers.size()));
        return count * (K1 + 1) / (count + K1 * (1 - B + B * length / mean));
    }

    /** Whether few offers have this word. */
    boolean isRare(Stem stem) {
        return stem.in(Statement.Kind.OFFER).count() <= Math.max(RARE_MIN, RARE_SHARE * offers.size());
    }

    /** How telling a word is; one that stands in no offer is as telling as one that stands in one. */
    double weight(Stem stem) {
        return weight(stem, offers.size());
    }

    private static double weight(Stem stem, int offers) {
        int with = Math.max(1, stem.in(Statement.Kind.OFFER).count());
        return StrictMath.log(1 + Math.max(0, offers - with + .5) / (with + .5));
    }
}
