package io.tummler.chat;

import java.util.Arrays;

/**
 * The two-sample test of Kolmogorov and Smirnov: whether two samples may come from one distribution, of whatever shape.
 *
 * @param distance the greatest between their distribution functions, 0 to 1
 * @param one how many are in the one
 */
record TwoSamples(double distance, int one, int other) {
    private static final int TERMS = 100;

    static TwoSamples of(double[] one, double[] other) {
        double[] ones = one.clone();
        double[] others = other.clone();
        Arrays.sort(ones);
        Arrays.sort(others);
        double distance = 0;
        int i = 0;
        int j = 0;
        while (i < ones.length && j < others.length) {
            // Where both have the same value, both functions rise before they are compared.
            double at = Math.min(ones[i], others[j]);
            while (i < ones.length && ones[i] == at) i++;
            while (j < others.length && others[j] == at) j++;
            distance = Math.max(distance, Math.abs((double) i / ones.length - (double) j / others.length));
        }
        return new TwoSamples(distance, ones.length, others.length);
    }

    /**
     * How often two samples of one distribution lie at least so far apart: by Kolmogorov's limit, with Stephens' correction
     * for small samples (M. Stephens, Use of the Kolmogorov-Smirnov, Cramer-von Mises and Related Statistics Without
     * Extensive Tables, 1970). Where values come several times it says too much rather than too little.
     */
    double chance() {
        double size = Math.sqrt((double) one * other / (one + other));
        double scaled = (size + .12 + .11 / size) * distance;
        if (scaled < .2) return 1;
        double sum = 0;
        for (int term = 1; term <= TERMS; term++)
            sum += (term % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * term * term * scaled * scaled);
        return Math.clamp(sum, 0, 1);
    }
}
