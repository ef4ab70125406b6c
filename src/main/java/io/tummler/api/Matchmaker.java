package io.tummler.api;

import java.util.List;

/** Finds who fits together. Several may run; the best score of a pair counts. */
public interface Matchmaker {
    /**
     * @param need what is looked for
     * @param market what there is; the need may or may not stand in it
     * @param limit at most so many, at least 1
     * @return matches of this need, best first, never with its owner's own offers; ties in the order of the offers' ids
     */
    List<Match> helpersFor(Statement need, Market market, int limit);
}
