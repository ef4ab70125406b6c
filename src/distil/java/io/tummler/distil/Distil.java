package io.tummler.distil;

import io.tummler.matching.matchmakers.Pieces;
import io.tummler.matching.matchmakers.WordPiece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes the table of word vectors anew and compares it with the one that ships, or writes it in its place. After
 * Model2Vec (MinishLab, 2024): each piece alone through the encoder, principal components, weights of smooth inverse
 * frequency (Arora, Liang and Ma, A Simple but Tough-to-Beat Baseline for Sentence Embeddings, 2017); and then a fit
 * to what the encoder answers for sentences.
 */
public final class Distil {
    private static final int DIMENSIONS = 128;
    private static final int WORDS = 20_000;
    private static final int SENTENCES = 8_000;
    private static final int LONGEST_SENTENCE = 26;
    private static final double FREQUENCY = 1e-4;
    private static final double PULL = .5;
    private static final int STEPS = 12;

    private Distil() {}

    /**
     * {@code FILE compare} fails unless the table comes out as FILE is; {@code FILE write} puts it there.
     *
     * @throws IllegalStateException when the tables differ
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2 || !List.of("compare", "write").contains(args[1]))
            throw new IllegalArgumentException("Say FILE compare, or FILE write: " + Arrays.toString(args));
        Path file = Path.of(args[0]);
        byte[] table = table(new Teacher());
        String sum = HexFormat.of().formatHex(TableFile.sum(table, table.length));
        System.out.printf("made %,d bytes, SHA-256 %s%n", table.length, sum);
        if (args[1].equals("write")) Files.write(file, table);
        else if (!Arrays.equals(table, Files.readAllBytes(file)))
            throw new IllegalStateException("What ships is another table: " + file);
        System.out.println(args[1].equals("write") ? "written: " + file : "the same bytes as " + file);
    }

    static byte[] table(Teacher teacher) {
        var wordNet = new WordNet();
        Rows rows = Rows.of(teacher, wordNet, WORDS);
        List<String> sentences = wordNet.sentences().subList(0, SENTENCES);
        System.out.printf("%,d rows; the encoder reads %,d sentences%n", rows.size(), sentences.size());
        float[][] answers = teacher.encode(
                sentences.stream().map(teacher::tokens).map(Distil::cut).toList());
        for (float[] answer : answers) Vectors.normalise(answer);
        System.out.println("the encoder reads the rows");
        float[][] alone = teacher.encode(rows.alone());
        System.out.println("principal components and fit");
        var components = new Pca(answers);
        float[][] table = project(components, alone);
        centre(table, rows.kinds());
        float[] weights = weights(rows.ranks());
        var fit = new Fit(numbers(sentences, rows.pieces()), weights, PULL);
        fit.fit(table, project(components, answers), STEPS);
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < DIMENSIONS; j++) table[i][j] *= weights[i];
        }
        return TableFile.bytes(rows.pieces(), table);
    }

    /** The rows that make up each sentence. */
    private static int[][] numbers(List<String> sentences, List<String> pieces) {
        var tokenizer = new WordPiece(Pieces.of(pieces), true);
        return sentences.stream()
                .map(sentence -> {
                    var numbers = new ArrayList<Integer>();
                    tokenizer.cut(sentence, numbers::add);
                    return numbers.stream().mapToInt(Integer::intValue).toArray();
                })
                .toArray(int[][]::new);
    }

    /** a / (a + p), where Zipf's law says p by the place in the vocabulary, which is in the order of frequency. */
    private static float[] weights(List<Integer> ranks) {
        double harmonic = 0;
        for (int i = 1; i <= Teacher.VOCABULARY; i++) harmonic += 1.0 / i;
        var weights = new float[ranks.size()];
        for (int i = 0; i < weights.length; i++)
            weights[i] = (float) (FREQUENCY / (FREQUENCY + 1 / (ranks.get(i) * harmonic)));
        return weights;
    }

    private static float[][] project(Pca components, float[][] rows) {
        var projected = new float[rows.length][];
        for (int i = 0; i < projected.length; i++) projected[i] = components.project(rows[i], DIMENSIONS);
        return projected;
    }

    /** Takes the mean of its kind off each row: whole words, continuing pieces and added words differ in theirs. */
    private static void centre(float[][] rows, List<Rows.Kind> kinds) {
        for (Rows.Kind kind : Rows.Kind.values()) {
            var mean = new double[DIMENSIONS];
            int count = 0;
            for (int i = 0; i < rows.length; i++) {
                if (kinds.get(i) != kind) continue;
                count++;
                for (int j = 0; j < mean.length; j++) mean[j] += rows[i][j];
            }
            for (int i = 0; i < rows.length; i++) {
                if (kinds.get(i) != kind) continue;
                for (int j = 0; j < mean.length; j++) rows[i][j] -= (float) (mean[j] / count);
            }
        }
    }

    private static int[] cut(int[] tokens) {
        if (tokens.length <= LONGEST_SENTENCE) return tokens;
        int[] cut = Arrays.copyOf(tokens, LONGEST_SENTENCE);
        cut[LONGEST_SENTENCE - 1] = tokens[tokens.length - 1];
        return cut;
    }
}
