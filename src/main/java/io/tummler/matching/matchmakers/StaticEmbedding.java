package io.tummler.matching.matchmakers;

import io.tummler.api.TextEmbedder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads English texts with a table of word vectors: the sum of the vectors of a text's words and pieces, brought to
 * length 1. How the table was made and what it can't do stands in docs/matching-text.md.
 *
 * <p>The table is read at the first text, once: a bot that matches nobody needs none.
 */
@Singleton
class StaticEmbedding implements TextEmbedder {
    static final String TABLE = "word-vectors.bin";

    /** The part of a text's letters that has to stand in known words where its small words are English. */
    private static final double KNOWN_MIN = .4;

    /** The same where no small word says what it is: few words of other languages are known as a whole. */
    private static final double KNOWN_MIN_UNSURE = .75;

    private record Loaded(WordVectors vectors, WordPiece tokenizer) {}

    private volatile @Nullable Loaded loaded;

    @Override
    public int dimensions() {
        return loaded().vectors.dimensions();
    }

    @Override
    public Optional<float[]> embed(String text) {
        Loaded table = loaded();
        var sum = new float[table.vectors.dimensions()];
        double known = table.tokenizer.cut(text, piece -> table.vectors.add(piece, sum));
        if (known < KNOWN_MIN || !reads(Language.guess(text), known)) return Optional.empty();
        return normalised(sum);
    }

    /** Matched by a vector of what it doesn't understand, a text would be worse off than by its words. */
    private static boolean reads(Language.Guess guess, double known) {
        if (guess.language() == Language.ENGLISH) return known >= KNOWN_MIN;
        return !guess.sure() && known >= KNOWN_MIN_UNSURE;
    }

    private static Optional<float[]> normalised(float[] sum) {
        double squares = 0;
        for (float x : sum) squares += (double) x * x;
        if (squares == 0) return Optional.empty();
        float length = (float) Math.sqrt(squares);
        for (int j = 0; j < sum.length; j++) sum[j] /= length;
        return Optional.of(sum);
    }

    private Loaded loaded() {
        Loaded known = loaded;
        return known == null ? load() : known;
    }

    private synchronized Loaded load() {
        Loaded known = loaded;
        if (known != null) return known;
        try (InputStream in = StaticEmbedding.class.getResourceAsStream(TABLE)) {
            if (in == null) throw new IllegalStateException("The program lacks its word vectors: " + TABLE);
            WordVectors vectors = WordVectors.read(in);
            known = new Loaded(vectors, new WordPiece(vectors.pieces(), true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        loaded = known;
        return known;
    }
}
