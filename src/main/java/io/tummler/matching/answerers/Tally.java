package io.tummler.matching.answerers;

import java.util.Arrays;

/** What is counted of a community as a whole. */
final class Tally {
    /** How fast the mean may move however many questions there were. */
    private static final double LEAST_STEP = .002;

    int messages;
    int openings;
    long words;
    final float[] hours = new float[Hours.COUNT];
    /** The mean of what questions mean. */
    final double[] centre = new double[Vocabulary.DIMENSIONS];

    Tally() {
        Arrays.fill(hours, 1);
    }

    void open(double[] meaning) {
        openings++;
        double step = Math.max(1. / openings, LEAST_STEP);
        for (int d = 0; d < centre.length; d++) centre[d] += step * (meaning[d] - centre[d]);
    }
}
