package io.tummler.config;

import io.tummler.api.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The sections that there are: every record with {@link Section} in the application, as {@link SectionDiscovery} found. */
public final class Sections {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    private final Map<String, Entry> byName = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when a record cannot be a section, or two are of one name */
    Sections(List<? extends Class<? extends Record>> types) {
        for (Class<? extends Record> type : types) {
            Section section = type.getAnnotation(Section.class);
            if (section == null) throw new IllegalArgumentException(type.getName() + " lacks @Section");
            if (!NAME.matcher(section.value()).matches())
                throw new IllegalArgumentException("no name for a file: @Section(\"" + section.value() + "\")");
            Entry other = byName.put(section.value(), new Entry(section.value(), section.folder(), Shapes.of(type)));
            if (other != null)
                throw new IllegalArgumentException(
                        other.type().getName() + " and " + type.getName() + " are both the section " + section.value());
        }
    }

    List<Entry> all() {
        return List.copyOf(byName.values());
    }

    /**
     * A section as it is without a file.
     *
     * @throws IllegalArgumentException when it has a key without a default
     */
    public static <T extends Record> T defaults(Class<T> section) {
        Problems problems = new Problems(section.getName());
        Record made =
                Binder.file(Shapes.of(section), Written.nothing(section.getName()), _ -> Optional.empty(), problems);
        if (made == null) throw new IllegalArgumentException(problems.found().toString());
        return section.cast(made);
    }

    /** One section; {@code name} is its file without ending, or its folder. */
    record Entry(String name, boolean folder, Shape.Group shape) {
        Class<? extends Record> type() {
            return shape.type();
        }

        /** As its file or folder is listed. */
        String listing() {
            return folder ? name + "/" : name + ".yaml";
        }
    }
}
