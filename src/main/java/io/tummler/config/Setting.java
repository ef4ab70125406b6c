package io.tummler.config;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One key of a policy with the value that it has.
 *
 * @param section the file it belongs to, such as {@code matching} or {@code brands/corner-oven}
 * @param key such as {@code weekly-cap} or {@code tasks[spelt-trial].credit}: entries of a list by their key or name, where
 *     they have one, so that they stay the same when the list changes
 * @param shown the value in one way of writing it, with <code>{env:NAME}</code> in place of what is secret
 * @param meaning what it is, in a sentence
 * @param at where it is decided; empty for a default
 */
record Setting(String section, String key, String shown, String meaning, Optional<Place> at) {
    /** By these, entries of a list tell who they are. */
    private static final List<String> NAMES = List.of("key", "name");

    String path() {
        return section + (key.isEmpty() ? "" : ": " + key);
    }

    /** All of a policy, in the order of the sections and their keys. */
    static List<Setting> of(Snapshot snapshot, Sections sections) {
        List<Setting> settings = new ArrayList<>();
        for (Sections.Entry section : sections.all()) {
            Map<String, Written> written = snapshot.written().files();
            if (section.folder()) {
                snapshot.records(section.type()).forEach((name, record) -> {
                    String file = section.name() + "/" + name;
                    new Walk(file, settings).group("", section.shape(), record, written.get(file));
                });
            } else {
                Record record = Objects.requireNonNull(snapshot.sections().get(section.type()));
                new Walk(section.name(), settings).group("", section.shape(), record, written.get(section.name()));
            }
        }
        snapshot.written()
                .words()
                .forEach((sentence, words) -> settings.add(new Setting(
                        "say/" + sentence, "", Binder.quoted(words.text().strip()), "", Optional.of(words.at()))));
        return settings;
    }

    private record Walk(String section, List<Setting> settings) {
        void group(String prefix, Shape.Group shape, Record record, @Nullable Written written) {
            RecordComponent[] components = shape.type().getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                Shape.Key key = shape.keys().get(i);
                Written.Entry entry =
                        written instanceof Written.Keys keys ? keys.entries().get(key.name()) : null;
                value(
                        prefix + key.name(),
                        key.meaning(),
                        key.shape(),
                        read(components[i], record),
                        entry == null ? null : entry.value());
            }
        }

        private void value(
                String path, String meaning, Shape shape, @Nullable Object value, @Nullable Written written) {
            switch (shape) {
                case Shape.Maybe maybe -> {
                    Object inner = ((Optional<?>) Objects.requireNonNull(value)).orElse(null);
                    if (inner == null) add(path, "none", meaning, written);
                    else value(path, meaning, maybe.shape(), inner, written);
                }
                case Shape.Group group -> group(path + ".", group, (Record) Objects.requireNonNull(value), written);
                case Shape.ListOf(Shape.Group entry) ->
                    entries(path, meaning, entry, List.copyOf((Collection<?>) Objects.requireNonNull(value)), written);
                default -> add(path, shown(value, written), meaning, written);
            }
        }

        private void entries(
                String path, String meaning, Shape.Group shape, List<?> values, @Nullable Written written) {
            if (values.isEmpty()) add(path, "[]", meaning, written);
            for (int i = 0; i < values.size(); i++) {
                Record value = (Record) values.get(i);
                Written child =
                        written instanceof Written.Items items ? items.entries().get(i) : null;
                group(path + '[' + name(shape, value, i) + "].", shape, value, child);
            }
        }

        private void add(String path, String shown, String meaning, @Nullable Written written) {
            settings.add(new Setting(
                    section, path, shown, meaning, Optional.ofNullable(written).map(Written::at)));
        }
    }

    private static String name(Shape.Group shape, Record value, int index) {
        for (RecordComponent component : shape.type().getRecordComponents())
            if (NAMES.contains(component.getName())) return String.valueOf(read(component, value));
        return Integer.toString(index);
    }

    private static @Nullable Object read(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(record.getClass() + " cannot be read by reflection", closed);
        }
    }

    private static String shown(@Nullable Object value, @Nullable Written written) {
        return switch (written) {
            case Written.Text text when Environment.isIn(text.text()) -> text.text();
            case Written.Items items -> {
                List<?> entries = List.copyOf((Collection<?>) Objects.requireNonNull(value));
                yield IntStream.range(0, entries.size())
                        .mapToObj(i -> shown(entries.get(i), items.entries().get(i)))
                        .collect(Collectors.joining(", ", "[", "]"));
            }
            case null, default -> plain(value);
        };
    }

    private static String plain(@Nullable Object value) {
        return switch (value) {
            case Duration duration -> Durations.written(duration);
            case Enum<?> choice -> Shapes.word(choice);
            case Collection<?> entries ->
                entries.stream().map(Setting::plain).collect(Collectors.joining(", ", "[", "]"));
            case null -> "none";
            default -> value.toString();
        };
    }
}
