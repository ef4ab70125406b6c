package io.tummler.chat.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One login of the bot, which outlives its connection: what was sent while it was away waits here. */
final class GatewaySession {
    /** More than this behind, and a bot must log in anew. */
    private static final int REPLAY_MAX = 5_000;

    private static final int HELD_BACK_MAX = 100;

    /**
     * @param data as JSON, which all sessions that were sent the event share
     */
    private record Sent(long seq, String type, String data) {
        String frame() {
            return "{\"t\":\"" + type + "\",\"s\":" + seq + ",\"op\":0,\"d\":" + data + "}";
        }
    }

    final String id;
    final Audience audience;
    private final Deque<Sent> sent = new ArrayDeque<>();
    private final Deque<Sent> heldBack = new ArrayDeque<>();
    private long seq;
    private @Nullable GatewayConnection connection;
    private Instant awaySince = Instant.MAX;

    GatewaySession(String id, Audience audience) {
        this.id = id;
        this.audience = audience;
    }

    boolean isConnected() {
        return connection != null;
    }

    @Nullable GatewayConnection connection() {
        return connection;
    }

    void attach(GatewayConnection to) {
        connection = to;
        awaySince = Instant.MAX;
    }

    void detach(GatewayConnection from, Instant now) {
        if (connection != from) return;
        connection = null;
        awaySince = now;
    }

    boolean isAwaySince(Instant then) {
        return awaySince.isBefore(then);
    }

    void dispatch(String type, String data) {
        var event = new Sent(++seq, type, data);
        sent.addLast(event);
        if (sent.size() > REPLAY_MAX) sent.removeFirst();
        if (connection != null) connection.send(event.frame());
        release();
    }

    /** Keeps an event until the next one has overtaken it. */
    void holdBack(String type, String data) {
        heldBack.addLast(new Sent(0, type, data));
        if (heldBack.size() > HELD_BACK_MAX) release();
    }

    /** Sends what was held back. */
    void release() {
        Sent late;
        while ((late = heldBack.pollFirst()) != null) dispatch(late.type(), late.data());
    }

    /** Sends the newest event once more, under the same number. */
    void repeat() {
        if (connection != null && !sent.isEmpty())
            connection.send(sent.getLast().frame());
    }

    /** Whether any event so far had that number. */
    boolean hasReached(long number) {
        return number >= 0 && number <= seq;
    }

    /** Whether everything after that number is still here. */
    boolean canReplayAfter(long number) {
        return number == seq || (!sent.isEmpty() && sent.getFirst().seq() <= number + 1);
    }

    List<String> after(long number) {
        return sent.stream().filter(it -> it.seq() > number).map(Sent::frame).toList();
    }
}
