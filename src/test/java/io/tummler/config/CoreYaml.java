package io.tummler.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML as editors read it: by the core schema of YAML 1.2, in which {@code no} and {@code 2026-12-31} are texts. */
final class CoreYaml {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CoreYaml() {}

    static JsonNode json(String yaml) {
        return json(new Yaml().compose(new StringReader(yaml)));
    }

    private static JsonNode json(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                ObjectNode object = NODES.objectNode();
                mapping.getValue()
                        .forEach(pair ->
                                object.set(((ScalarNode) pair.getKeyNode()).getValue(), json(pair.getValueNode())));
                yield object;
            }
            case SequenceNode sequence -> {
                ArrayNode array = NODES.arrayNode();
                sequence.getValue().forEach(entry -> array.add(json(entry)));
                yield array;
            }
            case ScalarNode scalar when scalar.isPlain() -> plain(scalar.getValue());
            case ScalarNode scalar -> NODES.textNode(scalar.getValue());
            default -> throw new IllegalArgumentException("no plain YAML: " + node);
        };
    }

    private static JsonNode plain(String text) {
        if (text.matches("|~|null|Null|NULL")) return NODES.nullNode();
        if (text.matches("true|True|TRUE|false|False|FALSE")) return NODES.booleanNode(Boolean.parseBoolean(text));
        if (text.matches("[-+]?\\d+")) return NODES.numberNode(Long.parseLong(text));
        if (text.matches("[-+]?(\\.\\d+|\\d+(\\.\\d*)?)([eE][-+]?\\d+)?"))
            return NODES.numberNode(new BigDecimal(text));
        return NODES.textNode(text);
    }
}
