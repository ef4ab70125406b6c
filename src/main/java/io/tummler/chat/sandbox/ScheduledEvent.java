package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A gathering that a guild announces, somewhere outside of Discord. Guarded by the world's lock. */
final class ScheduledEvent {
    static final int SCHEDULED = 1;
    static final int ACTIVE = 2;
    static final int COMPLETED = 3;
    static final int CANCELED = 4;
    static final int EXTERNAL = 3;
    static final int GUILD_ONLY = 2;

    final long id;
    final Guild guild;
    final long creator;
    String name = "";
    String description = "";
    String location = "";
    Instant start;

    @Nullable Instant end;

    int status = SCHEDULED;
    final Set<Long> interested = new LinkedHashSet<>();

    ScheduledEvent(long id, Guild guild, long creator, Instant start) {
        this.id = id;
        this.guild = guild;
        this.creator = creator;
        this.start = start;
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("id", DiscordJson.text(id))
                .put("guild_id", DiscordJson.text(guild.id))
                .putNull("channel_id")
                .put("creator_id", DiscordJson.text(creator))
                .put("name", name)
                .put("description", description)
                .put("scheduled_start_time", start.toString())
                .put("scheduled_end_time", end == null ? null : end.toString())
                .put("privacy_level", GUILD_ONLY)
                .put("status", status)
                .put("entity_type", EXTERNAL)
                .putNull("entity_id")
                .put("entity_metadata", new JsonObject().put("location", location))
                .put("user_count", interested.size())
                .putNull("image")
                .putNull("recurrence_rule")
                .put("guild_scheduled_event_exceptions", new JsonArray());
    }

    JsonObject keep() {
        return new JsonObject()
                .put("id", id)
                .put("creator", creator)
                .put("name", name)
                .put("description", description)
                .put("location", location)
                .put("start", start.toString())
                .put("end", end == null ? null : end.toString())
                .put("status", status)
                .put("interested", new JsonArray(List.copyOf(interested)));
    }

    static ScheduledEvent kept(JsonObject kept, Guild guild) {
        var event = new ScheduledEvent(
                kept.getLong("id"), guild, kept.getLong("creator"), Instant.parse(kept.getString("start")));
        event.name = kept.getString("name");
        event.description = kept.getString("description");
        event.location = kept.getString("location");
        String end = kept.getString("end");
        event.end = end == null ? null : Instant.parse(end);
        event.status = kept.getInteger("status");
        event.interested.addAll(Snapshot.longs(kept.getJsonArray("interested")));
        return event;
    }
}
