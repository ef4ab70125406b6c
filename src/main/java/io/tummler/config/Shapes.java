package io.tummler.config;

import io.tummler.api.ChannelRef;
import io.tummler.api.RoleRef;
import io.tummler.api.Section;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works the shapes of records out. What it refuses, the author of the record has to correct. */
final class Shapes {
    private static final String REQUIRED = defaultOfOr();

    private Shapes() {}

    /** @throws IllegalArgumentException when the record cannot be a section */
    static Shape.Group of(Class<? extends Record> type) {
        return group(type, List.of());
    }

    private static Shape.Group group(Class<? extends Record> type, List<Class<?>> within) {
        if (within.contains(type)) throw new IllegalArgumentException(type.getName() + " contains itself");
        List<Class<?>> inside = new ArrayList<>(within);
        inside.add(type);
        List<Shape.Key> keys = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) keys.add(key(component, inside));
        return new Shape.Group(type, List.copyOf(keys));
    }

    private static Shape.Key key(RecordComponent component, List<Class<?>> within) {
        String place = component.getDeclaringRecord().getName() + '.' + component.getName();
        Section.Key key = component.getAnnotation(Section.Key.class);
        if (key == null) throw new IllegalArgumentException(place + " lacks a @Section.Key");
        String name = kebab(component.getName());
        Shape shape = shape(place, component.getGenericType(), key, within);
        return new Shape.Key(name, key.value(), shape, fallback(place, name, shape, key));
    }

    private static @Nullable Object fallback(String place, String name, Shape shape, Section.Key key) {
        if (key.or().equals(REQUIRED)) return shape instanceof Shape.Maybe ? Optional.empty() : null;
        Problems problems = new Problems("default of " + place);
        Object value = Binder.value("'" + name + "'", shape, key.or(), problems);
        if (value == null) throw new IllegalArgumentException(problems.found().toString());
        return value;
    }

    private static Shape shape(String place, Type type, Section.Key key, List<Class<?>> within) {
        return switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class ->
                new Shape.ListOf(shape(place, list.getActualTypeArguments()[0], key, within));
            case ParameterizedType maybe
            when maybe.getRawType() == Optional.class ->
                new Shape.Maybe(shape(place, maybe.getActualTypeArguments()[0], key, within));
            case Class<?> channel when channel == ChannelRef.class -> Shape.Named.CHANNEL;
            case Class<?> role when role == RoleRef.class -> Shape.Named.ROLE;
            case Class<?> group when group.isRecord() -> group(group.asSubclass(Record.class), within);
            case Class<?> choice when choice.isEnum() -> new Shape.Choice(words(choice));
            case Class<?> scalar -> scalar(place, scalar, key);
            default -> throw new IllegalArgumentException(place + " is of a type that files cannot hold: " + type);
        };
    }

    private static Shape scalar(String place, Class<?> type, Section.Key key) {
        if (type == boolean.class || type == Boolean.class) return new Shape.Flag();
        if (type == int.class || type == Integer.class)
            return new Shape.Whole(
                    true, Math.max(key.min(), Integer.MIN_VALUE), Math.min(key.max(), Integer.MAX_VALUE));
        if (type == long.class || type == Long.class) return new Shape.Whole(false, key.min(), key.max());
        if (type == double.class || type == Double.class) return new Shape.Decimal(key.min(), key.max());
        if (type == String.class) return new Shape.Text(key.longest());
        if (type == Duration.class) return span(place, key);
        if (type == LocalDate.class) return new Shape.Day();
        if (type == ZoneId.class) return new Shape.Zone();
        throw new IllegalArgumentException(place + " is of a type that files cannot hold: " + type);
    }

    private static Shape.Span span(String place, Section.Key key) {
        return new Shape.Span(
                limit(place, key.least()),
                Optional.of(key.most()).filter(it -> !it.isEmpty()).map(it -> limit(place, it)),
                key.wholeDays());
    }

    private static Duration limit(String place, String written) {
        return Durations.read(written)
                .orElseThrow(
                        () -> new IllegalArgumentException(place + " has a limit that is no duration: " + written));
    }

    private static Map<String, Enum<?>> words(Class<?> type) {
        Map<String, Enum<?>> words = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            Enum<?> choice = (Enum<?>) constant;
            words.put(word(choice), choice);
        }
        return words;
    }

    /** As a choice stands in a file: {@code SAME_TERRITORY} is {@code same-territory}. */
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code quietPeriod} is {@code quiet-period} in a file, {@code thanksAWeek} is {@code thanks-a-week}. */
    private static String kebab(String camel) {
        return camel.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String defaultOfOr() {
        try {
            return (String) Section.Key.class.getMethod("or").getDefaultValue();
        } catch (NoSuchMethodException impossible) {
            throw new LinkageError("@Section.Key has no or()", impossible);
        }
    }
}
