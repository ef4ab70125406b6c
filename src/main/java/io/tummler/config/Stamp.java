package io.tummler.config;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** By what a file that was written anew is told from the one before, without reading it. */
record Stamp(long bytes, FileTime written, @Nullable Object file) {
    /** What is in a folder is told by the stamps of its files. */
    static final Stamp OF_A_FOLDER = new Stamp(0, FileTime.fromMillis(0), null);

    static Stamp of(BasicFileAttributes attributes) {
        return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }
}
