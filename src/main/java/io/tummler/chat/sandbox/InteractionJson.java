package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A command or a press in Discord's words, but for the message it may be about. Called inside the world's lock. */
final class InteractionJson {
    private final World world;
    private final DiscordJson json;

    InteractionJson(World world, DiscordJson json) {
        this.world = world;
        this.json = json;
    }

    JsonObject of(Interaction asked) {
        Place place = world.place(asked.channel);
        Person person = world.person(asked.user);
        String all = DiscordJson.text(world.permissions(person, place));
        JsonObject data = new JsonObject()
                .put("id", DiscordJson.text(asked.id))
                .put("application_id", DiscordJson.text(world.self()))
                .put("type", asked.type)
                .put("token", asked.token)
                .put("version", 1)
                .put("data", asked.data)
                .put("channel_id", DiscordJson.text(place.id))
                .put("channel", json.place(place).put("permissions", all))
                .put("locale", person.locale)
                .put("entitlements", new JsonArray())
                .put("app_permissions", DiscordJson.text(world.permissions(world.bot(), place)));
        return place.isDm() ? directly(person, data) : in(place.guild(), person, all, data);
    }

    private JsonObject directly(Person person, JsonObject data) {
        return data.put("user", json.user(person))
                .put("context", 1)
                .put("authorizing_integration_owners", new JsonObject().put("0", "0"));
    }

    private JsonObject in(Guild in, Person person, String permissions, JsonObject data) {
        String guild = DiscordJson.text(in.id);
        return data.put("guild_id", guild)
                .put("context", 0)
                .put("authorizing_integration_owners", new JsonObject().put("0", guild))
                .put("guild_locale", "en-US")
                .put("member", json.member(in.member(person.id())).put("permissions", permissions))
                .put(
                        "guild",
                        new JsonObject().put("id", guild).put("locale", "en-US").put("features", new JsonArray()));
    }
}
