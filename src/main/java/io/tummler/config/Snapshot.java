package io.tummler.config;

import io.tummler.api.Policy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** All that {@code bot-config} said at one moment. Folders keep the order of their file names. */
record Snapshot(Map<Class<?>, Record> sections, Map<Class<?>, Map<String, Record>> folders) implements Policy {
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
