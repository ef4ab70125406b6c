package io.tummler.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tummler.PackagedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged bot as a container runs it: only its data can be written, and a command asks for its health. */
class ContainedIT {
    private static final Pattern AT = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");

    @TempDir
    Path folder;

    private Path temporary;
    private Process bot;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectory(folder.resolve("bot-config"));
        temporary = Files.createDirectory(folder.resolve("tmp"));
        ProcessBuilder command = PackagedProgram.started(List.of(
                        "-Djava.io.tmpdir=" + temporary, "-Dquarkus.http.port=0", "-Dtummler.sandbox.enabled=true"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        command.environment().keySet().removeIf(name -> name.matches("DISCORD_.*|TUMMLER_.*|QUARKUS_.*"));
        bot = command.start();
    }

    @AfterEach
    void kill() {
        bot.destroyForcibly();
    }

    @Test
    void it_tells_its_health_and_writes_nowhere_but_into_its_data() throws Exception {
        await("it is ready")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> health() == 0);
        assertThat(temporary).isEmptyDirectory();
        assertThat(folder.resolve("data")).isNotEmptyDirectory();

        bot.destroy();
        assertThat(bot.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(temporary).isEmptyDirectory();
        assertThat(health()).isEqualTo(1);
    }

    /** The exit code of {@code tummler health}. */
    private int health() throws Exception {
        Matcher where = AT.matcher(Files.readString(folder.resolve("said")));
        if (!where.find()) return 1;
        Process health = PackagedProgram.started(List.of(), "health", "--url", where.group(1) + "/q/health/ready")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("health").toFile())
                .start();
        return health.waitFor();
    }
}
