package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A channel, thread or direct conversation in Discord's words. Called inside the world's lock. */
final class PlaceJson {
    private final World world;
    private final DiscordJson json;

    PlaceJson(World world, DiscordJson json) {
        this.world = world;
        this.json = json;
    }

    JsonObject of(Place place) {
        var bare = new JsonObject()
                .put("id", DiscordJson.text(place.id))
                .put("type", place.kind.type)
                .put("flags", 0)
                .put("last_message_id", last(place));
        if (place.kind.holdsMessages())
            bare.put("last_pin_timestamp", place.lastPin == null ? null : place.lastPin.toString());
        return switch (place.kind) {
            case TEXT, ANNOUNCEMENT -> channel(bare, place).put("topic", place.topic);
            case CATEGORY -> channel(bare, place);
            case FORUM -> forum(channel(bare, place).put("topic", place.topic), place);
            case DM ->
                bare.put(
                        "recipients",
                        DiscordJson.array(
                                place.people.stream()
                                        .filter(it -> it != world.self())
                                        .map(world::person)
                                        .toList(),
                                json::user));
            case PUBLIC_THREAD, PRIVATE_THREAD, ANNOUNCEMENT_THREAD -> thread(bare, place);
        };
    }

    private static JsonObject channel(JsonObject bare, Place place) {
        return bare.put("guild_id", DiscordJson.text(place.guild().id))
                .put("name", place.name)
                .put("position", place.position)
                .put("parent_id", place.parent == 0 ? null : DiscordJson.text(place.parent))
                .put("nsfw", place.nsfw)
                .put("rate_limit_per_user", place.slowmodeSeconds)
                .put("permission_overwrites", DiscordJson.array(place.overwrites.values(), PlaceJson::overwrite));
    }

    private static JsonObject overwrite(Overwrite overwrite) {
        return new JsonObject()
                .put("id", DiscordJson.text(overwrite.id()))
                .put("type", overwrite.member() ? 1 : 0)
                .put("allow", DiscordJson.text(overwrite.allow()))
                .put("deny", DiscordJson.text(overwrite.deny()));
    }

    private static JsonObject forum(JsonObject channel, Place place) {
        return channel.put("available_tags", place.tags)
                .putNull("default_reaction_emoji")
                .putNull("default_sort_order")
                .put("default_forum_layout", 0);
    }

    private JsonObject thread(JsonObject bare, Place place) {
        long count = world.postsIn(place.id).values().stream()
                .filter(it -> !it.isEphemeral() && it.id != place.id)
                .count();
        JsonObject thread = bare.put("guild_id", DiscordJson.text(place.guild().id))
                .put("parent_id", DiscordJson.text(place.parent))
                .put("owner_id", DiscordJson.text(place.owner))
                .put("name", place.name)
                .put("rate_limit_per_user", place.slowmodeSeconds)
                .put("message_count", count)
                .put("total_message_sent", count)
                .put("member_count", place.people.size())
                .put("thread_metadata", metadata(place));
        if (!place.tagged.isEmpty()) thread.put("applied_tags", place.tagged);
        return place.people.contains(world.self())
                ? thread.put("member", json.threadMember(place, world.self()))
                : thread;
    }

    private static JsonObject metadata(Place place) {
        var metadata = new JsonObject()
                .put("archived", place.archived)
                .put("locked", place.locked)
                .put("auto_archive_duration", place.archiveAfterMinutes)
                .put("archive_timestamp", place.archiveTurned.toString())
                .put("create_timestamp", place.opened.toString());
        return place.kind == Place.Kind.PRIVATE_THREAD ? metadata.put("invitable", place.invitable) : metadata;
    }

    private @Nullable String last(Place place) {
        return world.newestIn(place.id).map(it -> DiscordJson.text(it.id)).orElse(null);
    }
}
