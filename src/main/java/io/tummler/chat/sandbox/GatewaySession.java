package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One login of the bot, which outlives its connection: what was sent while it was away waits here. */
final class GatewaySession {
    /** More than this behind, and a bot must log in anew. */
    private static final int REPLAY_MAX = 5_000;

    private static final int SHARD_SHIFT = 22;

    record Sent(long seq, String frame) {}

    final String id;
    final Intents intents;
    final int shard;
    final int shards;
    private final Deque<Sent> sent = new ArrayDeque<>();
    private long seq;
    private @Nullable GatewayConnection connection;

    GatewaySession(String id, Intents intents, int shard, int shards) {
        this.id = id;
        this.intents = intents;
        this.shard = shard;
        this.shards = shards;
    }

    boolean knows(long guild) {
        return (guild >>> SHARD_SHIFT) % shards == shard;
    }

    /** Direct conversations go to the first shard. */
    boolean knowsDms() {
        return shard == 0;
    }

    boolean isConnected() {
        return connection != null;
    }

    @Nullable GatewayConnection connection() {
        return connection;
    }

    void attach(GatewayConnection to) {
        connection = to;
    }

    void detach(GatewayConnection from) {
        if (connection == from) connection = null;
    }

    void dispatch(String type, JsonObject data) {
        String frame = new JsonObject()
                .put("op", Op.DISPATCH)
                .put("t", type)
                .put("s", ++seq)
                .put("d", data)
                .encode();
        sent.addLast(new Sent(seq, frame));
        if (sent.size() > REPLAY_MAX) sent.removeFirst();
        if (connection != null) connection.send(frame);
    }

    /** Whether everything after that number is still here. */
    boolean canReplayAfter(long seen) {
        return seen <= seq
                && (seen == seq || (!sent.isEmpty() && sent.getFirst().seq() <= seen + 1));
    }

    List<String> after(long seen) {
        return sent.stream().filter(it -> it.seq() > seen).map(Sent::frame).toList();
    }

    @Nullable String last() {
        return sent.isEmpty() ? null : sent.getLast().frame();
    }
}
