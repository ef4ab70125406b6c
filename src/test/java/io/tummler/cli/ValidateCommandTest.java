package io.tummler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.tummler.config.Problem;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a moderator reads, and a pull request shows, of a folder of settings. */
@QuarkusTest
class ValidateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Inject
    CommandLine.IFactory beans;

    @TempDir
    Path folder;

    @BeforeEach
    void a_folder_without_a_mistake() throws IOException {
        write("matching.yaml", "minimum-score: 0.4\n");
        write("brands/mill.yaml", "name: The Mill\nabout: Flour.\ntasks: []\n");
        write(".schema/matching.yaml", "no settings");
        write("README.md", "for people");
    }

    @Test
    void a_folder_that_the_bot_would_take_ends_with_0_and_tells_what_was_read() {
        assertThat(validate(folder.toString())).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(err).hasToString(folder + " is all right: 2 files\n");
    }

    @Test
    void everything_wrong_is_told_at_once_by_file_line_and_column() throws IOException {
        write("matching.yaml", "offers-last: 3 dayz\nminimum-score: 2\n");
        write("zzz.yaml", "");
        write("introductions.yaml", "weekly-cap: 25\n");

        assertThat(validate(folder.toString())).isEqualTo(1);
        assertThat(out.toString().replace(folder.toString(), "bot-config").lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo(
                                        "bot-config/introductions.yaml:1:13: 'weekly-cap' is '25' - a whole number from 1"
                                                + " to 20"),
                        line -> assertThat(line)
                                .startsWith("bot-config/matching.yaml:1:14:")
                                .endsWith("'3 days'?"),
                        line -> assertThat(line).startsWith("bot-config/matching.yaml:2:16:"),
                        line -> assertThat(line).startsWith("bot-config/zzz.yaml:1:1:"));
        assertThat(err).hasToString("4 problems in 3 files\n");
    }

    @Test
    void one_is_not_several() throws IOException {
        write("introductions.yaml", "weekly-cap: 25\n");
        assertThat(validate(folder.toString())).isEqualTo(1);
        assertThat(err).hasToString("1 problem in 1 file\n");
    }

    @Test
    void json_has_the_parts_of_each_problem() throws IOException {
        write("matching.yaml", "minimum-scor\u00e9: 1\nminimum-score: 2\n");

        assertThat(validate("--format", "json", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).matches("\\p{ASCII}*\n");
        JsonNode problems = new JsonMapper().readTree(out.toString());
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0))
                .isEqualTo(new JsonMapper().readTree("""
                {"file": "%s", "line": 1, "column": 1, "what": "there is no key 'minimum-scor\u00e9'",
                 "allowed": "one of minimum-score, needs-last, offers-last, trades, conflicts, same-trade,\
                 never-together, minors-role, statements-a-day", "meant": "minimum-score"}
                """.formatted(folder.resolve("matching.yaml"))));
        assertThat(problems.get(1).get("meant").isNull()).isTrue();
    }

    @Test
    void json_of_nothing_wrong_is_an_empty_array_and_sarif_a_run_without_results() throws IOException {
        assertThat(validate("--format", "json", folder.toString())).isZero();
        assertThat(new JsonMapper().readTree(out.toString())).isEmpty();
        out.getBuffer().setLength(0);
        assertThat(validate("--format", "sarif", folder.toString())).isZero();
        JsonNode results = new JsonMapper().readTree(out.toString()).at("/runs/0/results");
        assertThat(results.isArray()).isTrue();
        assertThat(results).isEmpty();
    }

    @Test
    void sarif_names_files_as_the_repository_does() throws IOException {
        Path root = folder.resolve("a repository");
        List<Problem> problems = List.of(
                new Problem(root + "/bot config/m\u00fchle.yaml", 3, 7, "a \u00fc", "b", Optional.of("c")),
                new Problem(folder + "/elsewhere.yaml", 1, 1, "d", "", Optional.empty()));

        JsonNode run =
                new JsonMapper().readTree(ProblemsAsJson.sarif(problems, root)).at("/runs/0");

        assertThat(run.get("columnKind").asText()).isEqualTo("unicodeCodePoints");
        assertThat(run.at("/tool/driver/name").asText()).isEqualTo("Tummler");
        JsonNode rule = run.at("/tool/driver/rules/0");
        for (String text : List.of("shortDescription", "fullDescription", "help"))
            assertThat(rule.get(text).get("text").asText()).as(text).isNotBlank();
        JsonNode first = run.at("/results/0");
        assertThat(first.get("ruleId")).isEqualTo(rule.get("id"));
        assertThat(first.get("level").asText()).isEqualTo("error");
        assertThat(first.at("/message/text").asText()).isEqualTo("a \u00fc - b - did you mean 'c'?");
        assertThat(first.at("/locations/0/physicalLocation")).isEqualTo(new JsonMapper().readTree("""
                {"artifactLocation": {"uri": "bot%20config/m%C3%BChle.yaml"},
                 "region": {"startLine": 3, "startColumn": 7}}
                """));
        assertThat(run.at("/results/1/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo(folder.resolve("elsewhere.yaml").toUri().toString());
    }

    @Test
    void no_such_folder_and_no_such_format_are_mistakes_of_the_command_line() {
        assertThat(validate(folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err).hasToString(folder.resolve("nowhere") + " is no folder.\n");
        assertThat(validate(folder.resolve("README.md").toString())).isEqualTo(2);
        assertThat(validate("--format", "xml", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("expected one of [text, json, sarif]");
        assertThat(validate(folder.toString(), folder.toString())).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    private int validate(String... args) {
        return new CommandLine(ValidateCommand.class, beans)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
