package io.tummler.chat.sandbox;

import io.tummler.chat.sandbox.GatewayEvents.Event;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What the bot is told of a change of a guild itself. */
final class GuildEvents {
    private final World world;
    private final DiscordJson json;

    GuildEvents(World world, DiscordJson json) {
        this.world = world;
        this.json = json;
    }

    List<Event> of(Change.OfGuild change, Audience to) {
        Guild guild = change.guild();
        boolean gone = change instanceof Change.GuildLeft;
        if (!to.knows(guild.id) || !to.intents().has(Intents.GUILDS) || guild.has(world.bot()) == gone)
            return List.of();
        return List.of(
                switch (change) {
                    case Change.ChannelOpened(Place channel) -> new Event("CHANNEL_CREATE", json.place(channel));
                    case Change.ChannelChanged(Place channel) -> new Event("CHANNEL_UPDATE", json.place(channel));
                    case Change.ChannelGone(Place channel) -> new Event("CHANNEL_DELETE", json.place(channel));
                    case Change.RoleMade(Guild _, Role role) -> new Event("GUILD_ROLE_CREATE", role(guild, role));
                    case Change.RoleChanged(Guild _, Role role) -> new Event("GUILD_ROLE_UPDATE", role(guild, role));
                    case Change.RoleGone(Guild _, Role role) ->
                        new Event("GUILD_ROLE_DELETE", of(guild).put("role_id", DiscordJson.text(role.id())));
                    case Change.GuildEntered _ -> new Event("GUILD_CREATE", created(guild, to));
                    // Without "unavailable", which says that the bot was put out and Discord is up.
                    case Change.GuildLeft _ ->
                        new Event("GUILD_DELETE", new JsonObject().put("id", DiscordJson.text(guild.id)));
                });
    }

    /** Whoever may not see presences is told of no member but itself. */
    JsonObject created(Guild guild, Audience to) {
        boolean presences = to.intents().has(Intents.GUILD_PRESENCES);
        JsonObject created = json.guild(guild, presences);
        return presences
                ? created.put(
                        "presences",
                        DiscordJson.array(
                                guild.members.values(),
                                it -> world.presence(it.person).toJson(it.id())))
                : created;
    }

    private JsonObject role(Guild guild, Role role) {
        return of(guild).put("role", json.role(role));
    }

    private static JsonObject of(Guild guild) {
        return new JsonObject().put("guild_id", DiscordJson.text(guild.id));
    }
}
