package io.tummler.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The files of {@code deploy/}, to be asked by JSON pointers. */
final class Yaml {
    static final Path FOLDER = Path.of("deploy");

    private Yaml() {}

    static JsonNode read(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            return new JsonMapper()
                    .convertValue(new org.yaml.snakeyaml.Yaml().<Map<String, Object>>load(text), JsonNode.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<JsonNode> list(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false).toList();
    }

    static List<String> texts(JsonNode nodes) {
        return list(nodes).stream().map(JsonNode::asText).toList();
    }
}
