package io.tummler.chat.sandbox;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One socket of the bot: framing, compression, signs of life. What is said in it is the gateway's matter. */
final class GatewayConnection {
    private static final int NORMAL = 1000;
    private static final int GOING_AWAY = 1001;
    private static final int FRAME_BYTES_MAX = 4_096;
    private static final int FRAMES_A_MINUTE_MAX = 120;
    private static final int HELD_MAX = 100_000;
    private static final int UNREAD_MAX = 100_000;
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private final System.Logger log = System.getLogger(GatewayConnection.class.getName());

    private final ServerWebSocket socket;
    private final Gateway gateway;
    private final Optional<ZlibStream> zlib;
    private final Deque<String> held = new ArrayDeque<>();
    private @Nullable GatewaySession session;
    /** Frames that wait for the client to read. */
    private final AtomicInteger unread = new AtomicInteger();

    private boolean stalled;
    private boolean closed;
    private long lastSignNanos = System.nanoTime();
    private long minuteSinceNanos = System.nanoTime();
    private int framesThisMinute;

    GatewayConnection(ServerWebSocket socket, boolean compressed, Gateway gateway) {
        this.socket = socket;
        this.gateway = gateway;
        this.zlib = compressed ? Optional.of(new ZlibStream()) : Optional.empty();
    }

    void open() {
        socket.textMessageHandler(text -> received(text, text.getBytes(StandardCharsets.UTF_8).length));
        socket.binaryMessageHandler(bytes -> received(bytes.toString(StandardCharsets.UTF_8), bytes.length()));
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

    private void received(String text, int bytes) {
        if (System.nanoTime() - minuteSinceNanos > MINUTE_NANOS) {
            minuteSinceNanos = System.nanoTime();
            framesThisMinute = 0;
        }
        if (++framesThisMinute > FRAMES_A_MINUTE_MAX && gateway.limits().reached()) {
            close(CloseCode.RATE_LIMITED);
        } else if (bytes > FRAME_BYTES_MAX) {
            close(CloseCode.DECODE_ERROR);
        } else {
            try {
                gateway.received(this, new JsonObject(text));
            } catch (DecodeException
                    | ClassCastException
                    | NullPointerException
                    | IllegalArgumentException unreadable) {
                log.log(System.Logger.Level.DEBUG, "A frame was not understood", unreadable);
                close(CloseCode.DECODE_ERROR);
            }
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
        if (!stalled) write(frame);
        else if (held.size() < HELD_MAX) held.addLast(frame);
        else close(CloseCode.UNKNOWN_ERROR);
    }

    /** Whoever reads so slowly that frames pile up is dropped, and may resume. */
    private void write(String frame) {
        if (unread.incrementAndGet() > UNREAD_MAX) {
            close(CloseCode.UNKNOWN_ERROR, "Too slow.");
            return;
        }
        Future<Void> written = zlib.isEmpty()
                ? socket.writeTextMessage(frame)
                : socket.writeBinaryMessage(Buffer.buffer(zlib.get().deflated(frame)));
        written.onComplete(_ -> unread.decrementAndGet());
    }

    /** While it is stalled nothing leaves it; then all that waited does. */
    void stall(boolean now) {
        stalled = now;
        while (!stalled && !closed && !held.isEmpty()) write(held.removeFirst());
    }

    void close(CloseCode code) {
        close(code, code.reason);
    }

    void close(CloseCode code, String reason) {
        if (closed) return;
        closed = true;
        socket.close((short) code.number, reason);
    }

    void release() {
        closed = true;
        held.clear();
        zlib.ifPresent(ZlibStream::end);
    }
}
