package io.tummler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tummler.Tummler;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** What a container's health check says of a bot, here a small server that answers what the test wants. */
@Timeout(30)
class HealthCommandTest {
    private final StringWriter err = new StringWriter();
    private final CountDownLatch over = new CountDownLatch(1);

    private HttpServer bot;

    @BeforeEach
    void start() throws IOException {
        bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bot.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        bot.stop(0);
    }

    @Test
    void a_bot_that_is_ready_ends_with_0_and_no_word() {
        answers(200, "{\"status\": \"UP\", \"checks\": [{\"name\": \"gateway\", \"status\": \"UP\"}]}");
        assertThat(health()).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_bot_that_is_not_ready_names_what_is_down_and_what_that_says() {
        answers(503, """
                {"status": "DOWN", "checks": [
                  {"name": "gateway", "status": "DOWN", "data": {"shard 2": "connecting"}},
                  {"name": "outbox", "status": "UP"},
                  {"name": "Database connections health check", "status": "DOWN"}]}
                """);
        assertThat(health()).isEqualTo(1);
        assertThat(err)
                .hasToString("The bot is not ready: gateway {\"shard 2\":\"connecting\"},"
                        + " Database connections health check.\n");
    }

    @Test
    void somebody_else_on_the_port_is_no_bot_whatever_the_answer_and_redirects_lead_nowhere() {
        answers(200, "<html>It works</html>");
        assertThat(health()).isEqualTo(1);
        assertThat(err)
                .hasToString(url() + " answers (HTTP 200), but not as a bot tells its health;"
                        + " name the bot's port in QUARKUS_HTTP_PORT, or the whole address with --url.\n");
        bot.createContext("/moved", http -> {
            http.getResponseHeaders().set("Location", "/q/health/ready");
            http.sendResponseHeaders(302, -1);
            http.close();
        });
        assertThat(run("--url", url().replace("/q/health/ready", "/moved"))).isEqualTo(1);
        assertThat(run("--url", url().replace("/q/health/ready", "/nowhere"))).isEqualTo(1);
    }

    @Test
    void nobody_on_the_port_is_said_in_one_line() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(run("--url", "http://127.0.0.1:" + free + "/q/health/ready")).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("No bot answers at http://127.0.0.1:" + free + "/q/health/ready: Connection refused.")
                .contains("QUARKUS_HTTP_PORT");
    }

    @Test
    void a_bot_that_keeps_silent_is_not_waited_for() {
        bot.createContext("/", http -> {
            try {
                over.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(health()).isEqualTo(1);
        assertThat(err).hasToString("The bot does not answer in time at " + url() + ".\n");
    }

    @Test
    void what_is_no_address_of_http_ends_with_2() {
        for (String wrong :
                new String[] {"near", "ftp://127.0.0.1/q", "http://127.0.0.1:near/q", "http:///q", "file:///etc/hosts"
                }) {
            assertThat(run("--url", wrong)).as(wrong).isEqualTo(2);
            assertThat(err.toString()).as(wrong).contains(wrong + " is no address of http");
        }
    }

    @Test
    void unless_it_is_told_otherwise_it_asks_at_the_bots_port_on_this_machine() throws Exception {
        answers(200, "{\"status\": \"UP\"}");
        assertThat(process(String.valueOf(bot.getAddress().getPort()))).isZero();
        assertThat(process("near")).isEqualTo(2);
    }

    /** How it ends as a process of its own, which alone can be given another environment. */
    private static int process(String port) throws Exception {
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tummler.class.getName(),
                        "health")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD);
        command.environment().put("QUARKUS_HTTP_PORT", port);
        return command.start().waitFor();
    }

    private void answers(int status, String body) {
        bot.createContext("/q/health/ready", http -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            http.sendResponseHeaders(status, bytes.length);
            http.getResponseBody().write(bytes);
            http.close();
        });
    }

    private String url() {
        return "http://127.0.0.1:" + bot.getAddress().getPort() + "/q/health/ready";
    }

    private int health() {
        return run("--url", url());
    }

    private int run(String... args) {
        return new CommandLine(new HealthCommand()).setErr(new PrintWriter(err)).execute(args);
    }
}
