package io.tummler.config;

import io.tummler.api.Section;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Settings without files, the same in every community: the sections given to it, and every other as it is by default. */
public final class FixedSettings implements OnePolicy {
    private final Map<Class<?>, Map<String, Record>> folders = new LinkedHashMap<>();
    private final Record[] sections;

    public FixedSettings(Record... sections) {
        this.sections = sections.clone();
    }

    /** Adds a file to the folder of its section. */
    public FixedSettings with(String name, Record file) {
        folders.computeIfAbsent(file.getClass(), _ -> new LinkedHashMap<>()).put(name, file);
        return this;
    }

    @Override
    public <T extends Record> T section(Class<T> section) {
        if (isFolder(section)) throw new IllegalArgumentException(section + " is a folder");
        Optional<T> given = Arrays.stream(sections)
                .filter(section::isInstance)
                .map(section::cast)
                .findFirst();
        return given.orElseGet(() -> Sections.defaults(section));
    }

    @Override
    public <T extends Record> Map<String, T> folder(Class<T> section) {
        if (!isFolder(section)) throw new IllegalArgumentException(section + " is no folder");
        Map<String, T> files = new LinkedHashMap<>();
        folders.getOrDefault(section, Map.of()).forEach((name, file) -> files.put(name, section.cast(file)));
        return Collections.unmodifiableMap(files);
    }

    private static boolean isFolder(Class<?> section) {
        return section.getAnnotation(Section.class).folder();
    }
}
