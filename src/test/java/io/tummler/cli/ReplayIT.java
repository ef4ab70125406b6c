package io.tummler.cli;

import static io.tummler.cli.TranscriptTest.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.PackagedProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay as an operator runs it: the packaged program with its own engines and the settings that it ships with. */
class ReplayIT {
    private static final Pattern COST = Pattern.compile("Took .* of heap\\.");

    @TempDir
    Path folder;

    @Test
    void a_transcript_becomes_a_report_as_text_and_as_a_page() throws Exception {
        Path page = folder.resolve("page.html");
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process replay = PackagedProgram.started(
                        List.of(), "replay", resource("baking.jsonl").toString(), "--html", page.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(replay.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            replay.destroyForcibly();
        }
        assertThat(err).isEmptyFile();
        assertThat(replay.exitValue()).isZero();
        String report = Files.readAllLines(out).stream()
                .map(line -> COST.matcher(line).replaceFirst("Took some time and heap."))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(report).isEqualTo(Files.readString(resource("baking.engines.txt")));
        assertThat(Files.readString(page))
                .startsWith("<!doctype html>")
                .contains(
                        "baking.jsonl",
                        "sourdough starter and patience",
                        "Questions unanswered after 24 hours",
                        "</html>");
    }

    @Test
    void two_configurations_are_compared_above_the_report_of_the_proposed_one() throws Exception {
        String shipped = Path.of("bot-config").toAbsolutePath().toString();
        Files.writeString(Files.createDirectory(folder.resolve("quiet")).resolve("listening.yaml"), "enabled: false\n");
        PackagedProgram.End end = replay("--against", shipped, "--config", "quiet");
        assertThat(end.said())
                .containsSubsequence(
                        "What would change",
                        "  from " + shipped + " (--against)",
                        "  to   quiet (--config)",
                        "  introductions                         2          0         -2",
                        "Introductions lost, only under --against: 2",
                        "  Corner Oven, Bake one loaf with our new s\u2026  fewer than 5             -    gone",
                        "Replay of yard.jsonl",
                        "Settings: quiet",
                        "  messages                8");
        assertThat(end.exitCode()).isZero();
    }

    @Test
    void mistakes_in_either_folder_are_told_by_line_and_nothing_is_replayed() throws Exception {
        Files.createDirectory(folder.resolve("good"));
        Files.writeString(
                Files.createDirectory(folder.resolve("bad")).resolve("introductions.yaml"), "weekly-cap: 25\n");
        for (PackagedProgram.End end :
                List.of(replay("--config", "bad"), replay("--against", "bad", "--config", "good"))) {
            assertThat(end.said())
                    .containsExactly("bad/introductions.yaml:1:13: 'weekly-cap' is '25' - a whole number from 1 to 20");
            assertThat(end.exitCode()).isEqualTo(2);
        }
    }

    private PackagedProgram.End replay(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("replay", resource("yard.jsonl").toAbsolutePath().toString()));
        arguments.addAll(List.of(options));
        return PackagedProgram.end(folder, List.of(), arguments.toArray(String[]::new));
    }
}
