package io.tummler.eval;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import io.tummler.distil.Teacher;
import io.tummler.embed.LightStemmer;
import io.tummler.embed.StaticEmbedding;
import io.tummler.embed.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/** Full model, table and BM25 on the same needs and offers in one run. Argument: the table's file. */
public final class Evaluate {

    public static void main(String[] args) throws Exception {
        byte[] file = Files.readAllBytes(Path.of(args[0]));
        long t0 = System.nanoTime();
        StaticEmbedding table = new StaticEmbedding(file);
        System.out.printf("table %s: %,d bytes, %d dims, loaded in %.0f ms%n", args[0], file.length, table.dimensions(),
                (System.nanoTime() - t0) / 1e6);
        Teacher teacher = new Teacher("all-minilm-l6-v2");
        for (String language : args.length > 1 ? args[1].split(",") : new String[] {"en", "de", "es"}) {
            evaluate(language, table, teacher);
        }
    }

    private static void evaluate(String language, StaticEmbedding table, Teacher teacher) throws Exception {
        Bench b = new Bench(language);
        int[][] relevant = Lab.relevant(b);
        List<String> needs = b.needs.stream().map(Bench.Need::text).toList();
        List<String> offers = b.offers.stream().map(Bench.Offer::text).toList();
        System.out.printf("== %s: %d topics, %d needs, %d offers (%d of them for a topic)%n", language, b.topics,
                needs.size(), offers.size(), b.offers.stream().filter(o -> o.topic() >= 0).count());
        SnowballStemmer snowball = switch (language) {
            case "de" -> new GermanStemmer();
            case "es" -> new SpanishStemmer();
            default -> new EnglishStemmer();
        };
        Function<String, List<String>> light = s -> Words.of(s).stream().map(w -> LightStemmer.stem(w, language)).toList();
        Bm25 none = new Bm25(offers, Words::of);
        print("BM25, no stemming", b, relevant, i -> none.scores(needs.get(i)));
        Bm25 heavy = new Bm25(offers, s -> Words.of(s).stream().map(w -> {
            snowball.setCurrent(w);
            snowball.stem();
            return snowball.getCurrent();
        }).toList());
        print("BM25, Snowball", b, relevant, i -> heavy.scores(needs.get(i)));
        Bm25 bm25 = new Bm25(offers, light);
        double[][] lexical = needs.stream().map(bm25::scores).toArray(double[][]::new);
        print("BM25, light stemming (base)", b, relevant, i -> lexical[i]);
        float[][] fullNeeds = Lab.full(teacher, "minilm", needs);
        float[][] fullOffers = Lab.full(teacher, "minilm", offers);
        checkAgainstOnnxruntime(teacher, needs.subList(0, 40), fullNeeds);
        print("full model", b, relevant, i -> Lab.cosines(fullNeeds[i], fullOffers));
        long t0 = System.nanoTime();
        float[][] n = needs.stream().map(table::embed).toArray(float[][]::new);
        float[][] o = offers.stream().map(table::embed).toArray(float[][]::new);
        System.out.printf("   embedding: %.1f us a text (%d texts, %.0f characters each)%n",
                (System.nanoTime() - t0) / 1e3 / (n.length + o.length), n.length + o.length,
                offers.stream().mapToInt(String::length).average().orElse(0));
        double[] truth = Lab.pairs(b, fullNeeds, fullOffers);
        double[] own = Lab.pairs(b, n, o);
        System.out.printf("   cosines of %d pairs against the full model: Pearson %.3f, Spearman %.3f%n", truth.length,
                Stats.pearson(truth, own), Stats.spearman(truth, own));
        double[][] cosines = Arrays.stream(n).map(x -> Lab.cosines(x, o)).toArray(double[][]::new);
        print("static table", b, relevant, i -> cosines[i]);
        for (double part : new double[] {0.02, 0.005}) {
            int most = (int) Math.max(3, part * o.length);
            double[][] rare = needs.stream().map(x -> bm25.scores(x, most)).toArray(double[][]::new);
            print("BM25 of words in at most " + part, b, relevant, i -> rare[i]);
            for (double weight : new double[] {0.01, 0.02, 0.04}) {
                print("  cosine + " + weight + " of it", b, relevant, i -> IntStream.range(0, o.length)
                        .mapToDouble(k -> cosines[i][k] + weight * rare[i][k]).toArray());
            }
        }
        Set<Integer> shared = new HashSet<>();
        for (int i = 0; i < needs.size(); i++) {
            Set<String> words = new HashSet<>(light.apply(needs.get(i)));
            for (int r : relevant[b.needs.get(i).topic()]) {
                for (String w : light.apply(offers.get(r))) {
                    if (w.length() > 3 && words.contains(w)) {
                        shared.add(i);
                    }
                }
            }
        }
        for (boolean with : new boolean[] {true, false}) {
            double[] q = new double[3];
            int count = 0;
            for (int i = 0; i < needs.size(); i++) {
                if (shared.contains(i) == with) {
                    int[] rel = relevant[b.needs.get(i).topic()];
                    q[0] += 1 / Stats.rank(lexical[i], rel);
                    q[1] += 1 / Stats.rank(cosines[i], rel);
                    q[2] += 1 / Stats.rank(Lab.cosines(fullNeeds[i], fullOffers), rel);
                    count++;
                }
            }
            System.out.printf("   needs that share %s with an offer for them (%d): MRR BM25 %.3f, table %.3f, full %.3f%n",
                    with ? "a word of 4+ letters" : "no such word", count, q[0] / count, q[1] / count, q[2] / count);
        }
    }


    private static void checkAgainstOnnxruntime(Teacher teacher, List<String> texts, float[][] own) throws Exception {
        OrtEnvironment env = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        byte[] model;
        try (var in = Teacher.class.getResourceAsStream("/all-minilm-l6-v2.onnx")) {
            model = in.readAllBytes();
        }
        double least = 1;
        try (OrtSession s = env.createSession(model, options)) {
            for (int i = 0; i < texts.size(); i++) {
                least = Math.min(least, Stats.dot(own[i], OrtModel.embed(env, s, teacher.tokens(texts.get(i)))));
            }
        }
        System.out.printf("   full model in Java against onnxruntime: least cosine %.7f over %d texts%n", least, texts.size());
    }

    private static void print(String name, Bench b, int[][] relevant, Function<Integer, double[]> scores) {
        double[] q = Lab.quality(b, relevant, scores);
        int even = (int) b.needs.stream().filter(n -> n.topic() % 2 == 0).count();
        int all = b.needs.size();
        System.out.printf("%-34s MRR %.3f R@10 %.3f   (dev %.3f %.3f, test %.3f %.3f)%n", name,
                (q[0] * even + q[2] * (all - even)) / all, (q[1] * even + q[3] * (all - even)) / all, q[0], q[1], q[2],
                q[3]);
    }
}
