package io.tummler.distil;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The file of a table, little-endian: {@code TMEB}, version, dimensions, rows and bytes of the vocabulary as 32 bit
 * integers; the pieces in UTF-8, one a line; a 32 bit float of scale for each row; the rows as signed bytes; and the
 * SHA-256 of all that.
 */
final class TableFile {
    private static final int MAGIC = 0x42454d54;
    private static final int VERSION = 1;
    private static final int HEADER = 20;
    private static final int SUM = 32;
    private static final int LARGEST = 127;

    private TableFile() {}

    static byte[] bytes(List<String> pieces, float[][] rows) {
        int dimensions = rows[0].length;
        byte[] text = String.join("\n", pieces).getBytes(StandardCharsets.UTF_8);
        int end = HEADER + text.length + rows.length * (Float.BYTES + dimensions);
        var file = new byte[end + SUM];
        ByteBuffer to = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        to.putInt(MAGIC)
                .putInt(VERSION)
                .putInt(dimensions)
                .putInt(rows.length)
                .putInt(text.length)
                .put(text);
        var scales = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            float most = 0;
            for (float x : rows[i]) most = Math.max(most, Math.abs(x));
            scales[i] = most / LARGEST;
            to.putFloat(scales[i]);
        }
        for (int i = 0; i < rows.length; i++) {
            for (float x : rows[i]) to.put((byte) (scales[i] == 0 ? 0 : Math.rint(x / scales[i])));
        }
        to.put(sum(file, end));
        return file;
    }

    static byte[] sum(byte[] file, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(file, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
