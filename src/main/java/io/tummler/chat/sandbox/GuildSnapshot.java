package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A guild as JSON, and back; its places stand beside it. */
final class GuildSnapshot {
    private GuildSnapshot() {}

    static JsonObject of(Guild guild) {
        var roles = new JsonArray();
        guild.roles.values().forEach(role -> roles.add(role(role)));
        var members = new JsonArray();
        guild.members
                .values()
                .forEach(member -> members.add(new JsonObject()
                        .put("id", member.id())
                        .put("joined", member.joined.toString())
                        .put("roles", new JsonArray(List.copyOf(member.roles)))));
        var events = new JsonArray();
        guild.events.values().forEach(event -> events.add(event.keep()));
        var bans = new JsonArray();
        guild.bans.forEach((id, why) -> bans.add(new JsonObject().put("id", id).put("why", why.orElse(null))));
        return new JsonObject()
                .put("id", guild.id)
                .put("name", guild.name)
                .put("description", guild.description)
                .put("owner", guild.owner)
                .put("roles", roles)
                .put("members", members)
                .put("events", events)
                .put("bans", bans);
    }

    private static JsonObject role(Role role) {
        return new JsonObject()
                .put("id", role.id())
                .put("name", role.name())
                .put("color", role.color())
                .put("permissions", role.permissions())
                .put("bot", role.bot())
                .put("position", role.position())
                .put("hoist", role.hoist())
                .put("mentionable", role.mentionable());
    }

    static Guild load(JsonObject kept, Map<Long, Person> people) {
        var guild = new Guild(
                kept.getLong("id"), kept.getString("name"), kept.getString("description"), kept.getLong("owner"));
        for (JsonObject role : Snapshot.objects(kept, "roles")) {
            if (role.getLong("bot") != 0 && !people.containsKey(role.getLong("bot"))) continue;
            guild.put(new Role(
                    role.getLong("id"),
                    role.getString("name"),
                    role.getString("color"),
                    role.getLong("permissions"),
                    role.getLong("bot"),
                    role.getInteger("position"),
                    role.getBoolean("hoist"),
                    role.getBoolean("mentionable")));
        }
        for (JsonObject member : Snapshot.objects(kept, "members")) {
            Person person = people.get(member.getLong("id"));
            if (person == null) continue;
            Member admitted = guild.admit(person);
            admitted.joined = Snapshot.time(member, "joined", admitted.joined);
            admitted.roles.addAll(Snapshot.longs(member.getJsonArray("roles")));
            admitted.roles.retainAll(guild.roles.keySet());
        }
        for (JsonObject event : Snapshot.objects(kept, "events")) {
            ScheduledEvent planned = ScheduledEvent.kept(event, guild);
            planned.interested.retainAll(people.keySet());
            if (people.containsKey(planned.creator)) guild.events.put(planned.id, planned);
        }
        for (JsonObject ban : Snapshot.objects(kept, "bans"))
            if (people.containsKey(ban.getLong("id")))
                guild.bans.put(ban.getLong("id"), Optional.ofNullable(ban.getString("why")));
        return guild;
    }
}
