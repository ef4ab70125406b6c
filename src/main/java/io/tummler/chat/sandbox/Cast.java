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
import java.util.List;
import java.util.Map;

/** The invented community that every sandbox starts with, from {@code sandbox/cast.json}. */
final class Cast {
    private static final String FILE = "sandbox/cast.json";
    private static final int OTHERS_MEMBERS = 3;

    final long guild;
    final long bot;
    private final JsonObject json;

    Cast() {
        json = read();
        guild = id(json.getJsonObject("guild"));
        bot = id(json.getJsonObject("bot"));
    }

    /** The people, newly made: the members in the cast's order, the bot last. */
    List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (JsonObject member : objects("members")) people.add(person(member, false));
        people.add(person(json.getJsonObject("bot"), true));
        return people;
    }

    private static Person person(JsonObject from, boolean bot) {
        return new Person(new Person.Portrait(
                id(from),
                from.getString("username"),
                from.getString("name"),
                from.getString("color"),
                from.getString("bio"),
                from.getString("trade", ""),
                strings(from, "looksFor"),
                strings(from, "offers"),
                bot));
    }

    /** The guild, newly made, with all these people in it. */
    Guild guild(Map<Long, Person> people) {
        JsonObject about = json.getJsonObject("guild");
        long owner = people.values().stream()
                .filter(it -> it.username().equals(about.getString("owner")))
                .findFirst()
                .orElseThrow()
                .id();
        var made = new Guild(guild, about.getString("name"), about.getString("description"), owner);
        int position = 0;
        for (JsonObject role : objects("roles")) made.put(role(role, id(role), position++));
        for (JsonObject channel : objects("channels")) open(channel, made);
        people.values().forEach(made::admit);
        for (JsonObject member : objects("members"))
            strings(member, "roles")
                    .forEach(role -> made.member(id(member))
                            .roles
                            .add(made.roleNamed(role).id()));
        made.member(bot).roles.add(botRole(made).id());
        return made;
    }

    /** A small guild beside the cast's, with one channel and the first few people of the cast in it, newly made. */
    Guild another(long id, String name, Guild first) {
        var made = new Guild(id, name, "One of many", first.owner);
        made.put(role(objects("roles").getFirst(), id, 0));
        var channel = Place.channel(id + 1, Place.Kind.TEXT, made, "general");
        made.places.put(channel.id, channel);
        first.members.values().stream()
                .map(it -> it.person)
                .limit(OTHERS_MEMBERS)
                .forEach(made::admit);
        Role bots = botRole(first);
        var role = new Role(id + 2, bots.name(), bots.color(), bots.permissions(), bot, 1, false, false);
        made.put(role);
        made.admit(first.member(first.owner).person);
        made.admit(first.member(bot).person).roles.add(role.id());
        return made;
    }

    /** What a bot beside the cast's own is there. */
    Role roleFor(Person bot, long id, Guild guild) {
        Role own = botRole(guild);
        return new Role(id, bot.username(), own.color(), own.permissions(), bot.id(), guild.roles.size(), false, false);
    }

    private static Role botRole(Guild guild) {
        return guild.roles.values().stream().filter(Role::managed).findFirst().orElseThrow();
    }

    private Role role(JsonObject from, long id, int position) {
        return new Role(
                id,
                from.getString("name"),
                from.getString("color"),
                Long.parseLong(from.getString("permissions")),
                from.getBoolean("managed", false) ? bot : 0,
                position,
                false,
                false);
    }

    private static void open(JsonObject from, Guild guild) {
        var channel = Place.channel(id(from), Place.Kind.TEXT, guild, from.getString("name"));
        channel.topic = from.getString("topic");
        channel.position = guild.places.size();
        List<String> onlyFor = strings(from, "onlyFor");
        if (!onlyFor.isEmpty()) {
            channel.put(Overwrite.deny(guild.id, Permissions.VIEW_CHANNEL));
            onlyFor.forEach(
                    name -> channel.put(Overwrite.allow(guild.roleNamed(name).id(), Permissions.VIEW_CHANNEL)));
            channel.put(Overwrite.allow(botRole(guild).id(), Permissions.VIEW_CHANNEL));
        }
        guild.places.put(channel.id, channel);
    }

    /** What was said before anybody came to look, newly made. */
    List<Post> messages() {
        Map<String, Long> people = new LinkedHashMap<>();
        people().forEach(person -> people.put(person.username(), person.id()));
        Map<String, Long> channels = new LinkedHashMap<>();
        objects("channels").forEach(channel -> channels.put(channel.getString("name"), id(channel)));
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
