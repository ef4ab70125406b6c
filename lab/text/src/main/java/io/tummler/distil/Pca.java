package io.tummler.distil;

/**
 * Principal components by cyclic Jacobi rotations on the covariance matrix, in double precision and in a fixed order
 * of operations, so that the result is the same to the bit everywhere.
 */
public final class Pca {

    private static final int SWEEPS = 30;

    private final double[] mean;
    private final double[] variances;
    private final double[][] components;

    /** Components of the rows, strongest first; each one's largest element is positive. */
    public Pca(float[][] rows) {
        int n = rows[0].length;
        mean = new double[n];
        for (float[] row : rows) {
            for (int j = 0; j < n; j++) {
                mean[j] += row[j];
            }
        }
        for (int j = 0; j < n; j++) {
            mean[j] /= rows.length;
        }
        double[][] a = new double[n][n];
        double[] centred = new double[n];
        for (float[] row : rows) {
            for (int j = 0; j < n; j++) {
                centred[j] = row[j] - mean[j];
            }
            for (int i = 0; i < n; i++) {
                double c = centred[i];
                double[] line = a[i];
                for (int j = 0; j < n; j++) {
                    line[j] += c * centred[j];
                }
            }
        }
        for (double[] line : a) {
            for (int j = 0; j < n; j++) {
                line[j] /= rows.length;
            }
        }
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            v[i][i] = 1;
        }
        diagonalise(a, v);
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        java.util.Arrays.sort(order, (x, y) -> Double.compare(a[y][y], a[x][x]));
        components = new double[n][];
        variances = new double[n];
        for (int i = 0; i < n; i++) {
            components[i] = upright(v[order[i]]);
            variances[i] = a[order[i]][order[i]];
        }
    }

    /** Share of the variance that the first components hold. */
    public double share(int dims) {
        double part = 0;
        double all = 0;
        for (int i = 0; i < variances.length; i++) {
            all += variances[i];
            part += i < dims ? variances[i] : 0;
        }
        return part / all;
    }

    public float[] project(float[] row, int skip, int dims) {
        float[] out = new float[dims];
        for (int i = 0; i < dims; i++) {
            double sum = 0;
            double[] c = components[skip + i];
            for (int j = 0; j < row.length; j++) {
                sum += (row[j] - mean[j]) * c[j];
            }
            out[i] = (float) sum;
        }
        return out;
    }

    /** Rotates until a is diagonal; the rows of v become its eigenvectors. */
    private static void diagonalise(double[][] a, double[][] v) {
        int n = a.length;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double off = 0;
            double all = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    all += a[i][j] * a[i][j];
                    off += i == j ? 0 : a[i][j] * a[i][j];
                }
            }
            if (off <= 1e-24 * all) {
                return;
            }
            for (int p = 0; p < n - 1; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        double apq = a[p][q];
        if (apq == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * apq);
        double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        turn(a[p], a[q], c, s);
        for (double[] row : a) {
            double x = row[p];
            double y = row[q];
            row[p] = c * x - s * y;
            row[q] = s * x + c * y;
        }
        a[p][q] = 0;
        a[q][p] = 0;
        turn(v[p], v[q], c, s);
    }

    private static void turn(double[] x, double[] y, double c, double s) {
        for (int j = 0; j < x.length; j++) {
            double xj = x[j];
            double yj = y[j];
            x[j] = c * xj - s * yj;
            y[j] = s * xj + c * yj;
        }
    }

    private static double[] upright(double[] v) {
        int largest = 0;
        for (int j = 1; j < v.length; j++) {
            if (Math.abs(v[j]) > Math.abs(v[largest])) {
                largest = j;
            }
        }
        if (v[largest] < 0) {
            for (int j = 0; j < v.length; j++) {
                v[j] = -v[j];
            }
        }
        return v;
    }
}
