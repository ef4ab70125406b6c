package io.tummler.config;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * The plain part of YAML: one document of keys, lists and values, every one with its place. Tags, aliases, deep nesting and
 * keys that stand twice are refused, the first three before anything is built of them, so that no file can make objects or
 * blow itself up.
 */
final class YamlText {
    static final int MOST_BYTES = 1 << 20;
    private static final int MOST_DEPTH = 16;

    private YamlText() {}

    /** What the bytes say, an empty value if nothing; null when they cannot be read and the problems say why. */
    static @Nullable Written read(byte[] bytes, Problems problems) {
        if (bytes.length > MOST_BYTES) {
            problems.add("the file is too large", "at most " + MOST_BYTES + " bytes", Optional.empty());
            return null;
        }
        String text = decoded(bytes, problems);
        return text == null || !printable(text, problems) ? null : composed(text, problems);
    }

    private static @Nullable String decoded(byte[] bytes, Problems problems) {
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        var outcome = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), characters, true);
        String text = characters.flip().toString();
        if (outcome.isError()) {
            addAtEnd(text, problems, "a byte that is no UTF-8", "text saved as UTF-8");
            return null;
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean printable(String text, Problems problems) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (StreamReader.isPrintable(character)) continue;
            String name = "U+%04X".formatted(character);
            addAtEnd(text.substring(0, at), problems, "the invisible character " + name, "letters that can be seen");
            return false;
        }
        return true;
    }

    private static void addAtEnd(String before, Problems problems, String what, String allowed) {
        int lineStart = before.lastIndexOf('\n') + 1;
        int line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        int column = 1 + before.codePointCount(lineStart, before.length());
        problems.add(new Place(problems.file(), line, column), what, allowed, Optional.empty());
    }

    private static @Nullable Written composed(String text, Problems problems) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        try {
            if (!plain(yaml.parse(new StringReader(text)), problems)) return null;
            Node node = yaml.compose(new StringReader(text));
            return node == null ? Written.nothing(problems.file()) : written(node, problems);
        } catch (MarkedYAMLException syntax) {
            addSyntax(syntax, problems);
        } catch (RuntimeException parser) {
            // The parser lets through what the JDK throws at it, such as a NumberFormatException of half an escape.
            problems.add("this is no YAML: " + parser.getMessage(), "lines of 'key: value'", Optional.empty());
        }
        return null;
    }

    private static Written written(Node node, Problems problems) {
        Place at = problems.place(node.getStartMark());
        return switch (node) {
            case ScalarNode scalar -> new Written.Text(at, scalar.getValue(), nothing(scalar));
            case SequenceNode sequence ->
                new Written.Items(
                        at,
                        sequence.getValue().stream()
                                .map(entry -> written(entry, problems))
                                .toList());
            case MappingNode mapping -> new Written.Keys(at, entries(mapping, problems));
            default -> throw new IllegalStateException("the parser made a " + node.getClass());
        };
    }

    private static boolean nothing(ScalarNode scalar) {
        return scalar.isPlain() && scalar.getTag().equals(Tag.NULL);
    }

    private static Map<String, Written.Entry> entries(MappingNode mapping, Problems problems) {
        Map<String, Written.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            String name = switch (key) {
                case ScalarNode scalar -> scalar.getValue();
                case SequenceNode _ -> "a list";
                default -> "a group of keys";
            };
            Place at = problems.place(key.getStartMark());
            Written.Entry first =
                    entries.putIfAbsent(name, new Written.Entry(at, written(tuple.getValueNode(), problems)));
            if (first != null)
                problems.add(
                        at,
                        "'" + Binder.quoted(name) + "' stands here again, first in line "
                                + first.at().line(),
                        "each key once",
                        Optional.empty());
        }
        return entries;
    }

    private static void addSyntax(MarkedYAMLException syntax, Problems problems) {
        Mark at = syntax.getProblemMark();
        if (at != null && at.getPointer() < at.getBuffer().length && at.getBuffer()[at.getPointer()] == '\t')
            problems.add(problems.place(at), "a tab", "spaces to indent with", Optional.empty());
        else
            problems.add(
                    problems.place(at),
                    "this is no YAML: " + syntax.getProblem(),
                    "lines of 'key: value', and what belongs to a key indented by spaces",
                    Optional.empty());
    }

    private static boolean plain(Iterable<Event> events, Problems problems) {
        int documents = 0;
        int depth = 0;
        for (Event event : events) {
            if (event instanceof DocumentStartEvent) documents++;
            if (event instanceof CollectionStartEvent) depth++;
            if (event instanceof CollectionEndEvent) depth--;
            Refusal refusal = refusal(event, documents, depth);
            if (refusal == null) continue;
            problems.add(problems.place(event.getStartMark()), refusal.what, refusal.allowed, Optional.empty());
            return false;
        }
        return true;
    }

    private static @Nullable Refusal refusal(Event event, int documents, int depth) {
        if (documents > 1) return new Refusal("a second document", "one document in a file, without '---'");
        if (depth > MOST_DEPTH) return new Refusal("this is nested too deeply", "at most " + MOST_DEPTH + " levels");
        return switch (event) {
            case AliasEvent alias -> new Refusal("the alias '*" + alias.getAnchor() + "'", "the value, written out");
            case ScalarEvent value when value.getTag() != null -> tag(value.getTag());
            case CollectionStartEvent start when start.getTag() != null -> tag(start.getTag());
            default -> null;
        };
    }

    private static Refusal tag(String tag) {
        return new Refusal("the tag '" + tag.replace(Tag.PREFIX, "!!") + "'", "values without tags");
    }

    private record Refusal(String what, String allowed) {}
}
