package io.tummler.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes records of nodes; of everything that does not fit it says where it stands, what it is and what would fit. */
final class Binder {
    private static final int LONGEST_QUOTE = 40;

    private final Problems problems;

    private Binder(Problems problems) {
        this.problems = problems;
    }

    /** A file as a record; null when the problems say why not. Nothing in the file is every default. */
    static @Nullable Record file(Shape.Group group, byte[] file, Problems problems) {
        Node node = YamlText.read(file, problems);
        if (node == null) return null;
        Binder binder = new Binder(problems);
        return nothing(node) ? binder.record(group, List.of(), node) : binder.group("the file", group, node);
    }

    /** One value, written as YAML; null when the problems say why not. */
    static @Nullable Object value(String label, Shape shape, String yaml, Problems problems) {
        Node node = YamlText.read(yaml.getBytes(StandardCharsets.UTF_8), problems);
        return node == null ? null : new Binder(problems).value(label, shape, node);
    }

    private @Nullable Object value(String label, Shape shape, Node node) {
        if (nothing(node)) {
            problems.add(node.getStartMark(), label + " has no value", shape.allowed(), Optional.empty());
            return null;
        }
        return switch (shape) {
            case Shape.Group group -> group(label, group, node);
            case Shape.ListOf list -> list(label, list, node);
            case Shape.Scalar scalar -> scalar(label, scalar, node);
            case Shape.Maybe maybe -> {
                Object inner = value(label, maybe.shape(), node);
                yield inner == null ? null : Optional.of(inner);
            }
        };
    }

    private @Nullable Object scalar(String label, Shape.Scalar shape, Node node) {
        if (!(node instanceof ScalarNode scalar)) return mismatch(label, shape, node, Optional.empty());
        Optional<? extends Object> read = shape.read(scalar.getValue());
        return read.isPresent() ? read.get() : mismatch(label, shape, node, shape.meant(scalar.getValue()));
    }

    private @Nullable Object list(String label, Shape.ListOf shape, Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            boolean entry = node instanceof ScalarNode one
                    && shape.entry() instanceof Shape.Scalar scalar
                    && scalar.read(one.getValue()).isPresent();
            return mismatch(label, shape, node, entry ? Optional.of("[" + quote(node) + "]") : Optional.empty());
        }
        List<Object> entries = new ArrayList<>();
        for (Node child : sequence.getValue()) {
            Object entry = value("an entry of " + label, shape.entry(), child);
            if (entry != null) entries.add(entry);
        }
        return entries.size() == sequence.getValue().size() ? List.copyOf(entries) : null;
    }

    private @Nullable Record group(String label, Shape.Group shape, Node node) {
        if (node instanceof MappingNode mapping) return record(shape, mapping.getValue(), node);
        mismatch(label, shape, node, Optional.empty());
        return null;
    }

    private @Nullable Record record(Shape.Group shape, List<NodeTuple> tuples, Node at) {
        Map<String, Node> given = byName(shape, tuples);
        List<Object> values = new ArrayList<>();
        for (Shape.Key key : shape.keys()) {
            Node node = given.get(key.name());
            Object value = node == null ? missing(key, at) : given(key, node);
            if (value != null) values.add(value);
        }
        return values.size() == shape.keys().size() ? construct(shape.type(), values, at) : null;
    }

    private @Nullable Object missing(Shape.Key key, Node at) {
        if (key.required())
            problems.add(
                    at.getStartMark(),
                    "'" + key.name() + "' is missing",
                    key.shape().allowed() + ": " + key.meaning(),
                    Optional.empty());
        return key.fallback();
    }

    private @Nullable Object given(Shape.Key key, Node node) {
        String label = "'" + key.name() + "'";
        if (key.required() || !nothing(node)) return value(label, key.shape(), node);
        problems.add(
                node.getStartMark(),
                label + " has no value",
                key.shape().allowed() + ", or leave the key out",
                Optional.empty());
        return null;
    }

    private Map<String, Node> byName(Shape.Group shape, List<NodeTuple> tuples) {
        Map<String, Node> keys = new HashMap<>();
        Map<String, Node> values = new HashMap<>();
        for (NodeTuple tuple : tuples) {
            Node key = tuple.getKeyNode();
            String name = key instanceof ScalarNode scalar ? scalar.getValue() : seen(key);
            Node first = keys.putIfAbsent(name, key);
            if (first != null)
                problems.add(
                        key.getStartMark(),
                        "'" + quoted(name) + "' stands here again, first in line "
                                + (first.getStartMark().getLine() + 1),
                        "each key once",
                        Optional.empty());
            else if (shape.names().contains(name)) values.put(name, tuple.getValueNode());
            else
                problems.add(
                        key.getStartMark(),
                        "there is no key '" + quoted(name) + "'",
                        "one of " + String.join(", ", shape.names()),
                        problems.full() ? Optional.empty() : Suggestion.of(name, shape.names()));
        }
        return values;
    }

    private @Nullable Record construct(Class<? extends Record> type, List<Object> values, Node at) {
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
            problems.add(at.getStartMark(), String.valueOf(refused.getMessage()), "", Optional.empty());
            return null;
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(type.getName() + " cannot be made by reflection", closed);
        }
    }

    private @Nullable Object mismatch(String label, Shape shape, Node node, Optional<String> meant) {
        problems.add(node.getStartMark(), label + " is " + seen(node), shape.allowed(), meant);
        return null;
    }

    private static boolean nothing(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getTag().equals(Tag.NULL);
    }

    private static String seen(Node node) {
        return switch (node) {
            case ScalarNode _ -> "'" + quote(node) + "'";
            case SequenceNode _ -> "a list";
            default -> "a group of keys";
        };
    }

    private static String quote(Node node) {
        return node instanceof ScalarNode scalar ? quoted(scalar.getValue()) : "";
    }

    /** Text that fits in a line of a terminal and cannot break out of it. */
    private static String quoted(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_QUOTE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
