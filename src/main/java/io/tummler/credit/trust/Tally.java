package io.tummler.credit.trust;

import java.util.Arrays;

/** Adds up by member, and is cleared fast: only those met are. */
final class Tally {
    private double[] sums = new double[16];
    private boolean[] isMet = new boolean[16];
    private int[] met = new int[16];
    private int count;

    void add(int member, double amount) {
        if (member >= sums.length) {
            int room = Math.max(member + 1, sums.length + (sums.length >> 1));
            sums = Arrays.copyOf(sums, room);
            isMet = Arrays.copyOf(isMet, room);
        }
        if (!isMet[member]) {
            isMet[member] = true;
            if (count == met.length) met = Arrays.copyOf(met, 2 * count);
            met[count++] = member;
        }
        sums[member] += amount;
    }

    double sum(int member) {
        return member < sums.length ? sums[member] : 0;
    }

    /** How many members were met. */
    int count() {
        return count;
    }

    /** The members met, in order of meeting. */
    int met(int index) {
        return met[index];
    }

    void clear() {
        for (int index = 0; index < count; index++) {
            sums[met[index]] = 0;
            isMet[met[index]] = false;
        }
        count = 0;
    }

    /**
     * The members with the highest sums, highest first; of equal ones those with lower numbers. Besides the first only those
     * with at least so much.
     */
    int[] most(int limit, double least) {
        int[] best = new int[Math.min(limit, count)];
        int filled = 0;
        for (int index = 0; index < count; index++) {
            int member = met[index];
            int place = filled;
            while (place > 0 && more(member, best[place - 1])) place--;
            if (place == best.length) continue;
            if (filled < best.length) filled++;
            System.arraycopy(best, place, best, place + 1, filled - place - 1);
            best[place] = member;
        }
        while (filled > 1 && sums[best[filled - 1]] < least) filled--;
        return Arrays.copyOf(best, filled);
    }

    private boolean more(int one, int other) {
        return sums[one] > sums[other] || sums[one] == sums[other] && one < other;
    }
}
