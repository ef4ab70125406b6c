package io.tummler.introduction;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * More than any lists of two could bring, whoever made them: for any prices, what each asker would gain at most after
 * paying them, and what all capacity is worth at them (Lagrange). Subgradient steps bring the prices near the lowest
 * such bound.
 */
final class MarketBound {
    private static final int STEPS = 30;
    private static final double STRIDE = .01;

    /** What the second of a list adds is less than its worth, so prices that suit lists of one are too high. */
    private static final double START = .3;

    private MarketBound() {}

    static double of(double[][] worth, double[] start, int capacity) {
        double[] prices = Arrays.stream(start).map(price -> START * price).toArray();
        double least = Double.POSITIVE_INFINITY;
        for (int step = 1; step <= STEPS; step++) {
            int[] wanted = new int[prices.length];
            double bound = capacity * Arrays.stream(prices).sum();
            for (double[] row : worth) bound += gain(row, prices, wanted);
            least = Math.min(least, bound);
            for (int j = 0; j < prices.length; j++)
                prices[j] = Math.max(0, prices[j] + STRIDE / Math.sqrt(step) * (wanted[j] - capacity));
        }
        return least;
    }

    /** Of the best list of none, one or two, exactly; counts whom it would take. */
    private static double gain(double[] worth, double[] prices, int[] wanted) {
        int[] byGain = IntStream.range(0, worth.length)
                .filter(j -> worth[j] > prices[j])
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> prices[j] - worth[j]))
                .mapToInt(j -> j)
                .toArray();
        if (byGain.length == 0) return 0;
        double best = worth[byGain[0]] - prices[byGain[0]];
        int one = byGain[0];
        int other = -1;
        for (int a = 0; a < byGain.length; a++) {
            double first = worth[byGain[a]] - prices[byGain[a]];
            if (2 * first <= best) break;
            for (int b = a + 1; b < byGain.length; b++) {
                double second = worth[byGain[b]] - prices[byGain[b]];
                if (first + second <= best) break;
                double both = first + second - worth[byGain[a]] * worth[byGain[b]];
                if (both > best) {
                    best = both;
                    one = byGain[a];
                    other = byGain[b];
                }
            }
        }
        wanted[one]++;
        if (other >= 0) wanted[other]++;
        return best;
    }
}
