package io.tummler.embed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A table of word vectors that texts are embedded with: the sum of the vectors of a text's pieces, brought to length
 * one. The vectors carry their weights in their lengths. The table's form is set out at {@link #write}.
 */
public final class StaticEmbedding {

    private static final int MAGIC = 0x42454d54;
    private static final int VERSION = 1;
    private static final int HEADER = 20;
    private static final int SUM = 32;

    private final int dims;
    private final float[] scales;
    private final byte[] vectors;
    private final int at;
    private final WordPiece tokenizer;

    public StaticEmbedding(byte[] file) {
        int end = file.length - SUM;
        byte[] sum = Arrays.copyOfRange(file, end, file.length);
        if (!MessageDigest.isEqual(sum, sha256(file, end))) {
            throw new IllegalArgumentException("table of word vectors is damaged");
        }
        ByteBuffer in = ByteBuffer.wrap(file, 0, end).order(ByteOrder.LITTLE_ENDIAN);
        if (in.getInt() != MAGIC || in.getInt() != VERSION) {
            throw new IllegalArgumentException("not a table of word vectors of version " + VERSION);
        }
        dims = in.getInt();
        int rows = in.getInt();
        int textLength = in.getInt();
        String[] pieces = new String(file, HEADER, textLength, StandardCharsets.UTF_8).split("\n");
        Map<String, Integer> ids = HashMap.newHashMap(rows);
        for (int i = 0; i < rows; i++) {
            ids.put(pieces[i], i);
        }
        tokenizer = new WordPiece(ids, true);
        scales = new float[rows];
        in.position(HEADER + textLength);
        for (int i = 0; i < rows; i++) {
            scales[i] = in.getFloat();
        }
        vectors = file;
        at = in.position();
    }

    public int dimensions() {
        return dims;
    }

    /** Length one, or all zero for a text without a known piece. */
    public float[] embed(String text) {
        float[] out = new float[dims];
        tokenizer.pieces(text, id -> {
            float scale = scales[id];
            int row = at + id * dims;
            for (int j = 0; j < dims; j++) {
                out[j] += scale * vectors[row + j];
            }
        });
        double squares = 0;
        for (float x : out) {
            squares += (double) x * x;
        }
        if (squares > 0) {
            float length = (float) Math.sqrt(squares);
            for (int j = 0; j < dims; j++) {
                out[j] /= length;
            }
        }
        return out;
    }

    /**
     * The file of a table, little-endian: magic {@code TMEB}, version, dimensions, rows and length of the vocabulary as
     * 32 bit integers; the pieces in UTF-8, one a line; a 32 bit float of scale a row; the rows as signed bytes; and
     * the SHA-256 of all that.
     */
    public static byte[] write(String[] pieces, float[][] rows) {
        int dims = rows[0].length;
        byte[] text = String.join("\n", pieces).getBytes(StandardCharsets.UTF_8);
        int end = HEADER + text.length + rows.length * (4 + dims);
        byte[] file = new byte[end + SUM];
        ByteBuffer out = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MAGIC).putInt(VERSION).putInt(dims).putInt(rows.length).putInt(text.length).put(text);
        float[] scales = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            float most = 0;
            for (float x : rows[i]) {
                most = Math.max(most, Math.abs(x));
            }
            scales[i] = most / 127;
            out.putFloat(scales[i]);
        }
        for (int i = 0; i < rows.length; i++) {
            for (float x : rows[i]) {
                out.put((byte) (scales[i] == 0 ? 0 : Math.rint(x / scales[i])));
            }
        }
        out.put(sha256(file, end));
        return file;
    }

    private static byte[] sha256(byte[] file, int length) {
        try {
            MessageDigest d = MessageDigest.getInstance("SHA-256");
            d.update(file, 0, length);
            return d.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
