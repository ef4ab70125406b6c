package io.tummler.matching.matchmakers;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The vectors of words and pieces of words, which carry their weights in their lengths. They stay the signed bytes
 * that they come as, with a scale for each.
 */
final class WordVectors {
    private static final int MAGIC = 0x42454d54;
    private static final int VERSION = 1;
    private static final int HEADER = 5 * Integer.BYTES;

    private final int dimensions;
    private final Pieces pieces;
    private final float[] scales;
    private final byte[] rows;

    private WordVectors(int dimensions, Pieces pieces, float[] scales, byte[] rows) {
        this.dimensions = dimensions;
        this.pieces = pieces;
        this.scales = scales;
        this.rows = rows;
    }

    /**
     * Reads a table, little-endian: {@code TMEB}, version, dimensions, rows and bytes of the vocabulary as 32 bit
     * integers; the pieces in UTF-8, one a line; a 32 bit float of scale for each row; the rows as signed bytes. What
     * follows, the SHA-256 of all that, is left to the tests, since it comes out of the program's own archive.
     *
     * @throws IOException when it isn't one, or ends early
     */
    static WordVectors read(InputStream from) throws IOException {
        var in = new DataInputStream(from);
        ByteBuffer header = read(in, HEADER);
        if (header.getInt() != MAGIC || header.getInt() != VERSION)
            throw new IOException("not a table of word vectors of version " + VERSION);
        int dimensions = header.getInt();
        int count = header.getInt();
        var pieces = new Pieces(read(in, header.getInt()).array(), count);
        var scales = new float[count];
        read(in, count * Float.BYTES).asFloatBuffer().get(scales);
        return new WordVectors(
                dimensions, pieces, scales, read(in, count * dimensions).array());
    }

    private static ByteBuffer read(DataInputStream in, int length) throws IOException {
        var bytes = new byte[length];
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int dimensions() {
        return dimensions;
    }

    Pieces pieces() {
        return pieces;
    }

    /** Adds the vector of that piece to the sum. */
    void add(int piece, float[] sum) {
        float scale = scales[piece];
        int row = piece * dimensions;
        for (int j = 0; j < dimensions; j++) sum[j] += scale * rows[row + j];
    }
}
