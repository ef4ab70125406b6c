package io.tummler.api;

import java.util.ArrayList;
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

    /** With one more reason. */
    public Match and(Reason reason) {
        List<Reason> more = new ArrayList<>(reasons);
        more.add(reason);
        return new Match(need, offer, score, more);
    }

    /** Why two fit, as data; templates make a sentence of it. */
    public sealed interface Reason {
        /** Words that need and offer share, the most telling first. */
        record SharedWords(List<String> words) implements Reason {}

        /** A word of the need and one of the offer that mean much the same. */
        record RelatedWords(String asked, String offered) implements Reason {}

        /** It goes both ways: the helper looks for what the asker offers. */
        record Swap(Statement helperNeeds, Statement askerOffers) implements Reason {}

        /**
         * Both know something of the same.
         *
         * @param likeness of the two offers, 0 to 1: near 1 they offer the same, and have less to gain from each other than
         *     two who share a part
         */
        record CommonGround(Statement askerOffers, Statement helperOffers, double likeness) implements Reason {}

        /**
         * What is offered has helped others before, as they said at a check-in.
         *
         * @param times at least 1
         */
        record HelpedBefore(int times) implements Reason {}
    }
}
