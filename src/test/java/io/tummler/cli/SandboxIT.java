package io.tummler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.PackagedProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox that comes with the packaged program. */
class SandboxIT {
    private static final Path PAGE = Path.of("src/main/resources/sandbox/page");

    @TempDir
    Path folder;

    private Process sandbox;
    private BufferedReader said;

    @BeforeEach
    void start() throws IOException {
        sandbox = PackagedProgram.started(
                        List.of(),
                        "sandbox",
                        "--file",
                        folder.resolve("kept.json").toString())
                .redirectError(folder.resolve("err").toFile())
                .start();
        said = new BufferedReader(new InputStreamReader(sandbox.getInputStream(), StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        sandbox.destroyForcibly();
    }

    private static String after(String label, String line) {
        assertThat(line).startsWith(label);
        return line.substring(label.length()).strip();
    }

    @Test
    void it_serves_each_file_of_its_page_and_keeps_what_happened_when_it_is_stopped() throws Exception {
        String page = after("page", said.readLine());
        String rest = after("rest", said.readLine());
        try (HttpClient client = HttpClient.newHttpClient();
                var files = Files.list(PAGE)) {
            for (Path file : files.toList()) {
                var answer = client.send(
                        HttpRequest.newBuilder(URI.create(page + "/" + file.getFileName()))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(file.toString()).isEqualTo(200);
                assertThat(answer.body()).as(file.toString()).isEqualTo(Files.readString(file));
            }
            var asked = HttpRequest.newBuilder(URI.create(rest + "users/@me"))
                    .header("Authorization", "Bot sandbox")
                    .build();
            assertThat(client.send(asked, BodyHandlers.ofString()).body()).contains("\"bot\":true");
        }
        sandbox.destroy();
        assertThat(sandbox.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(folder.resolve("kept.json")).content().contains("\"version\":");
    }
}
