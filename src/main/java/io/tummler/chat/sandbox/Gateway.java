package io.tummler.chat.sandbox;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Discord's gateway, version 10: logs the bot in, tells it what happens, lets it come back after a drop. */
final class Gateway {
    private static final int VERSION = 10;
    private static final int CHUNK_MAX = 1_000;

    private final World world;
    private final DiscordJson json;
    private final GatewayEvents events;
    private final String token;
    private final Duration heartbeat;
    private final Supplier<String> url;
    private final Set<GatewayConnection> connections = new LinkedHashSet<>();
    private final Map<String, GatewaySession> sessions = new LinkedHashMap<>();

    Gateway(World world, DiscordJson json, String token, Duration heartbeat, Supplier<String> url) {
        this.world = world;
        this.json = json;
        this.events = new GatewayEvents(world, json);
        this.token = token;
        this.heartbeat = heartbeat;
        this.url = url;
        world.watch(this::tell);
    }

    long heartbeatMillis() {
        return heartbeat.toMillis();
    }

    void accept(HttpServerRequest request, ServerWebSocket socket) {
        String compress = request.getParam("compress", "");
        var connection = new GatewayConnection(socket, compress.equals("zlib-stream"), this);
        world.run(() -> {
            connections.add(connection);
            connection.open();
            if (!request.getParam("v", "10").equals(Integer.toString(VERSION)))
                connection.close(GatewayConnection.INVALID_VERSION, "Only version 10 is spoken here.");
            else if (!request.getParam("encoding", "json").equals("json")
                    || !Set.of("", "zlib-stream").contains(compress))
                connection.close(GatewayConnection.DECODE_ERROR, "Only json, plain or zlib-stream, is spoken here.");
        });
    }

    void received(GatewayConnection from, JsonObject frame) {
        world.run(() -> {
            int op = frame.getInteger("op", -1);
            if (op == Op.HEARTBEAT) {
                from.alive();
                from.send(Op.HEARTBEAT_ACK, null);
            } else if (op == Op.IDENTIFY || op == Op.RESUME) {
                if (from.session() != null) from.close(GatewayConnection.ALREADY_AUTHENTICATED, "Logged in already.");
                else if (!token.equals(frame.getJsonObject("d").getString("token")))
                    from.close(GatewayConnection.AUTHENTICATION_FAILED, "Authentication failed.");
                else if (op == Op.IDENTIFY) identify(from, frame.getJsonObject("d"));
                else resume(from, frame.getJsonObject("d"));
            } else if (from.session() == null) {
                from.close(GatewayConnection.NOT_AUTHENTICATED, "Not authenticated.");
            } else if (op == Op.REQUEST_GUILD_MEMBERS) {
                sendMembers(from.session(), frame.getJsonObject("d"));
            } else if (op != Op.PRESENCE_UPDATE && op != Op.VOICE_STATE_UPDATE) {
                from.close(GatewayConnection.UNKNOWN_OP, "Unknown opcode " + op + ".");
            }
        });
    }

    private void identify(GatewayConnection from, JsonObject login) {
        var intents = new Intents(login.getInteger("intents", -1));
        JsonArray shards = login.getJsonArray("shard", JsonArray.of(0, 1));
        int shard = shards.getInteger(0);
        int count = shards.getInteger(1);
        if (!intents.areValid()) {
            from.close(GatewayConnection.INVALID_INTENTS, "Invalid intents.");
            return;
        }
        if (shard < 0 || shard >= count) {
            from.close(GatewayConnection.INVALID_SHARD, "Invalid shard.");
            return;
        }
        sessions.values().removeIf(old -> !old.isConnected() && old.shard == shard && old.shards == count);
        var session = new GatewaySession(UUID.randomUUID().toString(), intents, shard, count);
        sessions.put(session.id, session);
        from.session(session);
        List<Guild> mine = world.guilds.values().stream()
                .filter(it -> intents.has(Intents.GUILDS) && session.knows(it.id) && it.has(world.bot()))
                .toList();
        session.dispatch(
                "READY",
                new JsonObject()
                        .put("v", VERSION)
                        .put("user", json.self())
                        .put(
                                "guilds",
                                DiscordJson.array(
                                        mine,
                                        it -> new JsonObject()
                                                .put("id", DiscordJson.text(it.id))
                                                .put("unavailable", true)))
                        .put("private_channels", new JsonArray())
                        .put("session_id", session.id)
                        .put("resume_gateway_url", url.get())
                        .put("shard", JsonArray.of(shard, count))
                        .put(
                                "application",
                                new JsonObject()
                                        .put("id", DiscordJson.text(world.cast.bot))
                                        .put("flags", 0)));
        for (Guild guild : mine)
            session.dispatch("GUILD_CREATE", json.guild(guild, intents.has(Intents.GUILD_MEMBERS)));
        online();
    }

