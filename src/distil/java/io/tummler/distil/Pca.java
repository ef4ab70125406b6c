package io.tummler.distil;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Principal components, by cyclic Jacobi rotations of the covariance matrix (Golub and Van Loan, Matrix Computations,
 * 8.5), in doubles and in a fixed order.
 */
final class Pca {
    private static final int SWEEPS_MAX = 30;
    private static final double OFF_DIAGONAL_MAX = 1e-24;

    private final double[] mean;
    private final double[][] components;

    /** Components of the rows, the strongest first; the largest element of each is positive. */
    Pca(float[][] rows) {
        int n = rows[0].length;
        mean = new double[n];
        for (float[] row : rows) {
            for (int j = 0; j < n; j++) mean[j] += row[j];
        }
        for (int j = 0; j < n; j++) mean[j] /= rows.length;
        double[][] covariance = covariance(rows, mean);
        var vectors = new double[n][n];
        for (int i = 0; i < n; i++) vectors[i][i] = 1;
        diagonalise(covariance, vectors);
        components = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -covariance[i][i]))
                .map(i -> upright(vectors[i]))
                .toArray(double[][]::new);
    }

    float[] project(float[] row, int dimensions) {
        var projected = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            double sum = 0;
            double[] component = components[i];
            for (int j = 0; j < row.length; j++) sum += (row[j] - mean[j]) * component[j];
            projected[i] = (float) sum;
        }
        return projected;
    }

    private static double[][] covariance(float[][] rows, double[] mean) {
        int n = mean.length;
        var products = new double[n][n];
        var centred = new double[n];
        for (float[] row : rows) {
            Arrays.setAll(centred, j -> row[j] - mean[j]);
            for (int i = 0; i < n; i++) {
                double c = centred[i];
                double[] line = products[i];
                for (int j = 0; j < n; j++) line[j] += c * centred[j];
            }
        }
        for (double[] line : products) {
            for (int j = 0; j < n; j++) line[j] /= rows.length;
        }
        return products;
    }

    /** Rotates until the matrix is diagonal; the rows of the vectors become its eigenvectors. */
    private static void diagonalise(double[][] matrix, double[][] vectors) {
        int n = matrix.length;
        for (int sweep = 0; sweep < SWEEPS_MAX; sweep++) {
            double off = 0;
            double all = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double square = matrix[i][j] * matrix[i][j];
                    all += square;
                    if (i != j) off += square;
                }
            }
            if (off <= OFF_DIAGONAL_MAX * all) return;
            for (int p = 0; p < n - 1; p++) {
                for (int q = p + 1; q < n; q++) rotate(matrix, vectors, p, q);
            }
        }
    }

    private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
        double off = matrix[p][q];
        if (off == 0) return;
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * off);
        double tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        turn(matrix[p], matrix[q], cosine, sine);
        for (double[] row : matrix) {
            double x = row[p];
            double y = row[q];
            row[p] = cosine * x - sine * y;
            row[q] = sine * x + cosine * y;
        }
        matrix[p][q] = 0;
        matrix[q][p] = 0;
        turn(vectors[p], vectors[q], cosine, sine);
    }

    private static void turn(double[] x, double[] y, double cosine, double sine) {
        for (int j = 0; j < x.length; j++) {
            double xj = x[j];
            double yj = y[j];
            x[j] = cosine * xj - sine * yj;
            y[j] = sine * xj + cosine * yj;
        }
    }

    private static double[] upright(double[] vector) {
        double largest = 0;
        for (double x : vector) {
            if (Math.abs(x) > Math.abs(largest)) largest = x;
        }
        double sign = largest < 0 ? -1 : 1;
        return Arrays.stream(vector).map(x -> x * sign).toArray();
    }
}
