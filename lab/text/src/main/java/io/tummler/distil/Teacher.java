package io.tummler.distil;

import io.tummler.embed.WordPiece;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The source model as a whole: its tokenizer and its encoder, out of the resources of its artifact. */
public final class Teacher {

    private static final int LONGEST = 128;

    private final String[] vocabulary;
    private final Map<String, Integer> ids = new HashMap<>();
    private final WordPiece tokenizer;
    private final Encoder encoder;
    private final int first;
    private final int last;

    public Teacher(String name) {
        vocabulary = Vocabulary.read(new String(resource(name + "-tokenizer.json"), StandardCharsets.UTF_8));
        for (int i = 0; i < vocabulary.length; i++) {
            ids.put(vocabulary[i], i);
        }
        tokenizer = new WordPiece(ids, false);
        first = ids.get("[CLS]");
        last = ids.get("[SEP]");
        encoder = new Encoder(new OnnxWeights(resource(name + ".onnx")), name.startsWith("e5") ? 12 : 6, 12);
    }

    public String[] vocabulary() {
        return vocabulary.clone();
    }

    public int id(String piece) {
        return ids.get(piece);
    }

    public int[] tokens(String text) {
        List<Integer> out = new ArrayList<>();
        out.add(first);
        tokenizer.pieces(text, out::add);
        if (out.size() > LONGEST - 1) {
            out.subList(LONGEST - 1, out.size()).clear();
        }
        out.add(last);
        return out.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Mean of the last hidden states of all positions of each sequence, not normalised. */
    public float[][] encode(List<int[]> sequences) {
        Map<Integer, List<Integer>> byLength = new TreeMap<>();
        for (int i = 0; i < sequences.size(); i++) {
            byLength.computeIfAbsent(sequences.get(i).length, x -> new ArrayList<>()).add(i);
        }
        float[][] out = new float[sequences.size()][];
        byLength.forEach((length, members) -> {
            int size = Math.max(1, 96 / length);
            for (int at = 0; at < members.size(); at += size) {
                List<Integer> part = members.subList(at, Math.min(members.size(), at + size));
                float[][] v = encoder.encode(part.stream().map(sequences::get).toArray(int[][]::new), 0, length);
                for (int i = 0; i < v.length; i++) {
                    out[part.get(i)] = v[i];
                }
            }
        });
        return out;
    }

    /** As the source model is meant to be used: mean over all positions, length one. */
    public float[][] embed(List<String> texts) {
        float[][] out = encode(texts.stream().map(this::tokens).toList());
        for (float[] v : out) {
            Encoder.normalise(v);
        }
        return out;
    }

    static byte[] resource(String name) {
        try (InputStream in = Teacher.class.getResourceAsStream("/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
