package io.tummler.config;

import io.tummler.api.AboutCommunity;
import io.tummler.api.Mode;
import io.tummler.api.Policy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that {@code bot-config} said at one moment, for one community or for any. Folders keep the order of their file names.
 *
 * @param written what it was read from, for those who ask why
 */
record Snapshot(
        Map<Class<?>, Record> sections,
        Map<Class<?>, Map<String, Record>> folders,
        Map<String, String> words,
        Layer written,
        Mode mode)
        implements Policy {
    /** As far as its files say. */
    static Snapshot of(Map<Class<?>, Record> sections, Map<Class<?>, Map<String, Record>> folders, Layer written) {
        Mode mode = about(sections).map(AboutCommunity::mode).reduce(Mode.LIVE, Mode::or);
        Map<String, String> words = new LinkedHashMap<>();
        written.words().forEach((sentence, text) -> words.put(sentence, text.text()));
        return new Snapshot(Map.copyOf(sections), Map.copyOf(folders), Map.copyOf(words), written, mode);
    }

    /** One, but in tests, whose own sections are found as well. */
    private static Stream<AboutCommunity> about(Map<Class<?>, Record> sections) {
        return sections.values().stream()
                .filter(AboutCommunity.class::isInstance)
                .map(AboutCommunity.class::cast);
    }

    Optional<String> guild() {
        return about(sections).flatMap(about -> about.guild().stream()).findFirst();
    }

    /** The same, but no further than this. */
    Snapshot atMost(Mode most) {
        return mode.or(most) == mode ? this : new Snapshot(sections, folders, words, written, most);
    }

    /** The files of a section's folder, by their names. */
    Map<String, Record> records(Class<? extends Record> section) {
        return folders.getOrDefault(section, Map.of());
    }

    @Override
    public <T extends Record> T section(Class<T> section) {
        Record record = sections.get(section);
        if (record == null) throw absent(section, "no section that is a file");
        return section.cast(record);
    }

    @Override
    public <T extends Record> Map<String, T> folder(Class<T> section) {
        Map<String, Record> files = folders.get(section);
        if (files == null) throw absent(section, "no section that is a folder");
        Map<String, T> typed = new LinkedHashMap<>();
        files.forEach((name, record) -> typed.put(name, section.cast(record)));
        return Collections.unmodifiableMap(typed);
    }

    private static IllegalArgumentException absent(Class<?> section, String what) {
        return new IllegalArgumentException(section.getName() + " is " + what + ": see its @Section");
    }
}
