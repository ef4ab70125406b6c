package io.tummler.eval;

import io.tummler.distil.Fit;
import io.tummler.distil.Pca;
import io.tummler.distil.Teacher;
import io.tummler.distil.WordNet;
import io.tummler.embed.WordPiece;
import io.tummler.embed.Words;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Laboratory: the fitted tables. VARIANT DIMS EXTRA PARTS then settings a:pull:steps:inflections. */
public final class Lab2 {

    public static void main(String[] args) throws Exception {
        String model = "all-minilm-l6-v2";
        int dims = Integer.parseInt(args[1]);
        int extraCount = Integer.parseInt(args[2]);
        int parts = Integer.parseInt(args[3]);
        Teacher teacher = new Teacher(model);
        List<String> rows = new ArrayList<>(Arrays.asList(teacher.vocabulary()));
        int pieces = rows.size();
        List<String> extra = Files.readAllLines(Lab.CACHE.resolve("extra.txt")).subList(0, extraCount);
        rows.addAll(extra);
        Map<String, Integer> ids = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            ids.put(rows.get(i), i);
        }
        float[][] raw = new float[rows.size()][];
        float[][] own = Lab.load(Lab.CACHE.resolve("raw-" + args[0] + ".bin"), 384);
        System.arraycopy(own, 0, raw, 0, pieces);
        System.arraycopy(Lab.load(Lab.CACHE.resolve("extra-" + model + ".bin"), 384), 0, raw, pieces, extraCount);
        if (!Boolean.getBoolean("raw")) {
            for (float[] row : raw) {
                unit(row);
            }
        }
        Bench b = new Bench("en");
        int[][] relevant = Lab.relevant(b);
        List<String> needs = b.needs.stream().map(Bench.Need::text).toList();
        List<String> offers = b.offers.stream().map(Bench.Offer::text).toList();
        float[][] fullNeeds = Lab.full(teacher, "minilm", needs);
        float[][] fullOffers = Lab.full(teacher, "minilm", offers);
        double[] truth = Lab.pairs(b, fullNeeds, fullOffers);
        List<float[]> all = new ArrayList<>();
        for (int p = 0; p < parts; p++) {
            all.addAll(Arrays.asList(Lab.load(Lab.CACHE.resolve("sent-" + model + "-" + p + ".bin"), 384)));
        }
        float[][] y = all.toArray(float[][]::new);
        for (float[] row : y) {
            unit(row);
        }
        Pca pca = new Pca(parts > 0 ? y : raw);
        System.out.printf("sentences %d, share of variance in %d dims %.3f%n", y.length, dims, pca.share(dims));
        float[][] target = new float[y.length][];
        for (int i = 0; i < y.length; i++) {
            target[i] = pca.project(y[i], 0, dims);
        }
        float[][] start = new float[raw.length][];
        for (int i = 0; i < raw.length; i++) {
            start[i] = pca.project(raw[i], 0, dims);
        }
        for (int group = 0; group < 3; group++) {
            double[] mean = new double[dims];
            int count = 0;
            for (int i = 0; i < raw.length; i++) {
                if (group(rows, i, pieces) == group) {
                    count++;
                    for (int j = 0; j < dims; j++) {
                        mean[j] += start[i][j];
                    }
                }
            }
            for (int i = 0; i < raw.length; i++) {
                if (group(rows, i, pieces) == group) {
                    for (int j = 0; j < dims; j++) {
                        start[i][j] -= (float) (mean[j] / count);
                    }
                }
            }
        }
        WordNet wordnet = new WordNet(Words::of);
        List<String> sentences = wordnet.sentences().subList(0, y.length);
        for (int k = 4; k < args.length; k++) {
            String[] s = args[k].split(":");
            WordPiece tokenizer = new WordPiece(ids, s[3].equals("1"));
            float[] weight = weights(rows.size(), Double.parseDouble(s[0]));
            float[][] table = new float[start.length][];
            for (int i = 0; i < table.length; i++) {
                table[i] = start[i].clone();
            }
            int steps = Integer.parseInt(s[2]);
            long t0 = System.nanoTime();
            if (steps > 0) {
                Fit fit = new Fit(Lab.tokens(tokenizer, sentences), weight, Double.parseDouble(s[1]));
                double scale = fit.scale(table, target);
                for (float[] row : table) {
                    for (int j = 0; j < dims; j++) {
                        row[j] *= (float) scale;
                    }
                }
                fit.fit(table, target, steps);
            }
            long t1 = System.nanoTime();
            for (int i = 0; i < table.length; i++) {
                for (int j = 0; j < dims; j++) {
                    table[i][j] *= weight[i];
                }
            }
            float[][] n = Lab.embed(Lab.tokens(tokenizer, needs), table);
            float[][] o = Lab.embed(Lab.tokens(tokenizer, offers), table);
            double[] mine = Lab.pairs(b, n, o);
            Lab.print(String.format("%s %s r=%.3f rho=%.3f %.0fs", args[0].replace(model + "-", ""), args[k],
                    Stats.pearson(truth, mine), Stats.spearman(truth, mine), (t1 - t0) / 1e9),
                    Lab.quality(b, relevant, i -> Lab.cosines(n[i], o)));
        }
    }

    static int group(List<String> rows, int i, int pieces) {
        return i >= pieces ? 2 : rows.get(i).startsWith("##") ? 1 : 0;
    }

    static float[] weights(int n, double a) {
        double harmonic = 0;
        for (int i = 1; i <= 30522; i++) {
            harmonic += 1.0 / i;
        }
        float[] out = new float[n];
        for (int id = 0; id < n; id++) {
            double p = id < 1996 ? 1.0 / harmonic / 30 : 1.0 / ((id - 1995) * harmonic);
            out[id] = (float) (a / (a + p));
        }
        return out;
    }

    static void unit(float[] v) {
        double s = 0;
        for (float x : v) {
            s += (double) x * x;
        }
        for (int j = 0; j < v.length; j++) {
            v[j] /= (float) Math.sqrt(s);
        }
    }
}
