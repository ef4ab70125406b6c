package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The world as JSON, and back. The cast itself is not in it: what the cast no longer has is left out. */
final class Snapshot {
    private static final int VERSION = 1;

    private Snapshot() {}

    static JsonObject of(World world) {
        var people = new JsonArray();
        world.people
                .values()
                .forEach(person -> people.add(new JsonObject()
                        .put("id", person.id())
                        .put("roles", new JsonArray(List.copyOf(person.roles)))
                        .put("dmsOpen", person.dmsOpen)
                        .put("gone", person.gone)));
        var places = new JsonArray();
        world.places.values().forEach(place -> places.add(keep(place)));
        var posts = new JsonArray();
        world.posts.values().forEach(here -> here.values().forEach(post -> posts.add(post.keep())));
        var commands = new JsonArray();
        world.commands.values().forEach(commands::add);
        var interactions = new JsonArray();
        world.interactions.values().stream().filter(it -> !it.isOver()).forEach(it -> interactions.add(it.keep()));
        return new JsonObject()
                .put("version", VERSION)
                .put("ahead", world.clock.ahead().toString())
                .put("lastId", world.ids.last())
                .put("people", people)
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
        for (JsonObject person : objects(kept, "people")) loadPerson(person, world.people, world.cast.roles.keySet());
        for (JsonObject place : objects(kept, "places")) loadPlace(place, world);
        world.posts.clear();
        for (JsonObject post : objects(kept, "posts")) {
            Post said = Post.kept(post);
            if (world.places.containsKey(said.channel) && world.people.containsKey(said.author))
                world.postsIn(said.channel).put(said.id, said);
        }
        for (JsonObject command : objects(kept, "commands"))
            world.commands.put(Long.parseLong(command.getString("id")), command);
        for (JsonObject interaction : objects(kept, "interactions")) {
            Interaction asked = Interaction.kept(interaction);
            world.interactions.put(asked.id, asked);
        }
    }

    private static void loadPerson(JsonObject kept, Map<Long, Person> people, Set<Long> known) {
        Person person = people.get(kept.getLong("id"));
        if (person == null) return;
        person.roles.clear();
        person.roles.addAll(longs(kept.getJsonArray("roles")));
        person.roles.retainAll(known);
        person.dmsOpen = kept.getBoolean("dmsOpen");
        person.gone = kept.getBoolean("gone");
    }

    private static JsonObject keep(Place place) {
        return new JsonObject()
                .put("id", place.id)
                .put("kind", place.kind.name())
                .put("parent", place.parent)
                .put("owner", place.owner)
                .put("name", place.name)
                .put("topic", place.topic)
                .put("people", new JsonArray(List.copyOf(place.people)))
                .put("archived", place.archived)
                .put("locked", place.locked)
                .put("invitable", place.invitable)
                .put("archiveAfterMinutes", place.archiveAfterMinutes);
    }

    private static void loadPlace(JsonObject kept, World world) {
        long id = kept.getLong("id");
        Place.Kind kind = Place.Kind.valueOf(kept.getString("kind"));
        long hangsFrom = kind == Place.Kind.TEXT ? id : kept.getLong("parent");
        if (kind != Place.Kind.DM && !world.places.containsKey(hangsFrom)) return;
        Place place = world.places.computeIfAbsent(
                id, _ -> new Place(id, kind, kept.getLong("parent"), kept.getLong("owner"), ""));
        place.name = kept.getString("name");
        place.topic = kept.getString("topic");
        place.people.addAll(longs(kept.getJsonArray("people")));
        place.archived = kept.getBoolean("archived");
        place.locked = kept.getBoolean("locked");
        place.invitable = kept.getBoolean("invitable");
        place.archiveAfterMinutes = kept.getInteger("archiveAfterMinutes");
    }

    private static List<JsonObject> objects(JsonObject kept, String key) {
        return kept.getJsonArray(key).stream().map(JsonObject.class::cast).toList();
    }

    static List<Long> longs(JsonArray numbers) {
        return numbers.stream().map(it -> ((Number) it).longValue()).toList();
    }
}
