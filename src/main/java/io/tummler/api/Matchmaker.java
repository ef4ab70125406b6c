package io.tummler.api;

import java.util.List;
import java.util.function.Predicate;

/** Finds who fits together. Several may run; the best score of a pair counts. */
public interface Matchmaker {
    /** What this matchmaker remembers of one community, with nothing in it yet. */
    Index index();

    /**
     * The needs and offers that stand in one community. Told of each once it is certain, and of all again when the
     * community is read anew; by one thread at a time.
     */
    interface Index {
        /** A statement stands from now on, in place of one with the same id. */
        void add(Statement statement);

        /** It stands no longer; nothing happens where it did not. */
        void remove(StatementId statement);

        /**
         * Matches of this statement with those of the other kind that stand here; never with one of the same owner.
         *
         * @param statement a need or an offer, which may stand here or not
         * @param open which of the others count now; asked for no more of them than need be
         * @param limit at most so many, at least 1
         * @return best first; ties in the order of the others' ids
         */
        List<Match> matchesOf(Statement statement, Predicate<Statement> open, int limit);
    }
}
