package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
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
import org.junit.jupiter.api.Test;

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
