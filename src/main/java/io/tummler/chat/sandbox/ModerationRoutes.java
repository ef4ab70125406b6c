package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is put out, who is banned, and the log of what the bot did. */
final class ModerationRoutes {
    private static final int PAGE = 50;
    private static final int PAGE_MAX = 100;
    private static final int BANS_PAGE_MAX = 1_000;
    private static final int DELETED_SECONDS_MAX = 604_800;

    private final World world;
    private final DiscordJson json;
    private final Access access;

    ModerationRoutes(World world, DiscordJson json, Access access) {
        this.world = world;
        this.json = json;
        this.access = access;
    }

    void on(Rest rest) {
        rest.on("DELETE", "/guilds/:guild/members/:user", this::kick);
        rest.on("GET", "/guilds/:guild/bans", this::bans);
        rest.on("GET", "/guilds/:guild/bans/:user", call -> {
            Guild guild = access.guild(call, Permissions.BAN_MEMBERS);
            return call.ok(ban(guild, banned(call, guild).id()));
        });
        rest.on("PUT", "/guilds/:guild/bans/:user", this::banOne);
        rest.on("DELETE", "/guilds/:guild/bans/:user", this::unban);
        rest.on("GET", "/guilds/:guild/audit-logs", this::log);
        rest.on("DELETE", "/users/@me/guilds/:guild", call -> {
            world.leave(access.guild(call).member(world.self()));
            return call.none();
        });
    }

    private RestCall.Answer kick(RestCall call) {
        Guild guild = access.guild(call, Permissions.KICK_MEMBERS);
        Member member = guild.member(call.id("user"));
        access.outranks(guild, member);
        world.leave(member);
        world.audit(guild, AuditEntry.MEMBER_KICK, member.id(), call.reason());
        return call.none();
    }

    private RestCall.Answer banOne(RestCall call) {
        Guild guild = access.guild(call, Permissions.BAN_MEMBERS);
        Person person = world.person(call.id("user"));
        guild.find(person.id()).ifPresent(member -> access.outranks(guild, member));
        int seconds = RestCall.number(call.body(), "delete_message_seconds", 0);
        if (seconds < 0 || seconds > DELETED_SECONDS_MAX)
            throw Refusal.badForm(
                    "delete_message_seconds", "NUMBER_TYPE_MAX", "Must be between 0 and " + DELETED_SECONDS_MAX + ".");
        if (guild.bans.containsKey(person.id())) return call.none();
        if (seconds > 0) forget(guild, person, world.clock.instant().minusSeconds(seconds));
        guild.bans.put(person.id(), call.reason());
        guild.find(person.id()).ifPresent(world::leave);
        world.publish(new Change.Banned(guild, person));
        world.audit(guild, AuditEntry.MEMBER_BAN_ADD, person.id(), call.reason());
        return call.none();
    }

    private void forget(Guild guild, Person person, Instant since) {
        for (Place place : guild.places.values()) {
            List<Post> posts = world.postsIn(place.id).values().stream()
                    .filter(it ->
                            it.author == person.id() && Snowflakes.at(it.id).isAfter(since))
                    .toList();
            if (!posts.isEmpty()) world.delete(place, posts);
        }
    }

    private Person banned(RestCall call, Guild guild) {
        if (!guild.bans.containsKey(call.id("user"))) throw Refusal.unknown(10026, "Ban");
        return world.person(call.id("user"));
    }

    private RestCall.Answer unban(RestCall call) {
        Guild guild = access.guild(call, Permissions.BAN_MEMBERS);
        Person person = banned(call, guild);
        guild.bans.remove(person.id());
        world.publish(new Change.Unbanned(guild, person));
        world.audit(guild, AuditEntry.MEMBER_BAN_REMOVE, person.id(), call.reason());
        return call.none();
    }

    private JsonObject ban(Guild guild, long who) {
        Optional<String> why = guild.bans.getOrDefault(who, Optional.empty());
        return new JsonObject().put("user", json.user(world.person(who))).put("reason", why.orElse(null));
    }

    private RestCall.Answer bans(RestCall call) {
        Guild guild = access.guild(call, Permissions.BAN_MEMBERS);
        long after = call.queryId("after");
        long before = call.queryId("before");
        List<Long> page = guild.bans.keySet().stream()
                .filter(it -> it > after && (before == 0 || it < before))
                .sorted()
                .limit(call.query("limit", BANS_PAGE_MAX, BANS_PAGE_MAX))
                .toList();
        return call.ok(DiscordJson.array(page, who -> ban(guild, who)));
    }

    /** Newest first. */
    private RestCall.Answer log(RestCall call) {
        Guild guild = access.guild(call, Permissions.VIEW_AUDIT_LOG);
        long action = call.queryId("action_type");
        long by = call.queryId("user_id");
        long before = call.queryId("before");
        long after = call.queryId("after");
        List<AuditEntry> page = List.copyOf(guild.audit).reversed().stream()
                .filter(it -> action == 0 || it.action() == action)
                .filter(it -> by == 0 || it.by() == by)
                .filter(it -> it.id() > after && (before == 0 || it.id() < before))
                .limit(call.query("limit", PAGE, PAGE_MAX))
                .toList();
        Set<Person> about = new LinkedHashSet<>();
        for (AuditEntry entry : page) {
            about.add(world.person(entry.by()));
            if (world.people.containsKey(entry.target())) about.add(world.person(entry.target()));
        }
        return call.ok(new JsonObject()
                .put("audit_log_entries", DiscordJson.array(page, AuditEntry::toJson))
                .put("users", DiscordJson.array(about, json::user))
                .put("integrations", new JsonArray())
                .put("webhooks", new JsonArray())
                .put("guild_scheduled_events", new JsonArray())
                .put("threads", new JsonArray())
                .put("application_commands", new JsonArray())
                .put("auto_moderation_rules", new JsonArray()));
    }
}
