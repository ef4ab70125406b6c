package io.tummler.cli;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of messages, read one after the other, so that its size does not matter. Its form is told by its content: JSON
 * lines or DiscordChatExporter's JSON, either of them gzipped or not.
 */
final class Transcript implements AutoCloseable {
    /** No text in a transcript is longer, whether a line in bytes or a string in characters; Discord allows 4,000. */
    static final int LENGTH_MAX = 1 << 20;

    private static final int HEAD = 1 << 16;

    /** What the file holds at one place. */
    sealed interface Entry permits Line, Broken {}

    /**
     * Something that is no message.
     *
     * @param where a line's number, and what else is known of the place
     * @param what what is wrong with it, without quoting it
     */
    record Broken(String where, String what) implements Entry {}

    /** A way to write messages down. */
    interface Form {
        /** The next entry, or nothing at the end. */
        Optional<Entry> next() throws IOException;

        /** Where the last entry stood. */
        String position();
    }

    /** A file that is no transcript; the message says why in one line. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    private final Counted file;
    private final InputStream content;
    private final long size;
    private final Form form;
    private boolean ended;

    private Transcript(Counted file, InputStream content, long size, Form form) {
        this.file = file;
        this.content = content;
        this.size = size;
        this.form = form;
    }

    /**
     * @param now messages of later than a day after it are broken
     * @throws Unusable when there is no such file, or it is empty or of another form
     */
    static Transcript open(Path path, Instant now) throws Unusable {
        if (Files.isDirectory(path)) throw new Unusable(path + " is a directory; name one file of it.");
        // It is opened twice: once to see whether there is any use in starting the engines.
        if (Files.exists(path) && !Files.isRegularFile(path))
            throw new Unusable(path + " is no file, such as a pipe; write the transcript into a file and name that.");
        try {
            var file = new Counted(Files.newInputStream(path));
            try {
                return of(path, file, new Fields(now));
            } catch (IOException | Unusable | RuntimeException unusable) {
                file.close();
                throw unusable;
            }
        } catch (NoSuchFileException gone) {
            throw new Unusable(path + " does not exist.");
        } catch (EOFException | ZipException damaged) {
            throw new Unusable(path + " begins like gzip, but can't be unpacked.");
        } catch (IOException failed) {
            throw new Unusable(path + " can't be read: " + failed);
        }
    }

    private static Transcript of(Path path, Counted file, Fields fields) throws IOException, Unusable {
        InputStream content = new BufferedInputStream(unpacked(new BufferedInputStream(file, HEAD)), HEAD);
        content.mark(HEAD);
        byte[] head = content.readNBytes(HEAD);
        content.reset();
        if (head.length == 0) throw new Unusable(path + " is empty.");
        Form form;
        if (DiscordExport.beginsWith(head)) form = new DiscordExport(content, fields);
        else if (JsonLines.beginsWith(head)) form = new JsonLines(content, fields);
        else
            throw new Unusable(path
                    + " is neither JSON lines (one message a line) nor JSON of DiscordChatExporter, plain or gzipped.");
        return new Transcript(file, content, Files.size(path), form);
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return gzip ? new GZIPInputStream(raw, HEAD) : raw;
    }

    /**
     * @return the next entry, or nothing at the end; damage that nothing can be read behind is the last entry
     */
    Optional<Entry> next() throws IOException {
        if (ended) return Optional.empty();
        try {
            Optional<Entry> entry = form.next();
            ended = entry.isEmpty();
            return entry;
        } catch (EOFException | ZipException damaged) {
            ended = true;
            return Optional.of(new Broken(form.position(), "the gzip data is damaged or cut off from here on"));
        }
    }

    /** How much of the file is read, 0 to 1. */
    double share() {
        return size == 0 ? 1 : Math.min(1, (double) file.count / size);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) count++;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read > 0) count += read;
            return read;
        }
    }
}
