package io.tummler.chat.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Discord's {@code zlib-stream}: one stream for a whole connection, flushed after each frame. */
final class ZlibStream {
    private static final int BUFFER_BYTES = 16_384;

    // A sandbox would rather be fast than small, as nothing leaves the machine.
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final byte[] part = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER_BYTES);

    byte[] deflated(String frame) {
        deflater.setInput(frame.getBytes(StandardCharsets.UTF_8));
        out.reset();
        int length;
        do {
            length = deflater.deflate(part, 0, part.length, Deflater.SYNC_FLUSH);
            out.write(part, 0, length);
        } while (length == part.length);
        return out.toByteArray();
    }

    void end() {
        deflater.end();
    }
}
