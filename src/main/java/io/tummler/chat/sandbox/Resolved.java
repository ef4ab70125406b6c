package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * The people, roles and channels that somebody chose, in an option, a select menu or a form, as Discord sends them along.
 * What the one who chooses can't see can't be chosen. Called inside the world's lock.
 */
final class Resolved {
    private final Person chooser;
    private final Place where;
    private final World world;
    private final DiscordJson json;
    private final JsonObject found = new JsonObject();

    Resolved(Person chooser, Place where, World world, DiscordJson json) {
        this.chooser = chooser;
        this.where = where;
        this.world = world;
        this.json = json;
    }

    void person(String id, String field) {
        if (!addPerson(id)) throw Refusal.plain(400, "\"" + field + "\" names nobody who is here");
    }

    void role(String id, String field) {
        if (!addRole(id)) throw Refusal.plain(400, "\"" + field + "\" names no role");
    }

    void personOrRole(String id, String field) {
        if (!addPerson(id) && !addRole(id)) throw Refusal.plain(400, "\"" + field + "\" names neither person nor role");
    }

    /**
     * @param types the kinds of channel that are wanted, in Discord's numbers; empty for all
     */
    void channel(String id, String field, JsonArray types) {
        Place place = where.isDm() ? null : where.guild().places.get(Snowflakes.parse(id));
        if (place == null || !world.sees(chooser, place))
            throw Refusal.plain(400, "\"" + field + "\" names no channel");
        if (!types.isEmpty() && !types.contains(place.kind.type))
            throw Refusal.plain(400, "\"" + field + "\" wants another kind of channel");
        long may = Permissions.in(place, where.guild().member(chooser.id()));
        add("channels", id, json.place(place).put("permissions", DiscordJson.text(may)));
    }

    private boolean addPerson(String id) {
        Person person = world.people.get(Snowflakes.parse(id));
        if (person == null) return false;
        add("users", id, json.user(person));
        if (!where.isDm()) where.guild().find(person.id()).ifPresent(it -> add("members", id, member(it)));
        return true;
    }

    private JsonObject member(Member member) {
        long may = Permissions.in(where, member);
        return json.partialMember(member).put("permissions", DiscordJson.text(may));
    }

    private boolean addRole(String id) {
        Role role = where.isDm() ? null : where.guild().roles.get(Snowflakes.parse(id));
        if (role == null) return false;
        add("roles", id, json.role(role));
        return true;
    }

    private void add(String kind, String id, JsonObject what) {
        if (!found.containsKey(kind)) found.put(kind, new JsonObject());
        found.getJsonObject(kind).put(id, what);
    }

    /** Puts what was chosen beside the rest of the data, if anything was. */
    JsonObject into(JsonObject data) {
        return found.isEmpty() ? data : data.put("resolved", found);
    }
}
