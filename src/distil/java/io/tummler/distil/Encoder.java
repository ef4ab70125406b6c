package io.tummler.distil;

/**
 * A BERT encoder (Devlin et al., 2019) in plain Java. Every sum is taken in a fixed order and nothing is used that the
 * language doesn't define to the bit, so the same weights give the same bits on every processor.
 */
final class Encoder {
    /** Columns that are worked on together, so that they stay in the processor's cache. */
    private static final int BLOCK = 384;

    private static final double NORM_MIN = 1e-12;
    private static final double ROOT_HALF = .7071067811865476;
    /** From here on the error function is 1 to the last bit of a float. */
    private static final double ERF_MAX = 6;

    private record Dense(float[][] weights, float[] bias) {}

    private record Norm(float[] gain, float[] bias) {}

    private record Layer(
            Dense query, Dense key, Dense value, Dense mixed, Norm mixedNorm, Dense up, Dense down, Norm downNorm) {}

    private final int width;
    private final int heads;
    private final float[] words;
    private final float[] positions;
    private final float[] types;
    private final Norm inputNorm;
    private final Layer[] layers;

    Encoder(OnnxWeights weights, int layerCount, int heads) {
        this.heads = heads;
        inputNorm = norm(weights, "embeddings.LayerNorm");
        width = inputNorm.gain.length;
        words = weights.values("embeddings.word_embeddings.weight");
        positions = weights.values("embeddings.position_embeddings.weight");
        types = weights.values("embeddings.token_type_embeddings.weight");
        layers = new Layer[layerCount];
        for (int i = 0; i < layerCount; i++) {
            String layer = "encoder.layer." + i + ".";
            layers[i] = new Layer(
                    dense(weights, layer + "attention.self.query"),
                    dense(weights, layer + "attention.self.key"),
                    dense(weights, layer + "attention.self.value"),
                    dense(weights, layer + "attention.output.dense"),
                    norm(weights, layer + "attention.output.LayerNorm"),
                    dense(weights, layer + "intermediate.dense"),
                    dense(weights, layer + "output.dense"),
                    norm(weights, layer + "output.LayerNorm"));
        }
    }

    /** The mean of the last hidden states over all positions of each sequence; the sequences are of one length. */
    float[][] encode(int[][] sequences) {
        int length = sequences[0].length;
        float[][] x = input(sequences);
        for (Layer layer : layers) {
            float[][] mixed = attention(times(x, layer.query), times(x, layer.key), times(x, layer.value), length);
            addAndNorm(x, times(mixed, layer.mixed), layer.mixedNorm);
            float[][] up = times(x, layer.up);
            for (float[] row : up) gelu(row);
            addAndNorm(x, times(up, layer.down), layer.downNorm);
        }
        var means = new float[sequences.length][width];
        for (int s = 0; s < means.length; s++) {
            for (int t = 0; t < length; t++) {
                float[] row = x[s * length + t];
                for (int j = 0; j < width; j++) means[s][j] += row[j];
            }
            for (int j = 0; j < width; j++) means[s][j] /= length;
        }
        return means;
    }

    private float[][] input(int[][] sequences) {
        int length = sequences[0].length;
        var x = new float[sequences.length * length][width];
        for (int s = 0; s < sequences.length; s++) {
            for (int t = 0; t < length; t++) {
                float[] row = x[s * length + t];
                for (int j = 0; j < width; j++)
                    row[j] = words[sequences[s][t] * width + j] + types[j] + positions[t * width + j];
                norm(row, inputNorm);
            }
        }
        return x;
    }

    private float[][] attention(float[][] queries, float[][] keys, float[][] values, int length) {
        int size = width / heads;
        var mixed = new float[queries.length][width];
        var weights = new float[length];
        for (int start = 0; start < queries.length; start += length) {
            for (int head = 0; head < heads; head++) {
                int from = head * size;
                for (int i = start; i < start + length; i++) {
                    weigh(queries[i], keys, start, from, from + size, weights);
                    for (int j = 0; j < length; j++) {
                        float weight = weights[j];
                        float[] value = values[start + j];
                        for (int d = from; d < from + size; d++) mixed[i][d] += weight * value[d];
                    }
                }
            }
        }
        return mixed;
    }

