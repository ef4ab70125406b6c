package io.tummler.eval;

import java.util.Arrays;

/** Correlations, and the quality of a ranking. */
final class Stats {

    private Stats() {
    }

    static double pearson(double[] x, double[] y) {
        double mx = Arrays.stream(x).average().orElse(0);
        double my = Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }

    static double spearman(double[] x, double[] y) {
        return pearson(ranks(x), ranks(y));
    }

    private static double[] ranks(double[] x) {
        Integer[] order = new Integer[x.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(x[a], x[b]));
        double[] out = new double[x.length];
        for (int i = 0; i < order.length;) {
            int end = i;
            while (end < order.length && x[order[end]] == x[order[i]]) {
                end++;
            }
            for (int j = i; j < end; j++) {
                out[order[j]] = (i + end - 1) / 2.0;
            }
            i = end;
        }
        return out;
    }

    /** Place of the best of the relevant, from 1; among equal scores the middle of them. */
    static double rank(double[] scores, int[] relevant) {
        double best = Double.NEGATIVE_INFINITY;
        for (int r : relevant) {
            best = Math.max(best, scores[r]);
        }
        int above = 0;
        int same = 0;
        for (double s : scores) {
            if (s > best) {
                above++;
            } else if (s == best) {
                same++;
            }
        }
        return above + (same + 1) / 2.0;
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** To mean 0 and deviation 1; a constant list gives zeros. */
    static double[] standard(double[] x) {
        double m = Arrays.stream(x).average().orElse(0);
        double v = Arrays.stream(x).map(s -> (s - m) * (s - m)).average().orElse(0);
        double d = Math.sqrt(v);
        return Arrays.stream(x).map(s -> d == 0 ? 0 : (s - m) / d).toArray();
    }
}
