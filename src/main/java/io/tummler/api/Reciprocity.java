package io.tummler.api;

import java.util.List;

/** How much a member gives and gets, 0 to 100; not a balance, and nobody can hand it on. */
public interface Reciprocity {
    Standing of(CommunityId community, MemberId member);

    sealed interface Standing {
        /** Nothing has happened yet between this member and others; that is not a 0. */
        record NotYetKnown() implements Standing {}

        /**
         * @param score 0 to 100
         * @param given how many different members say that this one helped or thank this one
         * @param received how many different members helped this one
         * @param causes the largest first, at most five; together they are the score
         */
        record Known(int score, int given, int received, List<Cause> causes) implements Standing {}
    }

    /**
     * One cause of a score: all that happened for one reason.
     *
     * @param at when it last happened
     * @param points its part of the score
     */
    record Cause(Transfer.Reason reason, java.time.Instant at, double points) {}
}
