package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** A channel, a thread or a direct conversation as JSON, and back. */
final class PlaceSnapshot {
    private PlaceSnapshot() {}

    static JsonObject of(Place place) {
        var overwrites = new JsonArray();
        place.overwrites
                .values()
                .forEach(it -> overwrites.add(new JsonObject()
                        .put("id", it.id())
                        .put("member", it.member())
                        .put("allow", it.allow())
                        .put("deny", it.deny())));
        return new JsonObject()
                .put("id", place.id)
                .put("kind", place.kind.name())
                .put("guild", place.isDm() ? 0 : place.guild().id)
                .put("parent", place.parent)
                .put("owner", place.owner)
                .put("name", place.name)
                .put("topic", place.topic)
                .put("position", place.position)
                .put("people", new JsonArray(List.copyOf(place.people)))
                .put("overwrites", overwrites)
                .put("slowmodeSeconds", place.slowmodeSeconds)
                .put("nsfw", place.nsfw)
                .put("lastPin", place.lastPin == null ? null : place.lastPin.toString())
                .put("tags", place.tags)
                .put("tagged", place.tagged)
                .put("archived", place.archived)
                .put("opened", place.opened.toString())
                .put("archiveTurned", place.archiveTurned.toString())
                .put("locked", place.locked)
                .put("invitable", place.invitable)
                .put("archiveAfterMinutes", place.archiveAfterMinutes);
    }

    static Place load(JsonObject kept, World world) {
        Place place = bare(kept, world);
        place.parent = kept.getLong("parent");
        place.topic = kept.getString("topic");
        place.position = kept.getInteger("position");
        place.people.addAll(Snapshot.longs(kept.getJsonArray("people")));
        for (JsonObject it : Snapshot.objects(kept, "overwrites"))
            place.put(
                    new Overwrite(it.getLong("id"), it.getBoolean("member"), it.getLong("allow"), it.getLong("deny")));
        place.slowmodeSeconds = kept.getInteger("slowmodeSeconds");
        place.lastPin = Snapshot.time(kept, "lastPin");
        place.nsfw = kept.getBoolean("nsfw");
        place.tags = kept.getJsonArray("tags");
        place.tagged = kept.getJsonArray("tagged");
        place.archived = kept.getBoolean("archived");
        place.opened = Snapshot.time(kept, "opened", place.opened);
        place.archiveTurned = Snapshot.time(kept, "archiveTurned", place.opened);
        place.locked = kept.getBoolean("locked");
        place.invitable = kept.getBoolean("invitable");
        place.archiveAfterMinutes = kept.getInteger("archiveAfterMinutes");
        return place;
    }

    private static Place bare(JsonObject kept, World world) {
        Place.Kind kind = Place.Kind.valueOf(kept.getString("kind"));
        long id = kept.getLong("id");
        long owner = kept.getLong("owner");
        if (kind == Place.Kind.DM) {
            long other = Snapshot.longs(kept.getJsonArray("people")).stream()
                    .filter(it -> it != owner)
                    .findFirst()
                    .orElse(owner);
            return Place.dm(id, owner, other);
        }
        Guild guild = world.guild(kept.getLong("guild"));
        return kind.isThread()
                ? Place.thread(id, kind, world.place(kept.getLong("parent")), owner, kept.getString("name"))
                : Place.channel(id, kind, guild, kept.getString("name"));
    }
}
