package io.tummler.chat.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** One socket of the bot: framing, compression, signs of life. What is said in it is the gateway's matter. */
final class GatewayConnection {
    static final int UNKNOWN_ERROR = 4000;
    static final int UNKNOWN_OP = 4001;
    static final int DECODE_ERROR = 4002;
    static final int NOT_AUTHENTICATED = 4003;
    static final int AUTHENTICATION_FAILED = 4004;
    static final int ALREADY_AUTHENTICATED = 4005;
    static final int INVALID_SEQ = 4007;
    static final int RATE_LIMITED = 4008;
    static final int SESSION_TIMED_OUT = 4009;
    static final int INVALID_SHARD = 4010;
    static final int INVALID_VERSION = 4012;
    static final int INVALID_INTENTS = 4013;
    static final int DISALLOWED_INTENTS = 4014;

    private static final int NORMAL = 1000;
    private static final int GOING_AWAY = 1001;
    private static final int BUFFER_BYTES = 16_384;
    private static final int FRAMES_A_MINUTE_MAX = 120;
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final System.Logger LOG = System.getLogger(GatewayConnection.class.getName());

    private final ServerWebSocket socket;
    private final Gateway gateway;
    private final Optional<Deflater> deflater;
    private @Nullable GatewaySession session;
    private boolean closed;
    private long lastSignNanos = System.nanoTime();
    private long minuteSinceNanos = System.nanoTime();
    private int framesThisMinute;

    GatewayConnection(ServerWebSocket socket, boolean compressed, Gateway gateway) {
        this.socket = socket;
        this.gateway = gateway;
        this.deflater = compressed ? Optional.of(new Deflater()) : Optional.empty();
    }

    void open() {
        socket.textMessageHandler(this::received);
        socket.binaryMessageHandler(bytes -> received(bytes.toString(StandardCharsets.UTF_8)));
        socket.exceptionHandler(_ -> {});
        socket.closeHandler(_ -> {
            Short code = socket.closeStatusCode();
            gateway.closed(this, code != null && (code == NORMAL || code == GOING_AWAY));
        });
        send(Op.HELLO, new JsonObject().put("heartbeat_interval", gateway.heartbeatMillis()));
    }

    @Nullable GatewaySession session() {
        return session;
    }

    void session(GatewaySession mine) {
        session = mine;
        mine.attach(this);
    }

    private void received(String text) {
        if (System.nanoTime() - minuteSinceNanos > MINUTE_NANOS) {
            minuteSinceNanos = System.nanoTime();
            framesThisMinute = 0;
        }
        if (++framesThisMinute > FRAMES_A_MINUTE_MAX) {
            close(RATE_LIMITED, "You are being rate limited.");
            return;
        }
        try {
            gateway.received(this, new JsonObject(text));
        } catch (DecodeException | ClassCastException | NullPointerException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "A frame was not understood", unreadable);
            close(DECODE_ERROR, "Error while decoding payload.");
        }
    }

    void alive() {
        lastSignNanos = System.nanoTime();
    }

    boolean isSilentFor(long nanos) {
        return System.nanoTime() - lastSignNanos > nanos;
    }

    void send(int op, @Nullable Object data) {
        send(new JsonObject()
                .put("op", op)
                .put("d", data)
                .putNull("s")
                .putNull("t")
                .encode());
    }

    /** Sends a frame as it is, whatever it says. Called inside the world's lock, which keeps frames in order. */
    void send(String frame) {
        if (closed) return;
        if (deflater.isEmpty()) socket.writeTextMessage(frame);
        else socket.writeBinaryMessage(Buffer.buffer(deflated(deflater.get(), frame)));
    }

    private static byte[] deflated(Deflater deflater, String frame) {
        deflater.setInput(frame.getBytes(StandardCharsets.UTF_8));
        var out = new ByteArrayOutputStream();
        var part = new byte[BUFFER_BYTES];
        int length;
        do {
            length = deflater.deflate(part, 0, part.length, Deflater.SYNC_FLUSH);
            out.write(part, 0, length);
        } while (length == part.length);
        return out.toByteArray();
    }

    void close(int code, String reason) {
        if (closed) return;
        closed = true;
        socket.close((short) code, reason);
    }

    void release() {
        closed = true;
        deflater.ifPresent(Deflater::end);
    }
}
