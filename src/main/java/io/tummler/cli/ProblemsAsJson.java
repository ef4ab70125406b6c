package io.tummler.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tummler.config.Problem;
import java.nio.file.Path;
import java.util.List;

/** Problems for programs, in letters that no terminal's encoding spoils. */
final class ProblemsAsJson {
    private static final ObjectWriter PRETTY = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .writerFor(JsonNode.class)
            .withDefaultPrettyPrinter();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** There is one: what a folder of settings must be does not come in parts that could be switched off. */
    private static final String RULE = "bot-config";

    private ProblemsAsJson() {}

    /** An array of objects with the components of {@link Problem}; {@code meant} is null when nothing suggests itself. */
    static String list(List<Problem> problems) {
        ArrayNode list = NODES.arrayNode();
        for (Problem problem : problems)
            list.addObject()
                    .put("file", problem.file())
                    .put("line", problem.line())
                    .put("column", problem.column())
                    .put("what", problem.what())
                    .put("allowed", problem.allowed())
                    .put("meant", problem.meant().orElse(null));
        return written(list);
    }

    /**
     * SARIF 2.1.0, with all that GitHub's code scanning asks for.
     *
     * @param root files in it are named relative to it, others by their whole address
     */
    static String sarif(List<Problem> problems, Path root) {
        ObjectNode log = NODES.objectNode()
                .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Tummler");
        Version.number().ifPresent(number -> driver.put("version", number));
        driver.putArray("rules").add(rule());
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        for (Problem problem : problems) results.add(result(problem, root));
        return written(log);
    }

    private static ObjectNode rule() {
        ObjectNode rule = NODES.objectNode().put("id", RULE).put("name", "BotConfig");
        rule.putObject("shortDescription").put("text", "Settings that the bot cannot take");
        rule.putObject("fullDescription")
                .put("text", "The bot takes a folder of settings as a whole, or keeps to the one that it has.");
        rule.putObject("help")
                .put("text", "The message says what is wrong, what is allowed there and what was probably meant.");
        rule.putObject("defaultConfiguration").put("level", "error");
        return rule;
    }

    private static ObjectNode result(Problem problem, Path root) {
        ObjectNode result =
                NODES.objectNode().put("ruleId", RULE).put("ruleIndex", 0).put("level", "error");
        result.putObject("message").put("text", problem.message());
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", uri(Path.of(problem.file()), root));
        place.putObject("region").put("startLine", problem.line()).put("startColumn", problem.column());
        return result;
    }

    private static String uri(Path file, Path root) {
        return root.toAbsolutePath()
                .normalize()
                .toUri()
                .relativize(file.toAbsolutePath().normalize().toUri())
                .toString();
    }

    private static String written(JsonNode json) {
        try {
            // The default is the system's line end.
            return PRETTY.writeValueAsString(json).replace("\r\n", "\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers", impossible);
        }
    }
}
