package io.tummler.introduction;

import java.util.Arrays;

/**
 * Who is to be matched with whom, for one who sees all askers before the first is served: the entropic optimal
 * transport of attention under the capacities of both sides (Sinkhorn 1967; Cuturi 2013, "Sinkhorn distances"), which
 * is matching with transferable utility (Galichon and Salanié 2022). What each helper costs there are the prices that
 * an online choice can only guess.
 */
final class Sinkhorn {
    private static final double TEMPERATURE = .02;

    private Sinkhorn() {}

    /**
     * @param worth of each asker with each helper, 0 to 1
     * @param list how many helpers each asker gets
     * @param capacity how many askers each helper takes at most
     * @return the price of each helper, 0 or more
     */
    static double[] prices(double[][] worth, int list, int capacity, int rounds) {
        int helpers = worth[0].length;
        double[][] kernel = new double[worth.length][helpers];
        for (int i = 0; i < worth.length; i++)
            for (int j = 0; j < helpers; j++) kernel[i][j] = Math.exp(worth[i][j] / TEMPERATURE);
        double[] scale = new double[helpers];
        Arrays.fill(scale, 1);
        for (int round = 0; round < rounds; round++) {
            double[] load = new double[helpers];
            for (double[] row : kernel) {
                double sum = 0;
                for (int j = 0; j < helpers; j++) sum += row[j] * scale[j];
                for (int j = 0; j < helpers; j++) load[j] += row[j] * list / sum;
            }
            for (int j = 0; j < helpers; j++) scale[j] = Math.min(1, capacity / load[j]);
        }
        double[] prices = new double[helpers];
        for (int j = 0; j < helpers; j++) prices[j] = -TEMPERATURE * Math.log(scale[j]);
        return prices;
    }

    /** How much of each asker's list each helper has, in a plan at those prices. */
    static double[][] plan(double[][] worth, double[] prices, int list) {
        double[][] plan = new double[worth.length][prices.length];
        for (int i = 0; i < worth.length; i++) {
            double[] row = worth[i];
            Arrays.setAll(plan[i], j -> Math.exp((row[j] - prices[j]) / TEMPERATURE));
            double share = list / Arrays.stream(plan[i]).sum();
            for (int j = 0; j < row.length; j++) plan[i][j] *= share;
        }
        return plan;
    }
}
