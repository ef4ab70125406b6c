package io.tummler.distil;

import java.util.Arrays;

/**
 * The BERT encoder of the source model, in plain Java. Every sum is taken in a fixed order and only the operations
 * that the Java language defines to the bit are used (float and double + - * /, square root, {@link StrictMath}),
 * so that the same weights give the same bits on every processor, whatever the number of threads.
 */
final class Encoder {

    private static final int BLOCK = 384;

    private record Dense(float[][] w, float[] bias) {
    }

    private record Norm(float[] gain, float[] bias) {
    }

    private record Layer(Dense query, Dense key, Dense value, Dense out, Norm outNorm, Dense up, Dense down,
            Norm downNorm) {
    }

    private final int width;
    private final int heads;
    private final float[] words;
    private final float[] positions;
    private final float[] types;
    private final Norm inputNorm;
    private final Layer[] layers;

    Encoder(OnnxWeights o, int layerCount, int heads) {
        this.heads = heads;
        inputNorm = norm(o, "embeddings.LayerNorm");
        width = inputNorm.gain.length;
        words = o.values("embeddings.word_embeddings.weight");
        positions = o.values("embeddings.position_embeddings.weight");
        types = o.values("embeddings.token_type_embeddings.weight");
        layers = new Layer[layerCount];
        for (int i = 0; i < layerCount; i++) {
            String p = "encoder.layer." + i + ".";
            layers[i] = new Layer(dense(o, p + "attention.self.query"), dense(o, p + "attention.self.key"),
                    dense(o, p + "attention.self.value"), dense(o, p + "attention.output.dense"),
                    norm(o, p + "attention.output.LayerNorm"), dense(o, p + "intermediate.dense"),
                    dense(o, p + "output.dense"), norm(o, p + "output.LayerNorm"));
        }
    }

    int width() {
        return width;
    }

    /** Mean of the last hidden states of the positions {@code from} (inclusive) to {@code to} (exclusive). */
    float[][] encode(int[][] batch, int from, int to) {
        int length = batch[0].length;
        int n = batch.length * length;
        float[][] x = new float[n][width];
        for (int b = 0; b < batch.length; b++) {
            for (int t = 0; t < length; t++) {
                float[] row = x[b * length + t];
                for (int j = 0; j < width; j++) {
                    row[j] = words[batch[b][t] * width + j] + types[j] + positions[t * width + j];
                }
                norm(row, inputNorm);
            }
        }
        for (Layer l : layers) {
            float[][] mixed = attention(times(x, l.query), times(x, l.key), times(x, l.value), length);
            addAndNorm(x, times(mixed, l.out), l.outNorm);
            float[][] up = times(x, l.up);
            for (float[] row : up) {
                gelu(row);
            }
            addAndNorm(x, times(up, l.down), l.downNorm);
        }
        float[][] out = new float[batch.length][width];
        for (int b = 0; b < batch.length; b++) {
            for (int t = from; t < to; t++) {
                float[] row = x[b * length + t];
                for (int j = 0; j < width; j++) {
                    out[b][j] += row[j];
                }
            }
            for (int j = 0; j < width; j++) {
                out[b][j] /= to - from;
            }
        }
        return out;
    }

    private float[][] attention(float[][] q, float[][] k, float[][] v, int length) {
        int size = width / heads;
        float scale = (float) (1 / Math.sqrt(size));
        float[][] out = new float[q.length][width];
        float[] weight = new float[length];
        for (int start = 0; start < q.length; start += length) {
            for (int h = 0; h < heads; h++) {
                int at = h * size;
                for (int i = start; i < start + length; i++) {
                    float max = Float.NEGATIVE_INFINITY;
                    for (int j = 0; j < length; j++) {
                        float s = 0;
                        for (int d = at; d < at + size; d++) {
                            s += q[i][d] * k[start + j][d];
                        }
                        weight[j] = s * scale;
                        max = Math.max(max, weight[j]);
                    }
                    float sum = 0;
                    for (int j = 0; j < length; j++) {
                        weight[j] = (float) StrictMath.exp(weight[j] - max);
                        sum += weight[j];
                    }
                    for (int j = 0; j < length; j++) {
                        float w = weight[j] / sum;
                        float[] from = v[start + j];
                        for (int d = at; d < at + size; d++) {
                            out[i][d] += w * from[d];
                        }
                    }
                }
            }
        }
        return out;
    }

