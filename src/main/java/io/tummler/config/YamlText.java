package io.tummler.config;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The plain part of YAML: one document of keys, lists and values, every one with its place. Tags, aliases, anchors, deep
 * nesting and keys that stand twice or merge others are refused, the first four before anything is built of them, so that
 * no file can make objects or blow itself up.
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
        String text = PlainText.read(bytes, problems);
        return text == null ? null : composed(text, problems);
    }

    private static @Nullable Written composed(String text, Problems problems) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        try {
            if (!plain(text, yaml.parse(new StringReader(text)), problems)) return null;
            Node node = yaml.compose(new StringReader(text));
            return node == null ? Written.nothing(problems.file()) : new Reader(Lines.of(text), problems).written(node);
        } catch (RuntimeException parser) {
            // The parser lets through what the JDK throws at it, such as a NumberFormatException of half an escape.
            problems.add(
                    "this is no YAML: " + Binder.visible(String.valueOf(parser.getMessage())),
                    "lines of 'key: value'",
                    Optional.empty());
        }
        return null;
    }

    /** Makes of nodes what they say. */
    private record Reader(Lines lines, Problems problems) {
        Written written(Node node) {
            Place at = problems.place(node.getStartMark());
            return switch (node) {
                case ScalarNode scalar when isNothing(scalar) -> new Written.Nothing(at, comment(scalar));
                case ScalarNode scalar -> new Written.Text(at, scalar.getValue());
                case SequenceNode sequence ->
                    new Written.Items(
                            at, sequence.getValue().stream().map(this::written).toList());
                case MappingNode mapping -> new Written.Keys(at, entries(mapping));
                default -> throw new IllegalStateException("the parser made a " + node.getClass());
            };
        }

        private static boolean isNothing(ScalarNode scalar) {
            return scalar.isPlain() && scalar.getTag().equals(Tag.NULL);
        }

        /** What stands in its line instead, where it is a comment. */
        private String comment(ScalarNode nothing) {
            if (!nothing.getValue().isEmpty()) return "";
            String rest = lines.ahead(lines.spot(nothing.getEndMark())).strip();
            return rest.startsWith("#") ? rest : "";
        }

        private Map<String, Written.Entry> entries(MappingNode mapping) {
            Map<String, Written.Entry> entries = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                Node key = tuple.getKeyNode();
                Place at = problems.place(key.getStartMark());
                if (key.getTag().equals(Tag.MERGE)) {
                    problems.add(at, "'<<' merges keys, which is not taken", "the keys, written out", Optional.empty());
                    continue;
                }
                String name = switch (key) {
                    case ScalarNode scalar -> scalar.getValue();
                    case SequenceNode _ -> "a list";
                    default -> "a group of keys";
                };
                Written.Entry first = entries.putIfAbsent(name, new Written.Entry(at, written(tuple.getValueNode())));
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
    }

    private static boolean plain(String text, Iterable<Event> events, Problems problems) {
        int documents = 0;
        int depth = 0;
        Event last = null;
        try {
            for (Event event : events) {
                if (event instanceof DocumentStartEvent) documents++;
                if (event instanceof CollectionStartEvent) depth++;
                if (event instanceof CollectionEndEvent) depth--;
                Refusal refusal = refusal(event, documents, depth);
                if (refusal != null) {
                    problems.add(problems.place(event.getStartMark()), refusal.what, refusal.allowed, Optional.empty());
                    return false;
                }
                last = event;
            }
            return true;
        } catch (MarkedYAMLException refused) {
            problems.add(new Syntax(problems.file(), text, refused, last).explained());
            return false;
        }
    }

    private static @Nullable Refusal refusal(Event event, int documents, int depth) {
        if (documents > 1) return new Refusal("a second document", "one document in a file, without '---'");
        if (depth > MOST_DEPTH) return new Refusal("this is nested too deeply", "at most " + MOST_DEPTH + " levels");
        return switch (event) {
            case AliasEvent alias -> named("alias '*", alias);
            case NodeEvent node when node.getAnchor() != null -> named("anchor '&", node);
            case ScalarEvent value when value.getTag() != null -> tag(value.getTag());
            case CollectionStartEvent start when start.getTag() != null -> tag(start.getTag());
            default -> null;
        };
    }

    private static Refusal named(String kind, NodeEvent node) {
        return new Refusal(
                "the " + kind + Binder.quoted(node.getAnchor()) + "'",
                "the value, written out wherever it holds; text that begins so, in quotes");
    }

    private static Refusal tag(String tag) {
        return new Refusal(
                "the tag '" + Binder.quoted(tag.replace(Tag.PREFIX, "!!")) + "'",
                "values without tags; text that begins so, in quotes");
    }

    private record Refusal(String what, String allowed) {}
}
