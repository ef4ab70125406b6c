package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody takes it for Discord, and nobody comes in from outside. */
class SandboxDoorTest {
    private static final String WARNING = "This is <not> Discord";

    private final HttpClient http = HttpClient.newHttpClient();

    private String page(Sandbox sandbox) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(sandbox.pageUrl())).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void the_page_says_on_top_what_it_is_warned_of_and_else_nothing() throws Exception {
        try (Sandbox warned = Sandbox.start(SandboxOptions.defaults().withWarning(WARNING));
                Sandbox plain = Sandbox.start(SandboxOptions.defaults())) {
            assertThat(page(warned))
                    .containsPattern(
                            "<body[^>]*><p id=\"warning\" role=\"alert\"[^>]*>" + "This is &lt;not> Discord</p>");
            assertThat(page(plain)).doesNotContain("id=\"warning\"");
        }
    }

    /** A server that listens everywhere may serve the page too, as Quarkus does when an operator opens it. */
    @Test
    void whoever_comes_from_another_machine_is_refused_wherever_the_page_is_served() throws Exception {
        Optional<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(it -> it instanceof Inet4Address && !it.isLoopbackAddress())
                .findFirst();
        assumeTrue(outside.isPresent(), "this machine has no address but loopback");
        Vertx vertx = Vertx.vertx();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            Router router = Router.router(vertx);
            sandbox.mount(router);
            HttpServer open = vertx.createHttpServer()
                    .requestHandler(router)
                    .listen(0, "0.0.0.0")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            for (String path : new String[] {"/sandbox", "/sandbox/api/world", "/sandbox/api/faults"}) {
                assertThat(status(outside.get(), open.actualPort(), path)).contains(" 403 ");
                assertThat(status(InetAddress.getLoopbackAddress(), open.actualPort(), path))
                        .contains(" 200 ");
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    /** Where the sandbox listens itself, and where its page is served on another's port. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /sandbox, false",
        "GET, /sandbox/app.js, false",
        "GET, /sandbox/api/world, false",
        "GET, /sandbox/api/live?as=%s, true",
        "POST, /sandbox/api/reset, false",
        "GET, /sandbox/api/faults, false",
        "POST, /sandbox/api/faults, false",
        "DELETE, /sandbox/api/faults, false",
        "GET, /api/v10/gateway, false",
        "POST, /api/v10/channels/1/typing, false",
        "GET, /gateway?v=10, true",
        "GET, /attachments/1/2/loaf.png, false"
    })
    void another_name_stays_out_and_another_page_neither_changes_nor_listens(
            String method, String path, boolean upgrade) throws Exception {
        Vertx vertx = Vertx.vertx();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            String asked = method + " " + path.formatted(sandbox.persona("ada").id());
            Router router = Router.router(vertx);
            sandbox.mount(router);
            HttpServer elsewhere = vertx.createHttpServer()
                    .requestHandler(router)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            boolean harmless = method.equals("GET") && !upgrade;
            for (int port : path.startsWith("/sandbox")
                    ? new int[] {sandbox.port(), elsewhere.actualPort()}
                    : new int[] {sandbox.port()}) {
                String here = "localhost:" + port;
                assertThat(status(port, asked, "evil.example:" + port, "http://evil.example:" + port, upgrade))
                        .contains(" 403 ");
                assertThat(status(port, asked, "evil.example", null, upgrade)).contains(" 403 ");
                for (String origin : new String[] {"http://evil.example", "null", "http://localhost:1"})
                    assertThat(status(port, asked, here, origin, upgrade).contains(" 403 "))
                            .as(origin)
                            .isNotEqualTo(harmless);
                assertThat(status(port, asked, here, "http://" + here, upgrade)).doesNotContain(" 403 ");
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private static String status(int port, String asked, String host, @Nullable String origin, boolean upgrade)
            throws IOException {
        String more = (origin == null ? "" : "Origin: " + origin + "\r\n")
                + (upgrade
                        ? "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        : "Connection: close\r\nContent-Length: 0\r\n");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write((asked + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            return line == null ? "" : line;
        }
    }

    /** With the name of this machine, as a page would send it whose name was rebound to it. */
    private static String status(InetAddress to, int port, String path) throws IOException {
        try (var socket = new Socket(to, port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }
}
