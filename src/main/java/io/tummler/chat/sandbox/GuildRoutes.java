package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** The guild, its members and their roles. */
final class GuildRoutes {
    private static final int MEMBERS_MAX = 1_000;

    private final World world;
    private final DiscordJson json;

    GuildRoutes(World world, DiscordJson json) {
        this.world = world;
        this.json = json;
    }

    void on(Rest rest) {
        rest.on("GET", "/guilds/:guild", call -> call.ok(json.guildAlone(guild(call))));
        rest.on(
                "GET",
                "/guilds/:guild/roles",
                call -> call.ok(DiscordJson.array(guild(call).roles.values(), json::role)));
        rest.on(
                "GET",
                "/guilds/:guild/channels",
                call -> call.ok(DiscordJson.array(guild(call).channels(), json::place)));
        rest.on("GET", "/guilds/:guild/threads/active", this::activeThreads);
        rest.on("GET", "/guilds/:guild/members", this::members);
        rest.on("GET", "/guilds/:guild/members/search", this::search);
        rest.on(
                "GET",
                "/guilds/:guild/members/:user",
                call -> call.ok(json.member(guild(call).member(call.id("user")))));
        rest.on("PUT", "/guilds/:guild/members/:user/roles/:role", call -> changeRole(call, true));
        rest.on("DELETE", "/guilds/:guild/members/:user/roles/:role", call -> changeRole(call, false));
    }

    /** The guild that is asked about, if the bot is in it. */
    private Guild guild(RestCall call) {
        Guild guild = world.guild(call.id("guild"));
        if (!guild.has(world.bot())) throw Refusal.unknown(10004, "Guild");
        return guild;
    }

    private RestCall.Answer activeThreads(RestCall call) {
        List<Place> threads = guild(call).threads().stream()
                .filter(it -> !it.archived && world.sees(world.bot(), it))
                .toList();
        List<Place> joined =
                threads.stream().filter(it -> it.people.contains(world.self())).toList();
        return call.ok(new JsonObject()
                .put("threads", DiscordJson.array(threads, json::place))
                .put("has_more", false)
                .put("members", DiscordJson.array(joined, it -> json.threadMember(it, world.self()))));
    }

    private RestCall.Answer members(RestCall call) {
        long after = Snowflakes.parse(call.query("after"));
        List<Member> found = guild(call).members.values().stream()
                .filter(it -> it.id() > after)
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .limit(call.query("limit", 1, MEMBERS_MAX))
                .toList();
        return call.ok(DiscordJson.array(found, json::member));
    }

    private RestCall.Answer search(RestCall call) {
        String start = call.query("query").toLowerCase(Locale.ROOT);
        List<Member> found = guild(call).members.values().stream()
                .filter(it -> it.person.username().startsWith(start))
                .limit(call.query("limit", 1, MEMBERS_MAX))
                .toList();
        return call.ok(DiscordJson.array(found, json::member));
    }

    private RestCall.Answer changeRole(RestCall call, boolean give) {
        Guild guild = guild(call);
        Member member = guild.member(call.id("user"));
        long role = guild.role(call.id("role")).id();
        if (give ? member.roles.add(role) : member.roles.remove(role)) world.publish(new Change.MemberChanged(member));
        return call.none();
    }
}
