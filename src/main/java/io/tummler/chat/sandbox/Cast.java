package io.tummler.chat.sandbox;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** The invented community that every sandbox starts with, from {@code sandbox/cast.json}. */
final class Cast {
    private static final String FILE = "sandbox/cast.json";

    final long guild;
    final String guildName;
    final String guildDescription;
    final long owner;
    final long bot;
    final Map<Long, Role> roles = new LinkedHashMap<>();
    private final JsonObject json;

    Cast() {
        json = read();
        JsonObject about = json.getJsonObject("guild");
        guild = id(about);
        guildName = about.getString("name");
        guildDescription = about.getString("description");
        bot = id(json.getJsonObject("bot"));
        int position = 0;
        for (JsonObject role : objects("roles")) {
            var made = new Role(
                    id(role),
                    role.getString("name"),
                    role.getString("color"),
                    Long.parseLong(role.getString("permissions")),
                    role.getBoolean("managed", false),
                    position++);
            roles.put(made.id(), made);
        }
        owner = people().stream()
                .filter(it -> it.username().equals(about.getString("owner")))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The people, newly made: the members in the cast's order, the bot last. */
    List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (JsonObject member : objects("members")) people.add(person(member, false));
        people.add(person(json.getJsonObject("bot"), true));
        return people;
    }

    private Person person(JsonObject from, boolean bot) {
        var portrait = new Person.Portrait(
                id(from),
                from.getString("username"),
                from.getString("name"),
                from.getString("color"),
                from.getString("bio"),
                from.getString("trade", ""),
                strings(from, "looksFor"),
                strings(from, "offers"),
                bot);
        Set<Long> roles = new LinkedHashSet<>();
        strings(from, "roles").forEach(name -> roles.add(role(name)));
        if (bot)
            this.roles.values().stream().filter(Role::managed).map(Role::id).forEach(roles::add);
        return new Person(portrait, roles);
    }

    /** The channels, newly made. */
    List<Place> channels() {
        List<Place> channels = new ArrayList<>();
        for (JsonObject from : objects("channels")) {
            var channel = new Place(id(from), Place.Kind.TEXT, 0, 0, from.getString("name"));
            channel.topic = from.getString("topic");
            channel.position = channels.size();
            strings(from, "onlyFor").forEach(name -> channel.onlyFor.add(role(name)));
            channels.add(channel);
        }
        return channels;
    }

    /** What was said before anybody came to look, newly made. */
    List<Post> messages() {
        Map<String, Long> people = new LinkedHashMap<>();
        people().forEach(person -> people.put(person.username(), person.id()));
        Map<String, Long> channels = new LinkedHashMap<>();
        channels().forEach(channel -> channels.put(channel.name, channel.id));
        List<Post> messages = new ArrayList<>();
        for (JsonObject from : objects("messages")) {
            var post = new Post(
                    id(from),
                    requireNonNull(channels.get(from.getString("channel"))),
                    requireNonNull(people.get(from.getString("author"))));
            post.content = from.getString("content");
            messages.add(post);
        }
        return messages;
    }

    /**
     * @throws NoSuchElementException if the cast has no such role
     */
    long role(String name) {
        return roles.values().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no role of that name in the cast: " + name))
                .id();
    }

    private List<JsonObject> objects(String key) {
        return json.getJsonArray(key).stream().map(JsonObject.class::cast).toList();
    }

    private static List<String> strings(JsonObject from, String key) {
        return from.getJsonArray(key, new JsonArray()).stream()
                .map(String.class::cast)
                .toList();
    }

    private static long id(JsonObject from) {
        return Long.parseLong(from.getString("id"));
    }

    private static JsonObject read() {
        try (InputStream in = Cast.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException(FILE + " is missing from the class path");
            return new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
