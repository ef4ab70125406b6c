package io.tummler.distil;

import io.tummler.matching.matchmakers.Pieces;
import io.tummler.matching.matchmakers.WordPiece;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sentence encoder that the table learns from, all-MiniLM-L6-v2 (sentence-transformers), out of the resources of
 * its artifact: tokenizer and weights.
 */
public final class Teacher {
    static final int VOCABULARY = 30_522;

    private static final String NAME = "all-minilm-l6-v2";
    private static final int LAYERS = 6;
    private static final int HEADS = 12;
    private static final int LONGEST = 128;
    /** Positions that are worked on together, so that they stay in the processor's cache. */
    private static final int TOGETHER = 96;

    private final List<String> vocabulary;
    private final Map<String, Integer> ids = new HashMap<>();
    private final WordPiece tokenizer;
    private final Encoder encoder;

    /** @throws IllegalStateException where its artifact is not on the class path, see {@link #isThere} */
    public Teacher() {
        vocabulary = Vocabulary.read(new String(resource(NAME + "-tokenizer.json"), StandardCharsets.UTF_8));
        if (vocabulary.size() != VOCABULARY) throw new IllegalStateException(vocabulary.size() + " pieces");
        for (String piece : vocabulary) ids.put(piece, ids.size());
        tokenizer = new WordPiece(Pieces.of(vocabulary), false);
        encoder = new Encoder(new OnnxWeights(resource(NAME + ".onnx")), LAYERS, HEADS);
    }

    /** Whether the encoder's artifact is on the class path: the profile {@code distil} puts it there. */
    public static boolean isThere() {
        return Teacher.class.getResource("/" + NAME + ".onnx") != null;
    }

    List<String> vocabulary() {
        return Collections.unmodifiableList(vocabulary);
    }

    /** @throws IllegalArgumentException where the vocabulary lacks it */
    int id(String piece) {
        Integer id = ids.get(piece);
        if (id == null) throw new IllegalArgumentException("no piece " + piece);
        return id;
    }

    int[] tokens(String text) {
        var tokens = new ArrayList<Integer>();
        tokens.add(id("[CLS]"));
        tokenizer.cut(text, tokens::add);
        if (tokens.size() >= LONGEST) tokens.subList(LONGEST - 1, tokens.size()).clear();
        tokens.add(id("[SEP]"));
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The mean of the last hidden states of each sequence, not brought to length 1. */
    float[][] encode(List<int[]> sequences) {
        Map<Integer, List<Integer>> byLength = new TreeMap<>();
        for (int i = 0; i < sequences.size(); i++)
            byLength.computeIfAbsent(sequences.get(i).length, _ -> new ArrayList<>())
                    .add(i);
        var encoded = new float[sequences.size()][];
        byLength.forEach((length, members) -> {
            int size = Math.max(1, TOGETHER / length);
            for (int at = 0; at < members.size(); at += size) {
                List<Integer> part = members.subList(at, Math.min(members.size(), at + size));
                float[][] means =
                        encoder.encode(part.stream().map(sequences::get).toArray(int[][]::new));
                for (int i = 0; i < means.length; i++) encoded[part.get(i)] = means[i];
            }
        });
        return encoded;
    }

    /** Texts as the encoder is meant to read them: vectors of length 1. */
    public float[][] embed(List<String> texts) {
        float[][] vectors = encode(texts.stream().map(this::tokens).toList());
        for (float[] vector : vectors) Vectors.normalise(vector);
        return vectors;
    }

    static byte[] resource(String name) {
        try (InputStream in = Teacher.class.getResourceAsStream("/" + name)) {
            if (in == null) throw new IllegalStateException(name + " is not on the class path: use -Pdistil");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
