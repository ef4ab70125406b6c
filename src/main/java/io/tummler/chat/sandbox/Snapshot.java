package io.tummler.chat.sandbox;

import static java.util.Objects.requireNonNullElse;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The world as JSON, and back. The cast's people are not in it: what others left than the cast has, such as other bots, is
 * left out when it is loaded. What still waits for a first answer is not kept, as nobody would give it up.
 */
final class Snapshot {
    private static final int VERSION = 2;

    private Snapshot() {}

    static JsonObject of(World world) {
        var people = new JsonArray();
        world.people
                .values()
                .forEach(person -> people.add(new JsonObject()
                        .put("id", person.id())
                        .put("dmsOpen", person.dmsOpen)
                        .put("locale", person.locale)));
        var guilds = new JsonArray();
        world.guilds.values().forEach(guild -> guilds.add(GuildSnapshot.of(guild)));
        var places = new JsonArray();
        world.places.values().forEach(place -> places.add(PlaceSnapshot.of(place)));
        var posts = new JsonArray();
        world.posts.values().forEach(here -> here.values().forEach(post -> posts.add(post.keep())));
        var commands = new JsonArray();
        world.commands.values().forEach(commands::add);
        var interactions = new JsonArray();
        world.interactions.values().stream()
                .filter(it -> !it.isOver(world.clock.millis()) && it.state != Interaction.State.WAITING)
                .forEach(it -> interactions.add(it.keep()));
        return new JsonObject()
                .put("version", VERSION)
                .put("ahead", world.clock.ahead().toString())
                .put("lastId", world.ids.last())
                .put("people", people)
                .put("guilds", guilds)
                .put("places", places)
                .put("posts", posts)
                .put("commands", commands)
                .put("interactions", interactions);
    }

    static void load(JsonObject kept, World world) {
        if (kept.getInteger("version", 0) != VERSION)
            throw new IllegalArgumentException("not version " + VERSION + " of a sandbox's state");
        world.clock.forward(Duration.parse(kept.getString("ahead")));
        world.ids.after(kept.getLong("lastId"));
        for (JsonObject person : objects(kept, "people")) {
            Person of = world.people.get(person.getLong("id"));
            if (of == null) continue;
            of.dmsOpen = person.getBoolean("dmsOpen");
            of.locale = person.getString("locale");
        }
        for (JsonObject guild : objects(kept, "guilds")) {
            Guild loaded = GuildSnapshot.load(guild, world.people);
            world.guilds.put(loaded.id, loaded);
        }
        world.places.clear();
        Set<Long> known = world.people.keySet();
        for (JsonObject place : objects(kept, "places")) {
            Place loaded = PlaceSnapshot.load(place, world);
            boolean whole = loaded.people.stream().allMatch(known::contains);
            loaded.people.retainAll(known);
            if (whole || !loaded.isDm()) world.put(loaded);
        }
        world.posts.clear();
        for (JsonObject post : objects(kept, "posts")) {
            Post said = Post.kept(post);
            said.mentions.retainAll(known);
            said.reactions.values().forEach(who -> who.retainAll(known));
            said.reactions.values().removeIf(Set::isEmpty);
            if (world.places.containsKey(said.channel) && known.contains(said.author))
                world.postsIn(said.channel).put(said.id, said);
        }
        for (JsonObject command : objects(kept, "commands"))
            if (known.contains(Long.parseLong(command.getString("application_id"))))
                world.commands.put(Long.parseLong(command.getString("id")), command);
        for (JsonObject interaction : objects(kept, "interactions")) {
            Interaction asked = Interaction.kept(interaction);
            if (known.contains(asked.application)) world.interactions.put(asked.id, asked);
        }
    }

    static List<JsonObject> objects(JsonObject kept, String key) {
        return kept.getJsonArray(key).stream().map(JsonObject.class::cast).toList();
    }

    static @Nullable Instant time(JsonObject kept, String key) {
        String time = kept.getString(key);
        return time == null ? null : Instant.parse(time);
    }

    /** A time, which files of an earlier sandbox do not have. */
    static Instant time(JsonObject kept, String key, Instant otherwise) {
        return requireNonNullElse(time(kept, key), otherwise);
    }

    static List<Long> longs(JsonArray numbers) {
        return numbers.stream().map(it -> ((Number) it).longValue()).toList();
    }
}
