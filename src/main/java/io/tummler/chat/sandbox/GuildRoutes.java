package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** The guild and its members. */
final class GuildRoutes {
    private static final int MEMBERS_MAX = 1_000;

    private final DiscordJson json;
    private final Access access;
    private final boolean mayKnowMembers;

    /**
     * @param mayKnowMembers whether the application has the intent to know members switched on
     */
    GuildRoutes(DiscordJson json, Access access, boolean mayKnowMembers) {
        this.json = json;
        this.mayKnowMembers = mayKnowMembers;
        this.access = access;
    }

    void on(Rest rest) {
        rest.on("GET", "/guilds/:guild", this::guild);
        rest.on("GET", "/guilds/:guild/members", this::members);
        rest.on("GET", "/guilds/:guild/members/search", this::search);
        rest.on(
                "GET",
                "/guilds/:guild/members/:user",
                call -> call.ok(json.member(access.guild(call).member(call.id("user")))));
    }

    private RestCall.Answer guild(RestCall call) {
        Guild guild = access.guild(call);
        JsonObject alone = json.guildAlone(guild);
        return call.ok(call.query("with_counts").equals("true") ? json.counted(guild, alone) : alone);
    }

    /** Who is there is told to applications alone that have the intent to know it. */
    private RestCall.Answer members(RestCall call) {
        if (!mayKnowMembers) throw Access.missingAccess();
        long after = call.queryId("after");
        List<Member> found = access.guild(call).members.values().stream()
                .filter(it -> it.id() > after)
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .limit(call.query("limit", 1, MEMBERS_MAX))
                .toList();
        return call.ok(DiscordJson.array(found, json::member));
    }

    private RestCall.Answer search(RestCall call) {
        String start = call.query("query").toLowerCase(Locale.ROOT);
        List<Member> found = access.guild(call).members.values().stream()
                .filter(it -> it.person.username().startsWith(start))
                .limit(call.query("limit", 1, MEMBERS_MAX))
                .toList();
        return call.ok(DiscordJson.array(found, json::member));
    }
}
