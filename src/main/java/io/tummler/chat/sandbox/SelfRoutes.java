package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Supplier;

/** Who the bot is, where its gateway is, whom it talks to directly. */
final class SelfRoutes {
    private static final int GUILDS_MAX = 200;
    private static final int GUILDS_A_SHARD = 1_000;

    /** Nothing is signed with it: interactions come through the gateway. */
    private static final String VERIFY_KEY = "0".repeat(64);

    private final World world;
    private final DiscordJson json;
    private final Supplier<String> gatewayUrl;
    private final Gateway gateway;

    SelfRoutes(World world, DiscordJson json, Supplier<String> gatewayUrl, Gateway gateway) {
        this.world = world;
        this.json = json;
        this.gatewayUrl = gatewayUrl;
        this.gateway = gateway;
    }

    void on(Rest rest) {
        rest.open("GET", "/gateway", call -> call.ok(new JsonObject().put("url", gatewayUrl.get())));
        rest.on("GET", "/gateway/bot", call -> call.ok(gatewayBot()));
        rest.on("GET", "/users/@me", call -> call.ok(json.self()));
        rest.on("GET", "/users/@me/guilds", this::guilds);
        rest.on("POST", "/users/@me/channels", this::openDm);
        rest.on("GET", "/users/:user", call -> call.ok(json.user(world.person(call.id("user")))));
        rest.on("GET", "/applications/@me", call -> call.ok(application()));
        rest.on("GET", "/oauth2/applications/@me", call -> call.ok(application()));
    }

    private JsonObject gatewayBot() {
        return new JsonObject()
                .put("url", gatewayUrl.get())
                .put("shards", Math.ceilDiv(mine(), GUILDS_A_SHARD))
                .put("session_start_limit", gateway.sessionStartLimit());
    }

    private int mine() {
        return (int)
                world.guilds.values().stream().filter(it -> it.has(world.bot())).count();
    }

    private JsonObject application() {
        return new JsonObject()
                .put("id", DiscordJson.text(world.self()))
                .put("name", world.bot().portrait.name())
                .put("description", world.bot().portrait.bio())
                .putNull("icon")
                .put("bot_public", false)
                .put("bot_require_code_grant", false)
                .put("flags", gateway.applicationFlags())
                .put("flags_new", Integer.toString(gateway.applicationFlags()))
                .put("tags", new JsonArray())
                .put("redirect_uris", new JsonArray())
                .putNull("type")
                .put("verify_key", VERIFY_KEY)
                .putNull("interactions_endpoint_url")
                .putNull("role_connections_verification_url")
                .put("explicit_content_filter", 0)
                .put("eligible_oauth2_scopes", JsonArray.of("bot", "applications.commands"))
                .put("approximate_guild_count", mine())
                .put("approximate_user_install_count", 0)
                .put("approximate_user_authorization_count", 0)
                .put("owner", json.user(world.person(world.home().owner)))
                .putNull("team");
    }

    private RestCall.Answer guilds(RestCall call) {
        long after = call.queryId("after");
        List<Guild> page = world.guilds.values().stream()
                .filter(it -> it.id > after && it.has(world.bot()))
                .sorted((a, b) -> Long.compare(a.id, b.id))
                .limit(call.query("limit", GUILDS_MAX, GUILDS_MAX))
                .toList();
        return call.ok(DiscordJson.array(
                page, it -> json.ofMine(it, call.query("with_counts").equals("true"))));
    }

    private RestCall.Answer openDm(RestCall call) {
        Person with = world.person(Snowflakes.parse(call.body().getString("recipient_id")));
        if (with.portrait.bot()) throw new Refusal(400, 50007, "Cannot send messages to this user");
        return call.ok(json.place(world.dm(world.self(), with.id())));
    }
}
