package io.tummler.api;

import java.util.List;

/**
 * A need and an offer that fit.
 *
 * @param score how well, 0 to 1
 * @param reasons why, best first, at least one
 */
public record Match(Statement need, Statement offer, double score, List<Reason> reasons) {
    public Match {
        reasons = List.copyOf(reasons);
        if (need.kind() != Statement.Kind.NEED || offer.kind() != Statement.Kind.OFFER)
            throw new IllegalArgumentException("a match is of a need and an offer");
        if (!(score >= 0 && score <= 1)) throw new IllegalArgumentException("score must be 0 to 1: " + score);
        if (reasons.isEmpty()) throw new IllegalArgumentException("a match has a reason");
    }

    /** Why two fit, as data; templates make a sentence of it. */
    public sealed interface Reason {
        /** Words that need and offer share, the most telling first. */
        record SharedWords(List<String> words) implements Reason {}

        /** It goes both ways: the helper looks for what the asker offers. */
        record Swap(Statement helperNeeds, Statement askerOffers) implements Reason {}
    }
}
