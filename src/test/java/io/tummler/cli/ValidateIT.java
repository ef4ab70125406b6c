package io.tummler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.PackagedProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a moderator runs it, who has the program and a folder, and neither a token nor a key. */
class ValidateIT {
    @TempDir
    Path folder;

    @Test
    void what_ships_is_all_right() throws Exception {
        PackagedProgram.End end =
                validate(Path.of("bot-config").toAbsolutePath().toString());
        assertThat(end.said()).singleElement().asString().endsWith("bot-config is all right: 6 files");
        assertThat(end.exitCode()).isZero();
    }

    @Test
    void the_folder_of_the_bot_is_told_about_although_the_bot_would_not_start_with_it() throws Exception {
        Files.createDirectory(folder.resolve("bot-config"));
        Files.writeString(folder.resolve("bot-config/introductions.yaml"), "weekly-cap: 25\n");

        PackagedProgram.End end = validate();
        assertThat(end.said())
                .containsExactly(
                        "bot-config/introductions.yaml:1:13: 'weekly-cap' is '25' - a whole number from 1 to 20",
                        "1 problem in 1 file");
        assertThat(end.exitCode()).isEqualTo(1);
    }

    private PackagedProgram.End validate(String... dir) throws Exception {
        String[] arguments = new String[dir.length + 1];
        arguments[0] = "validate";
        System.arraycopy(dir, 0, arguments, 1, dir.length);
        return PackagedProgram.end(folder, List.of(), arguments);
    }
}
