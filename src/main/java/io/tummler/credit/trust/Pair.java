package io.tummler.credit.trust;

import java.util.Arrays;

/** What one member said of another, and what all of it counts. */
final class Pair {
    final int by;
    final int of;

    /** In order of time. */
    private long[] at = {};

    private double[] worth = {};

    /** What all of it counts, as of when it was last worked out. */
    private double strength;

    Pair(int by, int of) {
        this.by = by;
        this.of = of;
    }

    double strength() {
        return strength;
    }

    int times() {
        return at.length;
    }

    long lastSecond() {
        return at[at.length - 1];
    }

    void add(double newWorth, long second) {
        int index = 0;
        while (index < at.length && at[index] < second) index++;
        at = Arrays.copyOf(at, at.length + 1);
        worth = Arrays.copyOf(worth, at.length);
        System.arraycopy(at, index, at, index + 1, at.length - 1 - index);
        System.arraycopy(worth, index, worth, index + 1, at.length - 1 - index);
        at[index] = second;
        worth[index] = newWorth;
    }

    /** Drops what was said longer ago than counts. */
    void dropBefore(long second) {
        int from = 0;
        while (from < at.length && at[from] < second) from++;
        if (from == 0) return;
        at = Arrays.copyOfRange(at, from, at.length);
        worth = Arrays.copyOfRange(worth, from, worth.length);
    }

    /** The strongest word counts in full, the next so much less, and so on; each fades by half every half-life. */
    void weigh(Tuning tuning, long nowSecond) {
        double[] left = new double[at.length];
        for (int index = 0; index < at.length; index++) {
            double halfLives = (double) Math.max(0, nowSecond - at[index]) / tuning.halfLifeSeconds();
            left[index] = halfLives > Tuning.HALF_LIVES ? 0 : worth[index] * StrictMath.pow(.5, halfLives);
        }
        Arrays.sort(left);
        double sum = 0;
        double factor = 1;
        for (int index = left.length - 1; index >= 0 && factor > 0; index--, factor *= tuning.again()) {
            sum += left[index] * factor;
        }
        strength = sum;
    }
}
