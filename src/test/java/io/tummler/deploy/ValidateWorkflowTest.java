package io.tummler.deploy;

import static io.tummler.deploy.Yaml.list;
import static io.tummler.deploy.Yaml.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tummler.cli.Commands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The workflow that moderators copy asks nothing of the program that it cannot do, and takes no right that it need not. */
class ValidateWorkflowTest {
    private static final Path FILE = Path.of("docs/validate-workflow.yaml");

    private final JsonNode workflow = Yaml.read(FILE);
    private final JsonNode job = workflow.at("/jobs/validate");
    private final List<JsonNode> steps = list(job.get("steps"));

    private String run() {
        return steps.stream()
                .filter(step -> step.has("run"))
                .map(step -> step.get("run").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_command_that_it_runs_is_one_that_there_is() {
        String[] words = run().split("\"\\$IMAGE\" ")[1].split(" >")[0].split(" ");
        // Throws when anything is left over that the command does not know, or when the value does not fit.
        ParseResult parsed = new CommandLine(Commands.class).parseArgs(words).subcommand();
        assertThat(parsed.matchedOptionValue("--format", (Object) "").toString())
                .isEqualTo("sarif");
        assertThat(parsed.matchedPositionalValue(0, Path.of(""))).isEqualTo(Path.of("bot-config"));
    }

    @Test
    void what_is_uploaded_is_what_was_written_also_when_the_check_failed() {
        JsonNode upload = steps.getLast();
        assertThat(upload.get("uses").asText()).startsWith("github/codeql-action/upload-sarif@");
        assertThat(run()).endsWith("> " + upload.at("/with/sarif_file").asText());
        assertThat(upload.get("if").asText()).isEqualTo("${{ !cancelled() }}");
    }

    @Test
    void it_may_read_the_repository_and_write_the_results_and_nothing_else() {
        assertThat(workflow.get("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
        assertThat(job.get("permissions").toString())
                .isEqualTo("{\"contents\":\"read\",\"security-events\":\"write\"}");
        assertThat(workflow.toString()).doesNotContain("secrets.");
    }

    @Test
    void actions_have_their_major_version_and_checkout_the_one_of_this_project() throws Exception {
        List<String> actions = steps.stream()
                .filter(step -> step.has("uses"))
                .map(step -> step.get("uses").asText())
                .toList();
        assertThat(actions)
                .hasSize(2)
                .allMatch(Pattern.compile("[a-z/-]+@v\\d+").asMatchPredicate());
        assertThat(Files.readString(Path.of(".github/workflows/verify.yml"))).contains("uses: " + actions.getFirst());
    }

    @Test
    void it_runs_when_settings_change() throws Exception {
        // YAML 1.1 takes "on" for true.
        JsonNode on = workflow.get("true");
        for (String event : List.of("pull_request", "push"))
            assertThat(texts(on.get(event).get("paths"))).as(event).containsExactly("bot-config/**");
    }
}
