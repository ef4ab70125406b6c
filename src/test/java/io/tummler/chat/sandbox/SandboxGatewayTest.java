package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gateway, frame by frame: what JDA would never send, too. */
class SandboxGatewayTest {
    private static final int GUILDS = 1;

    private final HttpClient http = HttpClient.newHttpClient();
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withHeartbeat(Duration.ofMillis(400)));
    }

    @AfterEach
    void stop() {
        sandbox.close();
        http.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"op\":2,\"d\":{\"token\":\"guessed\",\"intents\":1}} | 4004",
                "{\"op\":6,\"d\":{\"token\":\"guessed\",\"session_id\":\"x\",\"seq\":1}} | 4004",
                "{\"op\":2,\"d\":{\"token\":\"sandbox\",\"intents\":-1}} | 4013",
                "{\"op\":2,\"d\":{\"token\":\"sandbox\",\"intents\":1,\"shard\":[2,2]}} | 4010",
                "{\"op\":2} | 4002",
                "{\"op\":2, | 4002",
                "{\"op\":8,\"d\":{}} | 4003"
            })
    void what_is_wrong_is_closed_with_discords_code(String frame, int code) {
        var client = new Client("v=10&encoding=json");
        client.send(frame);
        assertThat(client.closed()).isEqualTo(code);
    }

    @Test
    void another_version_or_encoding_is_refused() {
        assertThat(new Client("v=9&encoding=json").closed()).isEqualTo(4012);
        assertThat(new Client("v=10&encoding=etf").closed()).isEqualTo(4002);
        assertThat(new Client("v=10&encoding=json&compress=zstd-stream").closed())
                .isEqualTo(4002);
    }

    @Test
    void a_connection_without_a_heartbeat_is_closed() {
        assertThat(new Client("v=10").closed()).isEqualTo(4009);
    }

    @Test
    void a_shard_knows_the_guild_that_falls_to_it_and_no_other() {
        long shard = (sandbox.guildId() >>> 22) % 2;
        var its = new Client("v=10");
        var other = new Client("v=10");
        its.identify(JsonArray.of(shard, 2));
        other.identify(JsonArray.of(1 - shard, 2));

        assertThat(its.next("READY").getJsonArray("guilds")).hasSize(1);
        assertThat(its.next("GUILD_CREATE").getJsonArray("channels")).hasSize(7);
        assertThat(other.next("READY").getJsonArray("guilds")).isEmpty();
    }

    @Test
    void an_unknown_session_cannot_be_resumed() {
        var client = new Client("v=10");
        client.send("{\"op\":6,\"d\":{\"token\":\"sandbox\",\"session_id\":\"x\",\"seq\":1}}");
        await().until(() -> client.frames.stream().anyMatch(it -> it.getInteger("op") == 9 && !it.getBoolean("d")));
    }

    private final class Client implements WebSocket.Listener {
        private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket;

        Client(String query) {
            socket = http.newWebSocketBuilder()
                    .buildAsync(URI.create(sandbox.gatewayUrl() + "?" + query), this)
                    .join();
        }

        void send(String frame) {
            socket.sendText(frame, true).join();
        }

        void identify(JsonArray shard) {
            send(new JsonObject()
                    .put("op", 2)
                    .put(
                            "d",
                            new JsonObject()
                                    .put("token", sandbox.botToken())
                                    .put("intents", GUILDS)
                                    .put("shard", shard))
                    .encode());
        }

        JsonObject next(String event) {
            await().until(() -> frames.stream().anyMatch(it -> event.equals(it.getString("t"))));
            return frames.stream()
                    .filter(it -> event.equals(it.getString("t")))
                    .findFirst()
                    .orElseThrow()
                    .getJsonObject("d");
        }

        int closed() {
            return closed.orTimeout(10, TimeUnit.SECONDS).join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                frames.add(new JsonObject(part.toString()));
                part.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, text, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return WebSocket.Listener.super.onClose(from, code, reason);
        }
    }
}
