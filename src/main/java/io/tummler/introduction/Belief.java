package io.tummler.introduction;

import java.util.List;

/**
 * A Bayesian logistic regression: a normal distribution over its coefficients. A batch of answers makes another one of
 * it by Laplace's approximation: its mean is the mode of the posterior, which Newton's method finds, and its precision
 * the curvature there (Spiegelhalter and Lauritzen 1990, "Sequential updating of conditional probabilities on directed
 * graphical structures", Networks 20). Pure, and the same to the last bit on every machine.
 */
final class Belief {
    private static final int STEPS_MAX = 50;
    private static final int HALVINGS_MAX = 30;
    private static final double GOOD_ENOUGH = 1e-9;
    /** Nothing is certain, whatever was seen. */
    private static final double CERTAIN = .99;

    private final double[] mean;
    private final double[][] precision;
    private final double[][] covariance;

    private Belief(double[] mean, double[][] precision) {
        this.mean = mean;
        this.precision = precision;
        this.covariance = inverse(precision);
    }

    /** An answer, and what was known before it. */
    record Answer(double[] features, boolean yes) {}

    /**
     * @param deviations how unsure each mean is, above 0
     */
    static Belief of(double[] means, double[] deviations) {
        double[][] precision = new double[means.length][means.length];
        for (int i = 0; i < means.length; i++) precision[i][i] = 1 / (deviations[i] * deviations[i]);
        return new Belief(means.clone(), precision);
    }

    /**
     * The probability of a yes, .01 to .99: averaged over the coefficients, so that what is little known comes out less
     * certain (MacKay 1992, "The evidence framework applied to classification networks", Neural Computation 4).
     */
    double yes(double[] features) {
        double variance = 0;
        for (int i = 0; i < mean.length; i++) variance += features[i] * dot(covariance[i], features);
        double moderated = dot(mean, features) / Math.sqrt(1 + Math.PI * variance / 8);
        return Math.clamp(logistic(moderated), 1 - CERTAIN, CERTAIN);
    }

    Belief after(List<Answer> answers) {
        double[] mode = mean.clone();
        for (int step = 0; step < STEPS_MAX; step++) {
            double[] rise = slope(mode, answers);
            double[] stride = product(inverse(curvature(mode, answers)), rise);
            if (dot(rise, stride) < GOOD_ENOUGH) break;
            mode = climb(mode, stride, answers);
        }
        return new Belief(mode, curvature(mode, answers));
    }

    /** As far along the stride as it goes up: a whole Newton step may leap over the top. */
    private double[] climb(double[] from, double[] stride, List<Answer> answers) {
        double height = height(from, answers);
        double length = 1;
        for (int halving = 0; halving < HALVINGS_MAX; halving++, length /= 2) {
            double[] to = from.clone();
            for (int i = 0; i < to.length; i++) to[i] += length * stride[i];
            if (height(to, answers) > height) return to;
        }
        return from;
    }

    /** The logarithm of the posterior, but for a constant. */
    private double height(double[] at, List<Answer> answers) {
        double[] off = off(at);
        double height = -dot(off, product(precision, off)) / 2;
        for (Answer answer : answers) {
            double odds = dot(at, answer.features());
            double against = answer.yes() ? -odds : odds;
            height -= Math.max(0, against) + StrictMath.log1p(StrictMath.exp(-Math.abs(against)));
        }
        return height;
    }

    private double[] slope(double[] at, List<Answer> answers) {
        double[] slope = product(precision, off(at));
        for (int i = 0; i < slope.length; i++) slope[i] = -slope[i];
        for (Answer answer : answers) {
            double surprise = (answer.yes() ? 1 : 0) - logistic(dot(at, answer.features()));
            for (int i = 0; i < slope.length; i++) slope[i] += surprise * answer.features()[i];
        }
        return slope;
    }

    private double[][] curvature(double[] at, List<Answer> answers) {
        double[][] curvature = new double[at.length][];
        for (int i = 0; i < at.length; i++) curvature[i] = precision[i].clone();
        for (Answer answer : answers) {
            double[] x = answer.features();
            double yes = logistic(dot(at, x));
            for (int i = 0; i < at.length; i++)
                for (int j = 0; j < at.length; j++) curvature[i][j] += yes * (1 - yes) * x[i] * x[j];
        }
        return curvature;
    }

    private double[] off(double[] at) {
        double[] off = at.clone();
        for (int i = 0; i < off.length; i++) off[i] -= mean[i];
        return off;
    }

    private static double logistic(double odds) {
        return 1 / (1 + StrictMath.exp(-odds));
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) sum += one[i] * other[i];
        return sum;
    }

    private static double[] product(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) product[i] = dot(matrix[i], vector);
        return product;
    }

    /** By Gauss and Jordan, who need no pivots where a matrix is positive definite, as every precision is. */
    private static double[][] inverse(double[][] matrix) {
        int size = matrix.length;
        double[][] left = new double[size][];
        double[][] right = new double[size][size];
        for (int i = 0; i < size; i++) {
            left[i] = matrix[i].clone();
            right[i][i] = 1;
        }
        for (int i = 0; i < size; i++) {
            scale(left[i], right[i], 1 / left[i][i]);
            for (int j = 0; j < size; j++) if (j != i) subtract(left, right, j, i, left[j][i]);
        }
        return right;
    }

    private static void scale(double[] left, double[] right, double by) {
        for (int k = 0; k < left.length; k++) {
            left[k] *= by;
            right[k] *= by;
        }
    }

    private static void subtract(double[][] left, double[][] right, int from, int row, double times) {
        for (int k = 0; k < left.length; k++) {
            left[from][k] -= times * left[row][k];
            right[from][k] -= times * right[row][k];
        }
    }
}
