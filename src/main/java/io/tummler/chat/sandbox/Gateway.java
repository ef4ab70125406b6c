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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** Discord's gateway, version 10: logs the bot in, tells it what happens, lets it come back after a drop. */
final class Gateway {
    private final World world;
    private final GatewayEvents events;
    private final Limits limits;
    private final Duration heartbeat;
    private final int applicationFlags;
    private final Map<Long, StartLimits> starts = new LinkedHashMap<>();
    private final GatewayLogin login;
    private final MemberRequests members;
    private final EventFaults faults;
    private final Sessions sessions = new Sessions();
    private final Set<GatewayConnection> connections = new LinkedHashSet<>();
    /** What each bot last asked to be shown as. */
    private final Map<Long, Presence> wanted = new LinkedHashMap<>();

    private boolean stalled;
    private int acksToLose;

    Gateway(
            World world,
            DiscordJson json,
            SandboxOptions options,
            ScheduledExecutorService timer,
            Supplier<String> url) {
        this.world = world;
        this.events = new GatewayEvents(world, json);
        this.limits = options.limits();
        this.heartbeat = options.heartbeat();
        this.applicationFlags = options.applicationFlags();
        this.login = new GatewayLogin(world, json, options, url, sessions, this::starts);
        this.members = new MemberRequests(world, json, limits);
        this.faults = new EventFaults(world, timer);
        world.watch(this::tell);
    }

    long heartbeatMillis() {
        return heartbeat.toMillis();
    }

    Limits limits() {
        return limits;
    }

    int applicationFlags() {
        return applicationFlags;
    }

    JsonObject sessionStartLimit() {
        return starts().toJson();
    }

    /** Of the bot that asks. */
    private StartLimits starts() {
        return starts.computeIfAbsent(world.self(), _ -> new StartLimits(world.clock, limits));
    }

    void accept(HttpServerRequest request, ServerWebSocket socket) {
        String compress = request.getParam("compress", "");
        var connection = new GatewayConnection(socket, compress.equals("zlib-stream"), this);
        world.run(() -> {
            connections.add(connection);
            connection.stall(stalled);
            connection.open();
            if (!request.getParam("v", "10").equals(Integer.toString(GatewayLogin.VERSION)))
                connection.close(CloseCode.INVALID_VERSION, "Only version 10 is spoken here.");
            else if (!request.getParam("encoding", "json").equals("json")
                    || !Set.of("", "zlib-stream").contains(compress))
                connection.close(CloseCode.DECODE_ERROR, "Only json, plain or zlib-stream, is spoken here.");
        });
    }

    /**
     * @throws ClassCastException or NullPointerException if a frame has another form than Discord's
     */
    void received(GatewayConnection from, JsonObject frame) {
        world.run(() -> {
            int op = frame.getInteger("op");
            switch (op) {
                case Op.HEARTBEAT -> beat(from);
                case Op.IDENTIFY, Op.RESUME -> {
                    if (from.session() != null) from.close(CloseCode.ALREADY_AUTHENTICATED);
                    else logIn(from, op, frame.getJsonObject("d"));
                }
                default -> {
                    GatewaySession session = from.session();
                    if (session == null) from.close(CloseCode.NOT_AUTHENTICATED);
                    else world.bots.run(session.audience.bot(), () -> ask(from, session, op, frame));
                }
            }
        });
    }

    private void beat(GatewayConnection from) {
        from.alive();
        if (acksToLose > 0) acksToLose--;
        else from.send(Op.HEARTBEAT_ACK, null);
    }

    private void logIn(GatewayConnection from, int op, JsonObject data) {
        long bot = world.bots.byToken(data.getString("token")).orElse(world.cast.bot);
        world.bots.run(bot, () -> {
            if (op == Op.IDENTIFY) identify(from, data);
            else if (login.resume(from, data)) online(bot);
        });
    }

    private void identify(GatewayConnection from, JsonObject identify) {
        JsonObject presence = identify.getJsonObject("presence");
        Presence asked = presence == null ? Presence.ONLINE : Presence.of(presence);
        login.identify(from, identify);
        if (from.session() == null) return;
        wanted.put(world.self(), asked);
        online(world.self());
    }

    private void ask(GatewayConnection from, GatewaySession session, int op, JsonObject frame) {
        switch (op) {
            case Op.REQUEST_GUILD_MEMBERS -> members.answer(session, frame.getJsonObject("d"));
            case Op.PRESENCE_UPDATE -> {
                wanted.put(world.self(), Presence.of(frame.getJsonObject("d")));
                online(world.self());
            }
            case Op.VOICE_STATE_UPDATE -> frame.getJsonObject("d").getValue("guild_id"); // nobody can be heard here
            case Op.REQUEST_SOUNDBOARD_SOUNDS ->
                frame.getJsonObject("d")
                        .getJsonArray("guild_ids")
                        .forEach(guild -> session.dispatch("SOUNDBOARD_SOUNDS", noSounds(guild)));
            default -> from.close(CloseCode.UNKNOWN_OPCODE, "Unknown opcode " + op + ".");
        }
    }

    private static String noSounds(Object guild) {
        return new JsonObject()
                .put("guild_id", guild.toString())
                .put("soundboard_sounds", new JsonArray())
                .encode();
    }

    void closed(GatewayConnection connection, boolean forGood) {
        world.run(() -> {
            connections.remove(connection);
            connection.release();
            GatewaySession session = connection.session();
            if (session == null) return;
            session.detach(connection, world.clock.instant());
            if (forGood && !session.isConnected()) sessions.remove(session);
            online(session.audience.bot());
        });
    }

    private void online(long bot) {
        boolean online = sessions.isConnected(bot);
        Presence shown = online ? wanted.getOrDefault(bot, Presence.ONLINE) : Presence.OFFLINE;
        boolean changed = !shown.equals(world.presence(world.person(bot)));
        world.botPresences.put(bot, shown);
        if (bot == world.cast.bot && online != world.botOnline) {
            world.botOnline = online;
            world.publish(new Change.BotOnline(online));
        }
        if (changed) world.publish(new Change.PresenceChanged(world.person(bot)));
    }

    private void tell(Change change) {
        EventFaults.Happening happening = faults.new Happening();
        sessions.byAudience().forEach((audience, same) -> {
            for (GatewayEvents.Event event : world.bots.as(audience.bot(), () -> events.of(change, audience)))
                happening.deliver(event.type(), event.data().encode(), same);
        });
    }

    /** Closes connections that gave no sign of life for a beat and a half, as Discord does. */
    void closeZombies() {
        long silence = heartbeat.multipliedBy(3).dividedBy(2).toNanos();
        world.run(() -> {
            connections.stream()
                    .filter(it -> it.isSilentFor(silence))
                    .toList()
                    .forEach(it -> it.close(CloseCode.SESSION_TIMED_OUT));
            sessions.forgetAway(world.clock.instant());
        });
    }

    List<GatewayConnection> connections() {
        return new ArrayList<>(connections);
    }

    Sessions sessions() {
        return sessions;
    }

    EventFaults faults() {
        return faults;
    }

    void loseAcks(int times) {
        acksToLose = times;
    }

    int acksToLose() {
        return acksToLose;
    }

    void stall(boolean now) {
        stalled = now;
        connections.forEach(it -> it.stall(now));
    }

    boolean isStalled() {
        return stalled;
    }
}
