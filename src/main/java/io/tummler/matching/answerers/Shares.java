package io.tummler.matching.answerers;

/** Smoothed shares, as logarithms, of the candidates' counts. */
final class Shares {
    private Shares() {}

    static double sum(double[] counts) {
        double sum = 0;
        for (double count : counts) sum += count;
        return sum;
    }

    /** The share of each, as though each had {@code prior / n} more. */
    static double[] log(double[] counts, double prior) {
        double all = sum(counts) + prior;
        double[] logs = new double[counts.length];
        for (int i = 0; i < logs.length; i++) logs[i] = StrictMath.log((counts[i] + prior / counts.length) / all);
        return logs;
    }

    /** The same, where what is known of a wider circle is worth {@code prior} counts. */
    static double[] log(double[] counts, double[] wider, double prior) {
        double all = sum(counts) + prior;
        double allWider = sum(wider) + 1;
        double[] logs = new double[counts.length];
        for (int i = 0; i < logs.length; i++)
            logs[i] = StrictMath.log((counts[i] + prior * (wider[i] + 1. / counts.length) / allWider) / all);
        return logs;
    }

    /**
     * By how much a part of a member's counts is more than the share that is expected, which is worth {@code prior}.
     */
    static double logLift(double part, double all, double prior, double expected) {
        return StrictMath.log((part + prior * expected) / (all + prior) / expected);
    }
}
