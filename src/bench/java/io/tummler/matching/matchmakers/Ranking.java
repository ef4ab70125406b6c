package io.tummler.matching.matchmakers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How good rankings are, and how alike. */
final class Ranking {
    private Ranking() {}

    /** The place of the best of the relevant, from 1; among equal scores the middle of theirs. */
    static double place(double[] scores, int[] relevant) {
        double best = Arrays.stream(relevant).mapToDouble(i -> scores[i]).max().orElseThrow();
        long above = Arrays.stream(scores).filter(score -> score > best).count();
        long same = Arrays.stream(scores).filter(score -> score == best).count();
        return above + (same + 1) / 2.0;
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) sum += a[j] * b[j];
        return sum;
    }

    static double pearson(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    static double spearman(double[] x, double[] y) {
        return pearson(ranks(x), ranks(y));
    }

    private static double[] ranks(double[] x) {
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var ranks = new double[x.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to < order.length && x[order[to]] == x[order[from]]) to++;
            for (int i = from; i < to; i++) ranks[order[i]] = (from + to - 1) / 2.0;
            from = to;
        }
        return ranks;
    }
}