    private void resume(GatewayConnection from, JsonObject resume) {
        GatewaySession session = sessions.get(resume.getString("session_id", ""));
        long seen = resume.getLong("seq", 0L);
        if (session == null || !session.canReplayAfter(seen)) {
            from.send(Op.INVALID_SESSION, false);
            return;
        }
        GatewayConnection old = session.connection();
        if (old != null) old.close(GatewayConnection.UNKNOWN_ERROR, "The session went on elsewhere.");
        session.after(seen).forEach(from::send);
        from.session(session);
        session.dispatch("RESUMED", new JsonObject());
        online();
    }

    /** Whoever asks for everybody needs the intent to know members; some of them, by name or id, anybody may ask for. */
    private void sendMembers(GatewaySession session, JsonObject asked) {
        Guild guild = world.guilds.get(Snowflakes.parse(asked.getString("guild_id")));
        if (guild == null || !session.knows(guild.id) || !guild.has(world.bot())) return;
        String query = asked.getString("query", "");
        Set<String> ids = new LinkedHashSet<>();
        if (asked.getValue("user_ids") instanceof JsonArray several) several.forEach(id -> ids.add(id.toString()));
        else if (asked.getValue("user_ids") != null)
            ids.add(asked.getValue("user_ids").toString());
        boolean everybody = ids.isEmpty() && query.isEmpty();
        boolean may = !everybody || session.intents.has(Intents.GUILD_MEMBERS);
        List<Member> found = guild.members.values().stream()
                .filter(_ -> may)
                .filter(it -> ids.isEmpty() || ids.contains(DiscordJson.text(it.id())))
                .filter(it -> it.person.username().startsWith(query.toLowerCase(Locale.ROOT)))
                .limit(CHUNK_MAX)
                .toList();
        Set<String> missing = new LinkedHashSet<>(ids);
        found.forEach(member -> missing.remove(DiscordJson.text(member.id())));
        var chunk = new JsonObject()
                .put("guild_id", DiscordJson.text(guild.id))
                .put("members", DiscordJson.array(found, json::member))
                .put("chunk_index", 0)
                .put("chunk_count", 1)
                .put("not_found", new JsonArray(List.copyOf(missing)));
        if (asked.getString("nonce") != null) chunk.put("nonce", asked.getString("nonce"));
        session.dispatch("GUILD_MEMBERS_CHUNK", chunk);
    }

    void closed(GatewayConnection connection, boolean forGood) {
        world.run(() -> {
            connections.remove(connection);
            connection.release();
            GatewaySession session = connection.session();
            if (session == null) return;
            session.detach(connection);
            if (forGood) sessions.remove(session.id);
            online();
        });
    }

    private void online() {
        boolean online = sessions.values().stream().anyMatch(GatewaySession::isConnected);
        if (online == world.botOnline) return;
        world.botOnline = online;
        world.publish(new Change.BotOnline(online));
    }

    private void tell(Change change) {
        for (GatewaySession session : List.copyOf(sessions.values()))
            for (GatewayEvents.Event event : events.of(change, session)) session.dispatch(event.type(), event.data());
    }

    /** Closes connections that gave no sign of life for a beat and a half, as Discord does. */
    void closeZombies() {
        world.run(() -> connections.stream()
                .filter(it ->
                        it.isSilentFor(heartbeat.multipliedBy(3).dividedBy(2).toNanos()))
                .toList()
                .forEach(it -> it.close(GatewayConnection.SESSION_TIMED_OUT, "Session timed out.")));
    }

    List<GatewayConnection> connections() {
        return new ArrayList<>(connections);
    }

    /** Forgets all sessions, so that none can be resumed. */
    void forgetSessions() {
        sessions.clear();
    }

    Optional<String> lastEvent() {
        return sessions.values().stream()
                .flatMap(session -> Optional.ofNullable(session.last()).stream())
                .reduce((_, later) -> later);
    }
}
