package io.tummler.chat.sandbox;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A connection to the gateway that does nothing by itself, and says what JDA would never say, too. */
final class GatewayClient implements WebSocket.Listener {
    final List<JsonObject> frames = new CopyOnWriteArrayList<>();

    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final Inflater inflater = new Inflater();
    private final Sandbox sandbox;
    private final WebSocket socket;

    GatewayClient(HttpClient http, Sandbox sandbox, String query) {
        this.sandbox = sandbox;
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(sandbox.gatewayUrl() + "?" + query), this)
                .join();
    }

    void send(String frame) {
        socket.sendText(frame, true).join();
    }

    void send(int op, Object data) {
        send(new JsonObject().put("op", op).put("d", data).encode());
    }

    void beat() {
        send("{\"op\":1,\"d\":null}");
    }

    JsonObject login(int intents) {
        return new JsonObject()
                .put("token", sandbox.botToken())
                .put("intents", intents)
                .put("properties", new JsonObject().put("os", "linux"));
    }

    /** Logs in, and waits until it is in. */
    GatewayClient identified(int intents) {
        send(Op.IDENTIFY, login(intents));
        next("READY");
        return this;
    }

    void identify(int intents, int shard, int shards) {
        send(Op.IDENTIFY, login(intents).put("shard", JsonArray.of(shard, shards)));
    }

    void resume(String session, long seq) {
        send(
                Op.RESUME,
                new JsonObject()
                        .put("token", sandbox.botToken())
                        .put("session_id", session)
                        .put("seq", seq));
    }

    /** What the first event of that type says, which may still be to come. */
    JsonObject next(String type) {
        await().until(() -> !all(type).isEmpty());
        return all(type).getFirst().getJsonObject("d");
    }

    List<JsonObject> all(String type) {
        return frames.stream().filter(it -> type.equals(it.getString("t"))).toList();
    }

    /** The types of all events so far. */
    List<String> types() {
        return frames.stream()
                .filter(it -> it.getInteger("op") == Op.DISPATCH)
                .map(it -> it.getString("t"))
                .toList();
    }

    long seq() {
        return frames.stream()
                .filter(it -> it.getInteger("op") == Op.DISPATCH)
                .mapToLong(it -> it.getLong("s"))
                .max()
                .orElse(0);
    }

    void awaitOp(int op) {
        await().until(() -> frames.stream().anyMatch(it -> it.getInteger("op") == op));
    }

    long count(int op) {
        return frames.stream().filter(it -> it.getInteger("op") == op).count();
    }

    /** The code that it is closed with, which may still be to come. */
    int closed() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    void close(int code) {
        socket.sendClose(code, "").join();
    }

    void vanish() {
        socket.abort();
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
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer bytes, boolean last) {
        var out = new ByteArrayOutputStream();
        var some = new byte[8_192];
        inflater.setInput(bytes);
        try {
            int length;
            while ((length = inflater.inflate(some)) > 0) out.write(some, 0, length);
        } catch (DataFormatException broken) {
            throw new IllegalStateException(broken);
        }
        return onText(from, out.toString(StandardCharsets.UTF_8), last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return WebSocket.Listener.super.onClose(from, code, reason);
    }
}
