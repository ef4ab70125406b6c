package io.tummler.api;

import java.util.Map;

/** The community settings of {@code bot-config/}, as last read without an error. */
public interface Settings {
    /** A section that holds for every community, from the file of its name. */
    <T extends Record> T section(Class<T> section);

    /** Sections of which a folder holds one file each, by file name without ending, in its order. */
    <T extends Record> Map<String, T> folder(Class<T> section);
}
