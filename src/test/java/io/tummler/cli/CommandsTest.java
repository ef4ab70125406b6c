package io.tummler.cli;

import static io.tummler.cli.TranscriptTest.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command line does before anything starts. */
class CommandsTest {
    private final PrintStream stdout = System.out;
    private final PrintStream stderr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @AfterEach
    void give_the_streams_back() {
        System.setOut(stdout);
        System.setErr(stderr);
    }

    @Test
    void help_and_version_are_no_mistakes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: tummler", "replay");
        assertThat(run("replay", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "Usage: tummler replay",
                        "--html=FILE",
                        "--config=DIR",
                        "--against=DIR",
                        "--guild=ID",
                        "Exit codes:");
        assertThat(run("--version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("tummler ");
    }

    @Test
    void a_command_line_that_makes_no_sense_ends_with_2() {
        assertThat(run("reply")).isEqualTo(2);
        assertThat(run("replay")).isEqualTo(2);
        assertThat(run("replay", "a", "b")).isEqualTo(2);
        assertThat(run("replay", "--loud", "a")).isEqualTo(2);
    }

    @Test
    void a_file_that_is_no_transcript_ends_with_2_and_one_line() throws Exception {
        assertThat(run("replay", folder.resolve("missing").toString())).isEqualTo(2);
        assertThat(run("replay", Files.createFile(folder.resolve("empty")).toString()))
                .isEqualTo(2);
        assertThat(run(
                        "replay",
                        Files.writeString(folder.resolve("chat.txt"), "ada: hi").toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        folder.resolve("missing") + " does not exist.",
                        folder.resolve("empty") + " is empty.",
                        folder.resolve("chat.txt")
                                + " is neither JSON lines (one message a line) nor JSON of DiscordChatExporter, plain or"
                                + " gzipped.");
    }

    @Test
    void what_is_no_regular_file_and_could_be_read_only_once_is_refused() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThat(run("replay", pipe.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(pipe + " is no file, such as a pipe; write the transcript into a file and name that.\n");
    }

    @Test
    void a_page_or_a_config_in_no_folder_ends_with_2_before_anything_runs() throws Exception {
        String transcript = resource("baking.jsonl").toString();
        String page = folder.resolve("missing").resolve("page.html").toString();
        String config = folder.resolve("nothing").toString();
        assertThat(run("replay", transcript, "--html", page)).isEqualTo(2);
        assertThat(run("replay", transcript, "--config", config)).isEqualTo(2);
        assertThat(run("replay", transcript, "--against", config)).isEqualTo(2);
        assertThat(run("replay", transcript, "--guild", "corner-yard")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "There is no folder to write " + page + " into.",
                        config + " is no folder.",
                        config + " is no folder.",
                        "--guild takes a community's id, of 17 to 20 digits: corner-yard");
    }

    private int run(String... args) {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        return Commands.run(args);
    }
}
