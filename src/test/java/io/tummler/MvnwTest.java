package io.tummler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that finds what the build needs, on a machine made up of fakes. */
class MvnwTest {
    @TempDir
    Path machine;

    @Test
    void what_an_older_maven_can_not_fetch_comes_from_the_archive_and_is_checked_all_the_same() throws Exception {
        program("mvn", "[ \"$1\" = -v ] && echo 'Apache Maven 3.8.7' && exit; echo 'no mirror knows it' >&2; exit 1");
        program("curl", "while [ $# -gt 0 ]; do [ \"$1\" = -o ] && echo 'other bytes' > \"$2\"; shift; done");
        assertThat(mvnw())
                .contains("Maven 3.8.7 is older than 3.9; fetching Maven", "https://archive.apache.org/dist/maven/")
                .contains("refused", "its SHA-512 is not the pinned one");
    }

    @Test
    void what_can_not_be_fetched_from_anywhere_is_told_with_what_was_said_about_it() throws Exception {
        program("mvn", "[ \"$1\" = -v ] && echo 'Apache Maven 3.8.7' && exit; echo 'no mirror knows it' >&2; exit 1");
        program("curl", "echo 'no such host' >&2; exit 6");
        assertThat(mvnw()).contains("no mirror knows it", "no such host", "could not fetch Maven", "settings.xml");
    }

    private void program(String name, String does) throws IOException {
        Path file = Files.createDirectories(machine.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What it says until it gives up. */
    private String mvnw() throws Exception {
        Path said = machine.resolve("said");
        var command = new ProcessBuilder("sh", Path.of("mvnw").toAbsolutePath().toString(), "-v")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        command.environment().merge("PATH", machine.resolve("bin").toString(), (path, first) -> first + ":" + path);
        command.environment().put("MAVEN_USER_HOME", machine.resolve("m2").toString());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process mvnw = command.start();
        try {
            assertThat(mvnw.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            mvnw.destroyForcibly();
        }
        assertThat(mvnw.exitValue()).isNotZero();
        return Files.readString(said, StandardCharsets.UTF_8);
    }
}
