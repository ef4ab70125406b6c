package io.tummler.distil;

import io.tummler.embed.StaticEmbedding;
import io.tummler.embed.WordPiece;
import io.tummler.embed.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The build step: makes the table of word vectors out of the source model and WordNet. Arguments: the file to write,
 * then optionally dimensions, extra words, sentences and the model's name. The same bytes on every machine.
 */
public final class Distil {

    /** Position of the first whole word in the vocabulary, which is in the order of frequency from there on. */
    private static final int FIRST_WORD = 1996;
    private static final int LONGEST = 26;
    private static final double FREQUENCY = 1e-4;
    private static final double PULL = 0.5;
    private static final int STEPS = 12;
    private static final Pattern KEPT = Pattern.compile("(##)?[\\p{IsLatin}\\p{Nd}]+");

    private Distil() {
    }

    public static void main(String[] args) throws IOException {
        int dims = args.length > 1 ? Integer.parseInt(args[1]) : 256;
        int words = args.length > 2 ? Integer.parseInt(args[2]) : 20_000;
        int sentences = args.length > 3 ? Integer.parseInt(args[3]) : 8_000;
        Files.write(Path.of(args[0]), table(new Teacher(args.length > 4 ? args[4] : "all-minilm-l6-v2"), dims, words,
                sentences));
    }

    static byte[] table(Teacher teacher, int dims, int words, int count) {
        WordNet wordnet = new WordNet(Words::of);
        Rows rows = rows(teacher, wordnet, words);
        List<String> sentences = wordnet.sentences().subList(0, count);
        float[][] answers = teacher.encode(sentences.stream().map(teacher::tokens).map(Distil::cut).toList());
        return table(rows, teacher.encode(rows.alone), sentences, answers, dims);
    }

    /** What the table has vectors for: the pieces of Latin letters and digits, then WordNet's words. */
    public record Rows(List<String> pieces, List<Integer> ids, List<Double> ranks, List<int[]> alone, int[] kinds) {
    }

    public static Rows rows(Teacher teacher, WordNet wordnet, int words) {
        String[] vocabulary = teacher.vocabulary();
        Rows out = new Rows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new int[vocabulary.length + words]);
        for (int id = 0; id < vocabulary.length; id++) {
            if (KEPT.matcher(vocabulary[id]).matches()) {
                out.kinds[out.pieces.size()] = vocabulary[id].startsWith("##") ? 1 : 0;
                out.pieces.add(vocabulary[id]);
                out.ids.add(id);
                out.ranks.add(id < FIRST_WORD ? 30.0 : id - FIRST_WORD + 1);
                out.alone.add(new int[] {teacher.id("[SEP]"), id, teacher.id("[CLS]")});
            }
        }
        for (String word : wordnet.wordsBeyond(new HashSet<>(Arrays.asList(vocabulary)), words)) {
            out.kinds[out.pieces.size()] = 2;
            out.pieces.add(word);
            out.ids.add(-1);
            out.ranks.add((double) vocabulary.length);
            out.alone.add(teacher.tokens(word));
        }
        return out;
    }

    /** The part after the teacher: projection, weights, fit, bytes. */
    public static byte[] table(Rows rows, float[][] alone, List<String> sentences, float[][] answers, int dims) {
        for (float[] answer : answers) {
            Encoder.normalise(answer);
        }
        Pca pca = new Pca(answers);
        float[][] target = project(pca, answers, dims);
        float[][] table = project(pca, alone, dims);
        centre(table, rows.kinds);
        float[] weights = weights(rows.ranks);
        Map<String, Integer> ids = new HashMap<>();
        for (int i = 0; i < table.length; i++) {
            ids.put(rows.pieces.get(i), i);
        }
        WordPiece tokenizer = new WordPiece(ids, true);
        int[][] texts = sentences.stream().map(s -> {
            List<Integer> out = new ArrayList<>();
            tokenizer.pieces(s, out::add);
            return out.stream().mapToInt(Integer::intValue).toArray();
        }).toArray(int[][]::new);
        Fit fit = new Fit(texts, weights, PULL);
        double scale = fit.scale(table, target);
        for (float[] row : table) {
            for (int j = 0; j < dims; j++) {
                row[j] *= (float) scale;
            }
        }
        fit.fit(table, target, STEPS);
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < dims; j++) {
                table[i][j] *= weights[i];
            }
        }
        return StaticEmbedding.write(rows.pieces.toArray(String[]::new), table);
    }

    /** a / (a + p), with the p of Zipf's law by the place in the vocabulary. */
    private static float[] weights(List<Double> ranks) {
        double harmonic = 0;
        for (int i = 1; i <= 30_522; i++) {
            harmonic += 1.0 / i;
        }
        float[] out = new float[ranks.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (FREQUENCY / (FREQUENCY + 1 / (ranks.get(i) * harmonic)));
        }
        return out;
    }

    private static float[][] project(Pca pca, float[][] rows, int dims) {
        float[][] out = new float[rows.length][];
        for (int i = 0; i < out.length; i++) {
            out[i] = pca.project(rows[i], 0, dims);
        }
        return out;
    }

    /** Takes the mean of its kind off each row: whole words, continuing pieces and added words differ in theirs. */
    private static void centre(float[][] rows, int[] kinds) {
        for (int kind = 0; kind < 3; kind++) {
            double[] mean = new double[rows[0].length];
            int count = 0;
            for (int i = 0; i < rows.length; i++) {
                if (kinds[i] == kind) {
                    count++;
                    for (int j = 0; j < mean.length; j++) {
                        mean[j] += rows[i][j];
                    }
                }
            }
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; kinds[i] == kind && j < mean.length; j++) {
                    rows[i][j] -= (float) (mean[j] / count);
                }
            }
        }
    }

    private static int[] cut(int[] tokens) {
        if (tokens.length <= LONGEST) {
            return tokens;
        }
        int[] out = Arrays.copyOf(tokens, LONGEST);
        out[LONGEST - 1] = tokens[tokens.length - 1];
        return out;
    }
}