    /** How much a position attends to each one of its sequence, in all 1. */
    private static void weigh(float[] query, float[][] keys, int start, int from, int to, float[] weights) {
        float scale = (float) (1 / Math.sqrt(to - from));
        float max = Float.NEGATIVE_INFINITY;
        for (int j = 0; j < weights.length; j++) {
            float dot = 0;
            for (int d = from; d < to; d++) dot += query[d] * keys[start + j][d];
            weights[j] = dot * scale;
            max = Math.max(max, weights[j]);
        }
        float sum = 0;
        for (int j = 0; j < weights.length; j++) {
            weights[j] = (float) StrictMath.exp(weights[j] - max);
            sum += weights[j];
        }
        for (int j = 0; j < weights.length; j++) weights[j] /= sum;
    }

    /** x * weights + bias; each element sums over the rows of the weights in their order, from the bias on. */
    private static float[][] times(float[][] x, Dense dense) {
        int inner = dense.weights.length;
        int columns = dense.bias.length;
        var product = new float[x.length][];
        for (int r = 0; r < x.length; r++) product[r] = dense.bias.clone();
        for (int from = 0; from < columns; from += BLOCK) {
            int to = Math.min(columns, from + BLOCK);
            for (int k = 0; k < inner; k += 8) {
                for (int r = 0; r < x.length; r++) addEight(product[r], x[r], dense.weights, k, from, to);
            }
        }
        return product;
    }

    /** Eight rows at once spare memory; the compiler may take several columns at once, which changes no sum's order. */
    private static void addEight(float[] sums, float[] x, float[][] weights, int k, int from, int to) {
        float x0 = x[k];
        float x1 = x[k + 1];
        float x2 = x[k + 2];
        float x3 = x[k + 3];
        float x4 = x[k + 4];
        float x5 = x[k + 5];
        float x6 = x[k + 6];
        float x7 = x[k + 7];
        float[] w0 = weights[k];
        float[] w1 = weights[k + 1];
        float[] w2 = weights[k + 2];
        float[] w3 = weights[k + 3];
        float[] w4 = weights[k + 4];
        float[] w5 = weights[k + 5];
        float[] w6 = weights[k + 6];
        float[] w7 = weights[k + 7];
        for (int j = from; j < to; j++) {
            sums[j] = (((((((sums[j] + x0 * w0[j]) + x1 * w1[j]) + x2 * w2[j]) + x3 * w3[j]) + x4 * w4[j]) + x5 * w5[j])
                            + x6 * w6[j])
                    + x7 * w7[j];
        }
    }

    private static void addAndNorm(float[][] x, float[][] add, Norm norm) {
        for (int r = 0; r < x.length; r++) {
            for (int j = 0; j < x[r].length; j++) x[r][j] += add[r][j];
            norm(x[r], norm);
        }
    }

    private static void norm(float[] x, Norm norm) {
        double sum = 0;
        for (float value : x) sum += value;
        double mean = sum / x.length;
        double squares = 0;
        for (float value : x) squares += (value - mean) * (value - mean);
        double scale = 1 / Math.sqrt(squares / x.length + NORM_MIN);
        for (int j = 0; j < x.length; j++) x[j] = (float) ((x[j] - mean) * scale) * norm.gain[j] + norm.bias[j];
    }

    /**
     * x * (1 + erf(x / sqrt 2)) / 2, with the error function after Abramowitz and Stegun, Handbook of Mathematical
     * Functions, 7.1.26, which is right to 1.5e-7.
     */
    private static void gelu(float[] x) {
        for (int j = 0; j < x.length; j++) {
            double value = x[j];
            double z = Math.abs(value) * ROOT_HALF;
            double beyond = 0;
            if (z < ERF_MAX) {
                double t = 1 / (1 + 0.3275911 * z);
                beyond = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592)
                        * t
                        * StrictMath.exp(-z * z);
            }
            x[j] = (float) (value < 0 ? value * beyond / 2 : value * (2 - beyond) / 2);
        }
    }

    private static Norm norm(OnnxWeights weights, String name) {
        return new Norm(weights.values(name + ".weight"), weights.values(name + ".bias"));
    }

    private static Dense dense(OnnxWeights weights, String name) {
        float[] bias = weights.values(name + ".bias");
        String product = "/" + name.replaceAll("\\.(?!\\d)", "/") + "/MatMul_output_0";
        return new Dense(weights.matrix(product, bias.length), bias);
    }
}
