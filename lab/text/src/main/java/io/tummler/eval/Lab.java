package io.tummler.eval;

import io.tummler.distil.Pca;
import io.tummler.distil.Teacher;
import io.tummler.embed.LightStemmer;
import io.tummler.embed.WordPiece;
import io.tummler.embed.Words;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Laboratory: tries settings on the cached vocabulary passes. Even topics choose, odd topics report. */
public final class Lab {

    static final Path CACHE = Path.of("cache");

    static float[][] load(Path file, int width) throws IOException {
        ByteBuffer b = ByteBuffer.wrap(Files.readAllBytes(file));
        float[][] out = new float[b.remaining() / 4 / width][width];
        for (float[] row : out) {
            for (int j = 0; j < width; j++) {
                row[j] = b.getFloat();
            }
        }
        return out;
    }

    static void save(Path file, float[][] rows) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (float[] row : rows) {
                for (float x : row) {
                    out.writeFloat(x);
                }
            }
        }
    }

    /** The full model's embeddings of the bench's texts, kept by a hash of the texts. */
    static float[][] full(Teacher t, String name, List<String> texts) throws IOException {
        Path file = CACHE.resolve("full-" + name + "-" + Integer.toHexString(texts.hashCode()) + ".bin");
        if (!Files.exists(file)) {
            save(file, t.embed(texts));
        }
        return load(file, 384);
    }

    static int[][] relevant(Bench b) {
        int[][] out = new int[b.topics][];
        for (int t = 0; t < b.topics; t++) {
            int topic = t;
            out[t] = IntStream.range(0, b.offers.size()).filter(i -> b.offers.get(i).topic() == topic).toArray();
        }
        return out;
    }

    /** MRR and recall at 10 over the even and over the odd topics. */
    static double[] quality(Bench b, int[][] relevant, Function<Integer, double[]> scores) {
        double[] out = new double[4];
        int[] n = new int[2];
        for (int i = 0; i < b.needs.size(); i++) {
            int topic = b.needs.get(i).topic();
            double rank = Stats.rank(scores.apply(i), relevant[topic]);
            int half = topic % 2;
            out[half * 2] += 1 / rank;
            out[half * 2 + 1] += rank <= 10 ? 1 : 0;
            n[half]++;
        }
        for (int k = 0; k < 4; k++) {
            out[k] /= n[k / 2];
        }
        return out;
    }

    static void print(String name, double[] q) {
        System.out.printf("%-58s dev MRR %.3f R10 %.3f | test MRR %.3f R10 %.3f%n", name, q[0], q[1], q[2], q[3]);
    }

    static double[] cosines(float[] need, float[][] offers) {
        double[] out = new double[offers.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Stats.dot(need, offers[i]);
        }
        return out;
    }

    public static void main(String[] args) throws Exception {
        Teacher teacher = new Teacher("all-minilm-l6-v2");
        String[] vocabulary = teacher.vocabulary();
        Map<String, Integer> ids = new HashMap<>();
        for (int i = 0; i < vocabulary.length; i++) {
            ids.put(vocabulary[i], i);
        }
        WordPiece tokenizer = new WordPiece(ids, false);
        for (String language : args[0].split(",")) {
            Bench b = new Bench(language);
            int[][] relevant = relevant(b);
            List<String> needs = b.needs.stream().map(Bench.Need::text).toList();
            List<String> offers = b.offers.stream().map(Bench.Offer::text).toList();
            System.out.printf("== %s: %d topics, %d needs, %d offers%n", language, b.topics, needs.size(), offers.size());
            Bm25 bm25 = new Bm25(offers,
                    s -> Words.of(s).stream().map(w -> LightStemmer.stem(w, language)).toList());
            double[][] lexical = needs.stream().map(bm25::scores).toArray(double[][]::new);
            print("BM25 no stem", quality(b, relevant, i -> new double[0].length == 0 && i < 0 ? null
                    : plain(offers, needs.get(i))));
            print("BM25 light stem", quality(b, relevant, i -> lexical[i]));
            float[][] fullNeeds = full(teacher, "minilm", needs);
            float[][] fullOffers = full(teacher, "minilm", offers);
            print("full model (float, Java)", quality(b, relevant, i -> cosines(fullNeeds[i], fullOffers)));
            int[][] needTokens = tokens(tokenizer, needs);
            int[][] offerTokens = tokens(tokenizer, offers);
            double[] truth = pairs(b, fullNeeds, fullOffers);
            for (String variant : args[1].split(",")) {
                float[][] raw = load(CACHE.resolve("raw-" + variant + ".bin"), 384);
                Pca pca = new Pca(raw);
                for (String dims : args[2].split(",")) {
                    for (String a : args[3].split(",")) {
                        for (String skip : args[4].split(",")) {
                            float[][] table = weigh(raw, pca, Integer.parseInt(skip), Integer.parseInt(dims),
                                    Double.parseDouble(a), vocabulary);
                            float[][] n = embed(needTokens, table);
                            float[][] o = embed(offerTokens, table);
                            double[] own = pairs(b, n, o);
                            print(String.format("%s d%s a%s skip%s r=%.3f rho=%.3f", variant, dims, a, skip,
                                    Stats.pearson(truth, own), Stats.spearman(truth, own)),
                                    quality(b, relevant, i -> cosines(n[i], o)));
                            if (args.length > 5) {
                                for (String w : args[5].split(",")) {
                                    double weight = Double.parseDouble(w);
                                    print("   + z(BM25) * " + w, quality(b, relevant, i -> {
                                        double[] x = Stats.standard(cosines(n[i], o));
                                        double[] y = Stats.standard(lexical[i]);
                                        Arrays.setAll(x, k -> x[k] + weight * y[k]);
                                        return x;
                                    }));
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static Bm25 plainIndex;

    private static double[] plain(List<String> offers, String need) {
        if (plainIndex == null) {
            plainIndex = new Bm25(offers, Words::of);
        }
        return plainIndex.scores(need);
    }

    static float[][] weigh(float[][] raw, Pca pca, int skip, int dims, double a, String[] vocabulary) {
        double harmonic = 0;
        for (int i = 1; i <= raw.length; i++) {
            harmonic += 1.0 / i;
        }
        float[][] table = new float[raw.length][];
        for (int id = 0; id < raw.length; id++) {
            table[id] = pca.project(raw[id], skip, dims);
            double p = 1.0 / (Math.max(1, id - 1995) * harmonic);
            if (id < 1996) {
                p = 1.0 / harmonic / 30;
            }
            double w = a == 0 ? 1 : a / (a + p);
            for (int j = 0; j < dims; j++) {
                table[id][j] *= (float) w;
            }
        }
        return table;
    }

    static int[][] tokens(WordPiece tokenizer, List<String> texts) {
        return texts.stream().map(s -> {
            List<Integer> out = new ArrayList<>();
            tokenizer.pieces(s, out::add);
            return out.stream().mapToInt(Integer::intValue).toArray();
        }).toArray(int[][]::new);
    }

    static float[][] embed(int[][] tokens, float[][] table) {
        float[][] out = new float[tokens.length][table[0].length];
        for (int i = 0; i < tokens.length; i++) {
            double squares = 0;
            for (int id : tokens[i]) {
                for (int j = 0; j < out[i].length; j++) {
                    out[i][j] += table[id][j];
                }
            }
            for (float x : out[i]) {
                squares += x * x;
            }
            float s = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
            for (int j = 0; j < out[i].length; j++) {
                out[i][j] *= s;
            }
        }
        return out;
    }

    /** Cosines of a third each: need with an offer for it, of the same kind, and any. */
    static double[] pairs(Bench b, float[][] needs, float[][] offers) {
        java.util.Random random = new java.util.Random(7);
        int[][] relevant = relevant(b);
        List<Double> out = new ArrayList<>();
        for (int i = 0; i < b.needs.size(); i++) {
            Bench.Need n = b.needs.get(i);
            out.add(Stats.dot(needs[i], offers[relevant[n.topic()][random.nextInt(2)]]));
            int[] kin = IntStream.range(0, offers.length).filter(k -> b.offers.get(k).category().equals(n.category())
                    && b.offers.get(k).topic() != n.topic()).toArray();
            out.add(Stats.dot(needs[i], offers[kin.length == 0 ? 0 : kin[random.nextInt(kin.length)]]));
            out.add(Stats.dot(needs[i], offers[random.nextInt(offers.length)]));
            out.add(Stats.dot(needs[i], needs[random.nextInt(needs.length)]));
        }
        return out.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
