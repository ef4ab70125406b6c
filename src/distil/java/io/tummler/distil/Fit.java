package io.tummler.distil;

import java.util.Arrays;

/**
 * Moves the rows of a table so that the weighted mean of a text's rows comes close to what the encoder answers for
 * the text: least squares with a pull towards the rows as they were, by conjugate gradients (Hestenes and Stiefel,
 * 1952), each dimension on its own.
 */
final class Fit {
    private final int[][] texts;
    private final float[] weights;
    private final float[] shares;
    private final double pull;

    /**
     * @param texts the rows that make up each text
     * @param weights how much each row counts in a mean
     * @param pull how much the rows are held where they were, above 0
     */
    Fit(int[][] texts, float[] weights, double pull) {
        this.texts = texts;
        this.weights = weights;
        this.pull = pull;
        shares = new float[texts.length];
        for (int i = 0; i < texts.length; i++) {
            double sum = 0;
            for (int row : texts[i]) sum += weights[row];
            shares[i] = sum == 0 ? 0 : (float) (1 / sum);
        }
    }

    void fit(float[][] rows, float[][] answers, int steps) {
        scale(rows, answers);
        int dimensions = rows[0].length;
        float[][] residual = residual(rows, answers);
        var direction = new float[rows.length][];
        for (int r = 0; r < rows.length; r++) direction[r] = residual[r].clone();
        var image = new float[rows.length][dimensions];
        double[] power = dots(residual, residual);
        var factors = new float[dimensions];
        for (int step = 0; step < steps; step++) {
            image(direction, image);
            double[] along = dots(direction, image);
            for (int j = 0; j < dimensions; j++) factors[j] = along[j] == 0 ? 0 : (float) (power[j] / along[j]);
            for (int r = 0; r < rows.length; r++) {
                for (int j = 0; j < dimensions; j++) {
                    rows[r][j] += factors[j] * direction[r][j];
                    residual[r][j] -= factors[j] * image[r][j];
                }
            }
            double[] next = dots(residual, residual);
            for (int j = 0; j < dimensions; j++) factors[j] = power[j] == 0 ? 0 : (float) (next[j] / power[j]);
            for (int r = 0; r < rows.length; r++) {
                for (int j = 0; j < dimensions; j++) direction[r][j] = residual[r][j] + factors[j] * direction[r][j];
            }
            power = next;
        }
    }

    /** By one factor for all, so that the means are as long as the answers. */
    private void scale(float[][] rows, float[][] answers) {
        double both = 0;
        double squares = 0;
        var mean = new float[rows[0].length];
        for (int i = 0; i < texts.length; i++) {
            mean(i, rows, mean);
            for (int j = 0; j < mean.length; j++) {
                both += mean[j] * answers[i][j];
                squares += mean[j] * mean[j];
            }
        }
        float scale = (float) (both / squares);
        for (float[] row : rows) {
            for (int j = 0; j < row.length; j++) row[j] *= scale;
        }
    }

    private float[][] residual(float[][] rows, float[][] answers) {
        var residual = new float[rows.length][rows[0].length];
        var mean = new float[rows[0].length];
        for (int i = 0; i < texts.length; i++) {
            mean(i, rows, mean);
            for (int j = 0; j < mean.length; j++) mean[j] = answers[i][j] - mean[j];
            spread(i, mean, residual);
        }
        return residual;
    }

    private void image(float[][] direction, float[][] to) {
        for (int r = 0; r < to.length; r++) {
            for (int j = 0; j < to[r].length; j++) to[r][j] = (float) pull * direction[r][j];
        }
        var mean = new float[to[0].length];
        for (int i = 0; i < texts.length; i++) {
            mean(i, direction, mean);
            spread(i, mean, to);
        }
    }

    private void mean(int text, float[][] rows, float[] to) {
        Arrays.fill(to, 0);
        for (int id : texts[text]) {
            float weight = weights[id] * shares[text];
            float[] row = rows[id];
            for (int j = 0; j < to.length; j++) to[j] += weight * row[j];
        }
    }

    private void spread(int text, float[] from, float[][] rows) {
        for (int id : texts[text]) {
            float weight = weights[id] * shares[text];
            float[] row = rows[id];
            for (int j = 0; j < from.length; j++) row[j] += weight * from[j];
        }
    }

    private static double[] dots(float[][] a, float[][] b) {
        var sums = new double[a[0].length];
        for (int r = 0; r < a.length; r++) {
            for (int j = 0; j < sums.length; j++) sums[j] += (double) a[r][j] * b[r][j];
        }
        return sums;
    }
}
