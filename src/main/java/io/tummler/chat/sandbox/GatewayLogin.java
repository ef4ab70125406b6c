package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Lets the bot in, anew or back into a session that it lost the connection to. Inside the world's lock. */
final class GatewayLogin {
    static final int VERSION = 10;

    private final World world;
    private final DiscordJson json;
    private final SandboxOptions options;
    private final Supplier<String> url;
    private final Sessions sessions;
    private final Supplier<StartLimits> starts;
    private final GuildEvents guildEvents;

    GatewayLogin(
            World world,
            DiscordJson json,
            SandboxOptions options,
            Supplier<String> url,
            Sessions sessions,
            Supplier<StartLimits> starts) {
        this.world = world;
        this.json = json;
        this.options = options;
        this.url = url;
        this.sessions = sessions;
        this.starts = starts;
        this.guildEvents = new GuildEvents(world, json);
    }

    /** What is wrong with a login, in the order in which Discord looks. */
    private Optional<CloseCode> refusal(JsonObject login, int shard, int shards) {
        if (world.bots.byToken(login.getString("token")).isEmpty()) return Optional.of(CloseCode.AUTHENTICATION_FAILED);
        var intents = new Intents(login.getInteger("intents", -1));
        if (!intents.areValid()) return Optional.of(CloseCode.INVALID_INTENTS);
        if (!intents.areAllowed(options.privilegedIntents())) return Optional.of(CloseCode.DISALLOWED_INTENTS);
        if (shard < 0 || shard >= shards) return Optional.of(CloseCode.INVALID_SHARD);
        if (guilds(new Audience(world.self(), intents, shard, shards)).size()
                > options.limits().guildsAShard()) return Optional.of(CloseCode.SHARDING_REQUIRED);
        return Optional.empty();
    }

    /**
     * @throws ClassCastException if the login has another form than Discord's
     */
    void identify(GatewayConnection from, JsonObject login) {
        if (login.getString("token") == null || login.getJsonObject("properties") == null)
            throw new ClassCastException("token and properties are required");
        JsonArray shard = login.getJsonArray("shard", JsonArray.of(0, 1));
        if (shard.size() != 2) throw new ClassCastException("a shard is two numbers");
        int id = shard.getInteger(0);
        int count = shard.getInteger(1);
        Optional<CloseCode> refusal = refusal(login, id, count);
        if (refusal.isPresent()) {
            from.close(refusal.get());
            return;
        }
        switch (starts.get().take(id)) {
            case TOO_SOON -> from.send(Op.INVALID_SESSION, false);
            case USED_UP -> shutEverybodyOut(from);
            case GRANTED -> {
                var audience = new Audience(world.self(), new Intents(login.getInteger("intents")), id, count);
                welcome(from, audience, login.containsKey("shard"));
            }
        }
    }

    private void shutEverybodyOut(GatewayConnection from) {
        for (GatewaySession session : List.copyOf(sessions.all())) {
            if (session.audience.bot() != world.self()) continue;
            GatewayConnection connection = session.connection();
            if (connection != null) connection.close(CloseCode.AUTHENTICATION_FAILED);
            sessions.remove(session);
        }
        from.close(CloseCode.AUTHENTICATION_FAILED);
    }

    private void welcome(GatewayConnection from, Audience audience, boolean sharded) {
        var session = new GatewaySession(UUID.randomUUID().toString(), audience);
        sessions.add(session, world.clock.instant());
        from.session(session);
        List<Guild> guilds = guilds(audience);
        var ready = new JsonObject()
                .put("v", VERSION)
                .put("user", json.self())
                .put(
                        "guilds",
                        DiscordJson.array(
                                guilds,
                                it -> new JsonObject()
                                        .put("id", DiscordJson.text(it.id))
                                        .put("unavailable", true)))
                .put("private_channels", new JsonArray())
                .put("session_id", session.id)
                .put("resume_gateway_url", url.get())
                .put(
                        "application",
                        new JsonObject()
                                .put("id", DiscordJson.text(world.self()))
                                .put("flags", options.applicationFlags()));
        if (sharded) ready.put("shard", JsonArray.of(audience.shard(), audience.shards()));
        session.dispatch("READY", ready.encode());
        if (!audience.intents().has(Intents.GUILDS)) return;
        for (Guild guild : guilds)
            session.dispatch(
                    "GUILD_CREATE", guildEvents.created(guild, audience).encode());
    }

    private List<Guild> guilds(Audience audience) {
        return world.guilds.values().stream()
                .filter(it -> audience.knows(it.id) && it.has(world.bot()))
                .toList();
    }

    /**
     * @return whether the session goes on
     * @throws ClassCastException if the request has another form than Discord's
     */
    boolean resume(GatewayConnection from, JsonObject resume) {
        String id = resume.getString("session_id");
        Long seen = resume.getLong("seq");
        if (id == null || seen == null || resume.getString("token") == null)
            throw new ClassCastException("token, session_id and seq are required");
        if (world.bots.byToken(resume.getString("token")).isEmpty()) {
            from.close(CloseCode.AUTHENTICATION_FAILED);
            return false;
        }
        sessions.forgetAway(world.clock.instant());
        Optional<GatewaySession> known = sessions.find(id).filter(it -> it.audience.bot() == world.self());
        if (known.isPresent() && !known.get().hasReached(seen)) {
            from.close(CloseCode.INVALID_SEQ);
            return false;
        }
        if (known.isEmpty() || !known.get().canReplayAfter(seen)) {
            from.send(Op.INVALID_SESSION, false);
            return false;
        }
        GatewaySession session = known.get();
        GatewayConnection old = session.connection();
        if (old != null) old.close(CloseCode.UNKNOWN_ERROR, "The session went on elsewhere.");
        session.after(seen).forEach(from::send);
        from.session(session);
        session.dispatch("RESUMED", new JsonObject().encode());
        return true;
    }
}