    /** x * w + bias; each element sums over the rows of w in ascending order, from the bias on. */
    private static float[][] times(float[][] x, Dense m) {
        int inner = m.w.length;
        int columns = m.bias.length;
        float[][] out = new float[x.length][];
        for (int r = 0; r < x.length; r++) {
            out[r] = m.bias.clone();
        }
        for (int at = 0; at < columns; at += BLOCK) {
            int end = Math.min(columns, at + BLOCK);
            for (int k = 0; k < inner; k += 8) {
                for (int r = 0; r < x.length; r++) {
                    addEight(out[r], x[r], m.w, k, at, end);
                }
            }
        }
        return out;
    }

    private static void addEight(float[] c, float[] x, float[][] w, int k, int at, int end) {
        float x0 = x[k];
        float x1 = x[k + 1];
        float x2 = x[k + 2];
        float x3 = x[k + 3];
        float x4 = x[k + 4];
        float x5 = x[k + 5];
        float x6 = x[k + 6];
        float x7 = x[k + 7];
        float[] w0 = w[k];
        float[] w1 = w[k + 1];
        float[] w2 = w[k + 2];
        float[] w3 = w[k + 3];
        float[] w4 = w[k + 4];
        float[] w5 = w[k + 5];
        float[] w6 = w[k + 6];
        float[] w7 = w[k + 7];
        for (int j = at; j < end; j++) {
            c[j] = (((((((c[j] + x0 * w0[j]) + x1 * w1[j]) + x2 * w2[j]) + x3 * w3[j]) + x4 * w4[j]) + x5 * w5[j])
                    + x6 * w6[j]) + x7 * w7[j];
        }
    }

    private static void addAndNorm(float[][] x, float[][] add, Norm norm) {
        for (int r = 0; r < x.length; r++) {
            for (int j = 0; j < x[r].length; j++) {
                x[r][j] += add[r][j];
            }
            norm(x[r], norm);
        }
    }

    private static void norm(float[] x, Norm norm) {
        double sum = 0;
        for (float v : x) {
            sum += v;
        }
        double mean = sum / x.length;
        double squares = 0;
        for (float v : x) {
            squares += (v - mean) * (v - mean);
        }
        double scale = 1 / Math.sqrt(squares / x.length + 1e-12);
        for (int j = 0; j < x.length; j++) {
            x[j] = (float) ((x[j] - mean) * scale) * norm.gain[j] + norm.bias[j];
        }
    }

    /** x * (1 + erf(x / sqrt 2)) / 2, with the error function after Abramowitz and Stegun, 7.1.26. */
    private static void gelu(float[] x) {
        for (int j = 0; j < x.length; j++) {
            double v = x[j];
            double z = Math.abs(v) * 0.7071067811865476;
            double upper = 0;
            if (z < 6) {
                double t = 1 / (1 + 0.3275911 * z);
                upper = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
                        * StrictMath.exp(-z * z);
            }
            x[j] = (float) (v < 0 ? v * upper / 2 : v * (2 - upper) / 2);
        }
    }

    private static Norm norm(OnnxWeights o, String name) {
        return new Norm(o.values(name + ".weight"), o.values(name + ".bias"));
    }

    private static Dense dense(OnnxWeights o, String name) {
        float[] bias = o.values(name + ".bias");
        return new Dense(o.matrix("/" + name.replaceAll("\\.(?!\\d)", "/") + "/MatMul_output_0", bias.length), bias);
    }

    static void normalise(float[] v) {
        double squares = 0;
        for (float x : v) {
            squares += (double) x * x;
        }
        if (squares > 0) {
            double scale = 1 / Math.sqrt(squares);
            for (int j = 0; j < v.length; j++) {
                v[j] = (float) (v[j] * scale);
            }
        }
    }

    static float[] concat(float[] a, float[] b) {
        float[] out = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }
}
