package io.tummler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.Tummler;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox as a process of its own, as an operator starts and stops it. */
class SandboxCommandTest {
    /** What a JVM that was asked to end ends with. */
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    Path folder;

    private Process process;

    @AfterEach
    void end() {
        if (process != null) process.destroyForcibly();
    }

    private Process start(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Tummler.class.getName(),
                "sandbox"));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .start();
        return process;
    }

    @Test
    @Timeout(60)
    void it_prints_where_it_is_and_keeps_what_happened_when_it_is_stopped() throws Exception {
        Path file = folder.resolve("state.json");
        start("--guilds", "2", "--token", "secret", "--file", file.toString());
        Map<String, String> printed = new LinkedHashMap<>();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        while (printed.size() < 4) {
            String[] line = out.readLine().split(" +", 2);
            printed.put(line[0], line[1]);
        }

        assertThat(printed.keySet()).containsExactly("page", "rest", "gateway", "token");
        assertThat(printed.get("token")).isEqualTo("secret");
        assertThat(printed.get("gateway")).startsWith("ws://127.0.0.1:");
        assertThat(get(printed.get("page"), "")).contains("<html");
        assertThat(get(printed.get("rest") + "users/@me/guilds", "Bot secret")).contains("Guild 2");

        process.destroy();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(Files.readString(file)).contains("\"version\":");
    }

    @Test
    @Timeout(60)
    void what_makes_no_sense_ends_with_2_and_one_that_is_no_number_too() throws Exception {
        assertThat(start("--guilds", "0").waitFor()).isEqualTo(2);
        assertThat(start("--port", "70000").waitFor()).isEqualTo(2);
        assertThat(start("--port", "near").waitFor()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("err"))).contains("'near' is not an int", "Usage: tummler sandbox");
    }

    private static String get(String url, String authorization) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url));
            if (!authorization.isEmpty()) request.header("Authorization", authorization);
            return http.send(request.build(), BodyHandlers.ofString()).body();
        }
    }
}
