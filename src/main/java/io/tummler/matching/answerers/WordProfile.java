package io.tummler.matching.answerers;

import java.util.function.LongConsumer;

/**
 * How often one member used each term, by {@link Use}. An open hash table, since a ranking looks 40 terms up for every
 * candidate. When there are too many terms, the rarest are dropped.
 */
final class WordProfile {
    /** The ways to have to do with a term. */
    enum Use {
        /** Wrote it in a message. */
        WROTE,
        /** Answered a question that had it. */
        ANSWERED,
        /** Wrote it in somebody else's thread; once per thread. */
        CONTRIBUTED,
        /** Asked a question that had it. */
        ASKED;

        /** Its place among the counts of a term. */
        @SuppressWarnings("EnumOrdinal")
        int index() {
            return ordinal();
        }
    }

    /** So many slots at most, of which two thirds are taken. */
    static final int MOST_SLOTS = 16_384;

    private static final int USES = Use.values().length;
    private static final int FIRST_SLOTS = 8;

    private long[] terms = new long[FIRST_SLOTS];
    private short[] counts = new short[FIRST_SLOTS * USES];
    private int size;

    int size() {
        return size;
    }

    void add(long term, Use use, int times) {
        int slot = slot(terms, term);
        if (terms[slot] == 0) {
            if ((size + 1) * 3 > terms.length * 2) {
                makeRoom();
                add(term, use, times);
                return;
            }
            terms[slot] = term;
            size++;
        }
        int cell = slot * USES + use.index();
        counts[cell] = (short) Math.min(Short.MAX_VALUE, counts[cell] + times);
    }

    /** Where the counts of this term are, or -1 when there are none. */
    int find(long term) {
        int slot = slot(terms, term);
        return terms[slot] == term ? slot : -1;
    }

    int count(int found, Use use) {
        return counts[found * USES + use.index()];
    }

    void forEachTerm(LongConsumer action) {
        for (long term : terms) if (term != 0) action.accept(term);
    }

    private void makeRoom() {
        if (terms.length < MOST_SLOTS) {
            keep(terms.length * 2, 0);
            return;
        }
        for (int rare = 1; size > MOST_SLOTS / 2; rare *= 2) keep(terms.length, rare);
    }

    /** Puts what was used more often than so into a new table. */
    private void keep(int slots, int rare) {
        long[] oldTerms = terms;
        short[] oldCounts = counts;
        terms = new long[slots];
        counts = new short[slots * USES];
        size = 0;
        for (int old = 0; old < oldTerms.length; old++) {
            if (oldTerms[old] == 0) continue;
            int times = 0;
            for (int use = 0; use < USES; use++) times += oldCounts[old * USES + use];
            if (times <= rare) continue;
            int slot = slot(terms, oldTerms[old]);
            terms[slot] = oldTerms[old];
            System.arraycopy(oldCounts, old * USES, counts, slot * USES, USES);
            size++;
        }
    }

    private static int slot(long[] table, long term) {
        int mask = table.length - 1;
        int slot = (int) term & mask;
        while (table[slot] != 0 && table[slot] != term) slot = slot + 1 & mask;
        return slot;
    }
}
