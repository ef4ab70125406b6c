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
        boolean hears = switch (change) {
            case Change.GuildEntered(Guild _, Person bot) -> bot.id() == world.self();
            case Change.GuildLeft(Guild _, Person bot) -> bot.id() == world.self();
            case Change.Audited _ -> guild.has(world.bot()) && mayReadTheLog(guild);
            default -> guild.has(world.bot());
        };
        if (!hears || !to.knows(guild.id) || !to.intents().has(intent(change))) return List.of();
        return List.of(event(change, guild, to));
    }

    private boolean mayReadTheLog(Guild guild) {
        return Permissions.has(Permissions.of(guild.member(world.self())), Permissions.VIEW_AUDIT_LOG);
    }

    private static int intent(Change.OfGuild change) {
        return switch (change) {
            case Change.Banned _, Change.Unbanned _, Change.Audited _ -> Intents.GUILD_MODERATION;
            case Change.EventMade _, Change.EventChanged _, Change.EventGone _, Change.EventInterest _ ->
                Intents.GUILD_SCHEDULED_EVENTS;
            default -> Intents.GUILDS;
        };
    }

    private Event event(Change.OfGuild change, Guild guild, Audience to) {
        return switch (change) {
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
            case Change.Banned(Guild _, Person person) ->
                new Event("GUILD_BAN_ADD", of(guild).put("user", json.user(person)));
            case Change.Unbanned(Guild _, Person person) ->
                new Event("GUILD_BAN_REMOVE", of(guild).put("user", json.user(person)));
            case Change.Audited(Guild _, AuditEntry entry) ->
                new Event("GUILD_AUDIT_LOG_ENTRY_CREATE", entry.toJson().mergeIn(of(guild)));
            case Change.EventMade(ScheduledEvent event) -> new Event("GUILD_SCHEDULED_EVENT_CREATE", event.toJson());
            case Change.EventChanged(ScheduledEvent event) -> new Event("GUILD_SCHEDULED_EVENT_UPDATE", event.toJson());
            case Change.EventGone(ScheduledEvent event) -> new Event("GUILD_SCHEDULED_EVENT_DELETE", event.toJson());
            case Change.EventInterest interest ->
                new Event(
                        interest.interested() ? "GUILD_SCHEDULED_EVENT_USER_ADD" : "GUILD_SCHEDULED_EVENT_USER_REMOVE",
                        of(guild)
                                .put("guild_scheduled_event_id", DiscordJson.text(interest.event().id))
                                .put("user_id", DiscordJson.text(interest.person())));
        };
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
