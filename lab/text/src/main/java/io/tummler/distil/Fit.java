package io.tummler.distil;

import java.util.Arrays;

/**
 * Moves the rows of a table so that the weighted mean of a text's rows comes close to what the teacher answers for the
 * text: least squares with a pull towards the rows as they were, by conjugate gradients, each dimension on its own.
 */
public final class Fit {

    private final int[][] texts;
    private final float[] weight;
    private final float[] share;
    private final double pull;

    /** Texts as row numbers; a row counts with its weight, the larger {@code pull} is the less it moves. */
    public Fit(int[][] texts, float[] weight, double pull) {
        this.texts = texts;
        this.weight = weight;
        this.pull = pull;
        share = new float[texts.length];
        for (int i = 0; i < texts.length; i++) {
            double sum = 0;
            for (int id : texts[i]) {
                sum += weight[id];
            }
            share[i] = sum == 0 ? 0 : (float) (1 / sum);
        }
    }

    /** The factor for the rows that brings the texts' means closest to the answers. */
    public double scale(float[][] rows, float[][] answers) {
        double xy = 0;
        double xx = 0;
        float[] mean = new float[rows[0].length];
        for (int i = 0; i < texts.length; i++) {
            mean(i, rows, mean);
            for (int j = 0; j < mean.length; j++) {
                xy += mean[j] * answers[i][j];
                xx += mean[j] * mean[j];
            }
        }
        return xy / xx;
    }

    public void fit(float[][] rows, float[][] answers, int steps) {
        int dims = rows[0].length;
        float[][] residual = new float[rows.length][dims];
        float[] mean = new float[dims];
        for (int i = 0; i < texts.length; i++) {
            mean(i, rows, mean);
            for (int j = 0; j < dims; j++) {
                mean[j] = answers[i][j] - mean[j];
            }
            spread(i, mean, residual);
        }
        float[][] direction = new float[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            direction[r] = residual[r].clone();
        }
        float[][] image = new float[rows.length][dims];
        double[] power = dots(residual, residual);
        for (int step = 0; step < steps; step++) {
            for (int r = 0; r < rows.length; r++) {
                for (int j = 0; j < dims; j++) {
                    image[r][j] = (float) pull * direction[r][j];
                }
            }
            for (int i = 0; i < texts.length; i++) {
                mean(i, direction, mean);
                spread(i, mean, image);
            }
            double[] along = dots(direction, image);
            float[] go = new float[dims];
            for (int j = 0; j < dims; j++) {
                go[j] = along[j] == 0 ? 0 : (float) (power[j] / along[j]);
            }
            for (int r = 0; r < rows.length; r++) {
                for (int j = 0; j < dims; j++) {
                    rows[r][j] += go[j] * direction[r][j];
                    residual[r][j] -= go[j] * image[r][j];
                }
            }
            double[] next = dots(residual, residual);
            for (int j = 0; j < dims; j++) {
                go[j] = power[j] == 0 ? 0 : (float) (next[j] / power[j]);
            }
            for (int r = 0; r < rows.length; r++) {
                for (int j = 0; j < dims; j++) {
                    direction[r][j] = residual[r][j] + go[j] * direction[r][j];
                }
            }
            power = next;
        }
    }

    private void mean(int text, float[][] rows, float[] to) {
        Arrays.fill(to, 0);
        for (int id : texts[text]) {
            float w = weight[id] * share[text];
            float[] row = rows[id];
            for (int j = 0; j < to.length; j++) {
                to[j] += w * row[j];
            }
        }
    }

    private void spread(int text, float[] from, float[][] rows) {
        for (int id : texts[text]) {
            float w = weight[id] * share[text];
            float[] row = rows[id];
            for (int j = 0; j < from.length; j++) {
                row[j] += w * from[j];
            }
        }
    }

    private static double[] dots(float[][] a, float[][] b) {
        double[] out = new double[a[0].length];
        for (int r = 0; r < a.length; r++) {
            for (int j = 0; j < out.length; j++) {
                out[j] += (double) a[r][j] * b[r][j];
            }
        }
        return out;
    }
}
