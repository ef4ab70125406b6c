package io.tummler.api;

import java.time.Instant;
import java.util.List;

/**
 * How far those whose word counts say that a member helped them, 0 to 100; not a balance, and nobody can hand it on. Of
 * giving alone: what a member received is told beside it.
 */
public interface Reciprocity {
    Standing of(CommunityId community, MemberId member);

    sealed interface Standing {
        /** Nobody whose word counts has said anything of this member yet, or one alone of whom that isn't enough; no 0. */
        record NotYetKnown() implements Standing {}

        /**
         * @param score 0 to 100
         * @param atLeast what would be left of it, were the words of any two other members worth nothing: 0 to the score, and
         *     what decides where a minimum is asked for
         * @param given how many different members say that this one helped, or thank this one
         * @param received how many different members this one said it of
         * @param causes the largest first, at most five; together they are at most the score
         */
        record Known(int score, int atLeast, int given, int received, List<Cause> causes) implements Standing {}
    }

    /**
     * One cause of a score: all that one member said of another.
     *
     * @param by who said so
     * @param last when it was said last
     * @param times how often it was said
     * @param points its part of the score
     */
    record Cause(MemberId by, Instant last, int times, double points) {}
}
