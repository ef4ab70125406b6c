package io.tummler.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes records of what is written; of everything that does not fit it says where it stands, what it is and what would fit. */
final class Binder {
    private static final int LONGEST_QUOTE = 40;
    private static final Pattern LINES = Pattern.compile("[\t\r\n]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Z}&&[^ ]]");
    /** What looks like the name of a channel, and not like a remark. */
    private static final Pattern HASHED = Pattern.compile("#[^\\s#\"\\\\]+");

    private final Environment environment;
    private final Problems problems;
    /** Texts with values of the environment in them. */
    private final List<String> filled = new ArrayList<>();

    private Binder(Environment environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /** A file as a record; null when the problems say why not. Nothing in the file is every default. */
    static @Nullable Record file(Shape.Group group, Written file, Environment environment, Problems problems) {
        Binder binder = new Binder(environment, problems);
        return file instanceof Written.Nothing
                ? binder.record(group, Map.of(), file.at())
                : binder.group("the file", group, file);
    }

    /** As {@link #file(Shape.Group, Written, Environment, Problems)}, of the bytes of one file. */
    static @Nullable Record file(Shape.Group group, byte[] file, Environment environment, Problems problems) {
        Written written = YamlText.read(file, problems);
        return written == null ? null : file(group, written, environment, problems);
    }

    /** One value, written as YAML; null when the problems say why not. */
    static @Nullable Object value(String label, Shape shape, String yaml, Problems problems) {
        Written written = YamlText.read(yaml.getBytes(StandardCharsets.UTF_8), problems);
        return written == null ? null : new Binder(_ -> Optional.empty(), problems).value(label, shape, written);
    }

    private @Nullable Object value(String label, Shape shape, Written written) {
        if (written instanceof Written.Nothing nothing) return empty(label, shape, shape.allowed(), nothing);
        return switch (shape) {
            case Shape.Group group -> group(label, group, written);
            case Shape.ListOf list -> list(label, list, written);
            case Shape.Scalar scalar -> scalar(label, scalar, written);
            case Shape.Maybe maybe -> {
                Object inner = value(label, maybe.shape(), written);
                yield inner == null ? null : Optional.of(inner);
            }
        };
    }

    private @Nullable Object scalar(String label, Shape.Scalar shape, Written written) {
        if (!(written instanceof Written.Text text)) return mismatch(label, shape, written, reference(written));
        boolean named = Environment.isIn(text.text());
        String value = text.text();
        if (named) {
            if (!isKnown(text)) return null;
            if (environment.unset(value).isEmpty()) {
                filled.add(value);
                value = environment.fill(value);
            }
        }
        Optional<? extends Object> read = shape.read(value);
        if (read.isPresent()) return read.get();
        // What a variable says is not told, not even by its length.
        if (named) return mismatch(label, shape, written, Optional.empty());
        problems.add(
                written.at(), label + " is " + seen(written) + shape.flaw(value), shape.allowed(), shape.meant(value));
        return null;
    }

    /** What was meant by <code>{env:NAME}</code> without quotes, which YAML takes for a group. */
    private static Optional<String> reference(Written written) {
        if (!(written instanceof Written.Keys keys) || keys.entries().size() != 1) return Optional.empty();
        return keys.entries().entrySet().stream()
                .filter(it -> it.getValue().value() instanceof Written.Nothing)
                .map(it -> "{" + it.getKey() + "}")
                .filter(text ->
                        Environment.isIn(text) && Environment.misnamed(text).isEmpty())
                .map(text -> '"' + text + '"')
                .findFirst();
    }

    private boolean isKnown(Written.Text text) {
        Optional<String> misnamed = Environment.misnamed(text.text());
        if (misnamed.isPresent()) {
            problems.add(
                    text.at(),
                    "'{env:" + quoted(misnamed.get()) + "}' names no environment variable",
                    "{env:NAME}, in capital letters, digits and _",
                    Optional.empty());
            return false;
        }
        Optional<String> unset = environment.unset(text.text());
        if (unset.isEmpty() || environment.mayBeUnknown()) return true;
        problems.add(
                text.at(),
                "the environment variable " + unset.get() + " is not set",
                "a variable that the bot was started with",
                Optional.empty());
        return false;
    }

    private @Nullable Object list(String label, Shape.ListOf shape, Written written) {
        if (!(written instanceof Written.Items items)) {
            boolean entry = written instanceof Written.Text one && takes(shape.entry(), one.text());
            return mismatch(label, shape, written, entry ? Optional.of("[" + quote(written) + "]") : Optional.empty());
        }
        List<Object> entries = new ArrayList<>();
        for (Written child : items.entries()) {
            Object entry = value("an entry of " + label, shape.entry(), child);
            if (entry != null) entries.add(entry);
        }
        return entries.size() == items.entries().size() ? List.copyOf(entries) : null;
    }

    private @Nullable Record group(String label, Shape.Group shape, Written written) {
        if (written instanceof Written.Keys keys) return record(shape, keys.entries(), written.at());
        mismatch(label, shape, written, Optional.empty());
        return null;
    }

    private @Nullable Record record(Shape.Group shape, Map<String, Written.Entry> given, Place at) {
        given.forEach((name, entry) -> {
            if (!shape.names().contains(name)) unknown(shape, name, entry.at());
        });
        List<Object> values = new ArrayList<>();
        for (Shape.Key key : shape.keys()) {
            Written.Entry entry = given.get(key.name());
            Object value = entry == null ? missing(key, at) : given(key, entry.value());
            if (value != null) values.add(value);
        }
        return values.size() == shape.keys().size() ? construct(shape.type(), values, given, at) : null;
    }

    private void unknown(Shape.Group shape, String name, Place at) {
        problems.add(
                at,
                "there is no key '" + quoted(name) + "'",
                "one of " + String.join(", ", shape.names()),
                problems.full() ? Optional.empty() : Suggestion.of(name, shape.names()));
    }

    private @Nullable Object missing(Shape.Key key, Place at) {
        if (key.required())
            problems.add(
                    at,
                    "'" + key.name() + "' is missing",
                    key.shape().allowed() + ": " + key.meaning(),
                    Optional.empty());
        return key.fallback();
    }

    private @Nullable Object given(Shape.Key key, Written written) {
        String label = "'" + key.name() + "'";
        if (key.fallback() != null && isUnknown(written)) return key.fallback();
        if (key.required() || !(written instanceof Written.Nothing nothing)) return value(label, key.shape(), written);
        return empty(label, key.shape(), key.shape().allowed() + ", or leave the key out", nothing);
    }

    private @Nullable Object empty(String label, Shape shape, String allowed, Written.Nothing written) {
        String comment = written.comment();
        problems.add(
                written.at(),
                label + " has no value" + (comment.isEmpty() ? "" : ": '#' begins a comment"),
                allowed,
                Optional.of(comment)
                        .filter(text -> HASHED.matcher(text).matches() && takes(shape, text))
                        .map(text -> '"' + text + '"'));
        return null;
    }

    private static boolean takes(Shape shape, String text) {
        return switch (shape) {
            case Shape.Scalar scalar -> scalar.read(text).isPresent();
            case Shape.Maybe maybe -> takes(maybe.shape(), text);
            case Shape.Group _, Shape.ListOf _ -> false;
        };
    }

    /** Whether it can't be known here, and its default does for the look at the others. */
    private boolean isUnknown(Written written) {
        return environment.mayBeUnknown()
                && written instanceof Written.Text text
                && Environment.misnamed(text.text()).isEmpty()
                && environment.unset(text.text()).isPresent();
    }

    private @Nullable Record construct(
            Class<? extends Record> type, List<Object> values, Map<String, Written.Entry> given, Place at) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException thrown) {
            if (!(thrown.getCause() instanceof IllegalArgumentException refused))
                throw new IllegalStateException(type.getName() + " fails to check itself", thrown.getCause());
            String why = visible(masked(String.valueOf(refused.getMessage())));
            problems.add(about(why, given).orElse(at), why, "", Optional.empty());
            return null;
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(type.getName() + " cannot be made by reflection", closed);
        }
    }

    /** Where the key has its value that a record's own complaint begins with. */
    private static Optional<Place> about(String why, Map<String, Written.Entry> given) {
        return given.entrySet().stream()
                .filter(entry -> why.startsWith(entry.getKey() + " "))
                .map(entry -> entry.getValue().value().at())
                .findFirst();
    }

    private String masked(String why) {
        String masked = why;
        for (String text : filled) masked = environment.mask(masked, text);
        return masked;
    }

    private @Nullable Object mismatch(String label, Shape shape, Written written, Optional<String> meant) {
        problems.add(written.at(), label + " is " + seen(written), shape.allowed(), meant);
        return null;
    }

    private static String seen(Written written) {
        return switch (written) {
            case Written.Text _ -> "'" + quote(written) + "'";
            case Written.Nothing _ -> "nothing";
            case Written.Items _ -> "a list";
            case Written.Keys _ -> "a group of keys";
        };
    }

    private static String quote(Written written) {
        return written instanceof Written.Text text ? quoted(text.text()) : "";
    }

    /** Text that fits in a line of a terminal and cannot break out of it. */
    static String quoted(String text) {
        String line = visible(text);
        return line.codePointCount(0, line.length()) <= LONGEST_QUOTE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }

    /** One line of text, in which what nobody would see goes by its number. */
    static String visible(String text) {
        return INVISIBLE
                .matcher(LINES.matcher(text).replaceAll(" "))
                .replaceAll(found -> "<U+%04X>".formatted(found.group().codePointAt(0)));
    }
}
