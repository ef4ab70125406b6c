package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The world in Discord's words. Called inside the world's lock. */
final class DiscordJson {
    private static final int HEX = 16;
    private static final int MEMBERS_MAX = 1_000;

    private final World world;
    private final MessageJson messages;
    private final PlaceJson places;
    private final InteractionJson interactions;

    DiscordJson(World world) {
        this.world = world;
        messages = new MessageJson(world, this);
        places = new PlaceJson(world, this);
        interactions = new InteractionJson(world, this);
    }

    JsonObject user(Person person) {
        return new JsonObject()
                .put("id", text(person.id()))
                .put("username", person.username())
                .put("global_name", person.portrait.name())
                .put("discriminator", "0")
                .putNull("avatar")
                .put("bot", person.portrait.bot())
                .put("system", false)
                .put("public_flags", 0)
                .put("flags", 0)
                .putNull("primary_guild");
    }

    JsonObject self() {
        return user(world.bot())
                .put("verified", true)
                .put("mfa_enabled", true)
                .put("locale", "en-US")
                .putNull("email");
    }

    /** A member without the user, as messages carry it. */
    JsonObject partialMember(Member member) {
        return new JsonObject()
                .putNull("nick")
                .putNull("avatar")
                .putNull("banner")
                .put("roles", texts(member.roles))
                .put("joined_at", member.joined.toString())
                .putNull("premium_since")
                .putNull("communication_disabled_until")
                .put("deaf", false)
                .put("mute", false)
                .put("pending", false)
                .put("flags", 0);
    }

    JsonObject member(Member member) {
        return partialMember(member).put("user", user(member.person));
    }

    JsonObject role(Role role) {
        int color = Integer.parseInt(role.color().substring(1), HEX);
        var json = new JsonObject()
                .put("id", text(role.id()))
                .put("name", role.name())
                .put("color", color)
                .put(
                        "colors",
                        new JsonObject()
                                .put("primary_color", color)
                                .putNull("secondary_color")
                                .putNull("tertiary_color"))
                .put("hoist", role.hoist())
                .putNull("icon")
                .putNull("unicode_emoji")
                .put("position", role.position())
                .put("permissions", text(role.permissions()))
                .put("managed", role.managed())
                .put("mentionable", role.mentionable())
                .put("flags", 0);
        return role.managed() ? json.put("tags", new JsonObject().put("bot_id", text(role.bot()))) : json;
    }

    /** The guild as GUILD_CREATE has it; members only if the bot asked to know them, threads that it sees. */
    JsonObject guild(Guild guild, boolean withMembers) {
        Collection<Member> shown = withMembers ? guild.members.values() : List.of(guild.member(world.self()));
        return guildAlone(guild)
                .put("member_count", guild.members.size())
                .put("large", false)
                .put("joined_at", guild.member(world.self()).joined.toString())
                .put("members", array(shown.stream().limit(MEMBERS_MAX).toList(), this::member))
                .put("channels", array(guild.channels(), this::place))
                .put(
                        "threads",
                        array(
                                guild.threads().stream()
                                        .filter(it -> !it.archived && world.sees(world.bot(), it))
                                        .toList(),
                                this::place))
                .put("voice_states", new JsonArray())
                .put("presences", new JsonArray())
                .put("stage_instances", new JsonArray())
                .put("guild_scheduled_events", array(guild.events.values(), ScheduledEvent::toJson))
                .put("soundboard_sounds", new JsonArray())
                .put("unavailable", false);
    }

    JsonObject guildAlone(Guild guild) {
        String first = guild.channels().stream()
                .filter(it -> it.kind == Place.Kind.TEXT)
                .findFirst()
                .map(it -> text(it.id))
                .orElse(null);
        return new JsonObject()
                .put("id", text(guild.id))
                .put("name", guild.name)
                .put("description", guild.description)
                .putNull("icon")
                .putNull("home_header")
                .putNull("splash")
                .putNull("discovery_splash")
                .putNull("banner")
                .putNull("vanity_url_code")
                .putNull("application_id")
                .put("region", "deprecated")
                .put("owner_id", text(guild.owner))
                .putNull("afk_channel_id")
                .put("afk_timeout", 300)
                .put("system_channel_id", first)
                .put("system_channel_flags", 0)
                .put("rules_channel_id", first)
                .put("public_updates_channel_id", first)
                .putNull("safety_alerts_channel_id")
                .put("widget_enabled", false)
                .putNull("widget_channel_id")
                .put("verification_level", 1)
                .put("default_message_notifications", 1)
                .put("explicit_content_filter", 0)
                .put("mfa_level", 0)
                .put("nsfw", false)
                .put("nsfw_level", 0)
                .put("premium_tier", 0)
                .put("premium_subscription_count", 0)
                .put("premium_progress_bar_enabled", false)
                .put("preferred_locale", "en-US")
                .putNull("max_presences")
                .put("max_members", 500_000)
                .put("max_video_channel_users", 25)
                .put("max_stage_video_channel_users", 50)
                .putNull("incidents_data")
                .put("features", JsonArray.of("COMMUNITY"))
                .put("roles", array(guild.roles.values(), this::role))
                .put("emojis", new JsonArray())
                .put("stickers", new JsonArray());
    }

    /** A guild as the bot's own list has it. */
    JsonObject ofMine(Guild guild, boolean withCounts) {
        var mine = new JsonObject()
                .put("id", text(guild.id))
                .put("name", guild.name)
                .putNull("icon")
                .putNull("banner")
                .put("owner", false)
                .put("permissions", text(Permissions.of(guild.member(world.self()))))
                .put("features", JsonArray.of("COMMUNITY"));
        return withCounts ? counted(guild, mine) : mine;
    }

    /** Everybody is there, as somebody drives them. */
    JsonObject counted(Guild guild, JsonObject json) {
        return json.put("approximate_member_count", guild.members.size())
                .put("approximate_presence_count", guild.members.size());
    }

    JsonObject place(Place place) {
        return places.of(place);
    }

    JsonObject interaction(Interaction asked) {
        return interactions.of(asked);
    }

    JsonObject threadMember(Place thread, long who) {
        return new JsonObject()
                .put("id", text(thread.id))
                .put("user_id", text(who))
                .put("join_timestamp", Snowflakes.at(thread.id).toString())
                .put("flags", 0);
    }

    JsonObject message(Post post) {
        return messages.of(post);
    }

    /** A character, or {@code name:id}. */
    JsonObject emoji(String emoji) {
        int colon = emoji.indexOf(':');
        return colon < 0
                ? new JsonObject().putNull("id").put("name", emoji)
                : new JsonObject().put("id", emoji.substring(colon + 1)).put("name", emoji.substring(0, colon));
    }

    static <T> JsonArray array(Collection<T> all, Function<T, JsonObject> form) {
        var array = new JsonArray();
        all.forEach(each -> array.add(form.apply(each)));
        return array;
    }

    static JsonArray texts(Collection<Long> ids) {
        var array = new JsonArray();
        ids.forEach(id -> array.add(text(id)));
        return array;
    }

    static String text(long id) {
        return Long.toString(id);
    }
}
