package io.tummler.cli;

import static io.tummler.cli.TranscriptTest.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.PackagedProgram;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
