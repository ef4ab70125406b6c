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
        rest.on("GET", "/guilds/:guild", call -> {
            check(call);
            return call.ok(json.guildAlone());
        });
        rest.on("GET", "/guilds/:guild/roles", call -> {
            check(call);
            return call.ok(DiscordJson.array(world.cast.roles.values(), json::role));
        });
        rest.on("GET", "/guilds/:guild/channels", call -> {
            check(call);
            return call.ok(DiscordJson.array(world.places(Place.Kind.TEXT), json::place));
        });
        rest.on("GET", "/guilds/:guild/threads/active", this::activeThreads);
        rest.on("GET", "/guilds/:guild/members", this::members);
        rest.on("GET", "/guilds/:guild/members/search", this::search);
        rest.on("GET", "/guilds/:guild/members/:user", call -> {
            check(call);
            return call.ok(json.member(world.member(call.id("user"))));
        });
        rest.on("PUT", "/guilds/:guild/members/:user/roles/:role", call -> changeRole(call, true));
        rest.on("DELETE", "/guilds/:guild/members/:user/roles/:role", call -> changeRole(call, false));
    }

    private void check(RestCall call) {
        if (call.id("guild") != world.cast.guild) throw Refusal.unknown(10004, "Guild");
    }

    private RestCall.Answer activeThreads(RestCall call) {
        check(call);
        List<Place> threads = world.places(Place.Kind.PUBLIC_THREAD, Place.Kind.PRIVATE_THREAD).stream()
                .filter(it -> !it.archived)
                .toList();
        List<Place> joined = threads.stream()
                .filter(it -> it.people.contains(world.cast.bot))
                .toList();
        return call.ok(new JsonObject()
                .put("threads", DiscordJson.array(threads, json::place))
                .put("members", DiscordJson.array(joined, it -> json.threadMember(it, world.cast.bot))));
    }

    private RestCall.Answer members(RestCall call) {
        check(call);
        long after = Snowflakes.parse(call.query("after"));
        List<Person> found = world.people.values().stream()
                .filter(it -> !it.gone && it.id() > after)
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .limit(call.query("limit", 1, MEMBERS_MAX))
                .toList();
        return call.ok(DiscordJson.array(found, json::member));
    }

    private RestCall.Answer search(RestCall call) {
        check(call);
        String start = call.query("query").toLowerCase(Locale.ROOT);
        List<Person> found = world.people.values().stream()
                .filter(it -> !it.gone && it.username().startsWith(start))
                .limit(call.query("limit", 1, MEMBERS_MAX))
                .toList();
        return call.ok(DiscordJson.array(found, json::member));
    }

    private RestCall.Answer changeRole(RestCall call, boolean give) {
        check(call);
        Person person = world.member(call.id("user"));
        long role = world.role(call.id("role")).id();
        if (give ? person.roles.add(role) : person.roles.remove(role)) world.publish(new Change.MemberChanged(person));
        return call.none();
    }
}
