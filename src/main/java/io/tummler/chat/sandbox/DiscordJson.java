package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The world in Discord's words. Called inside the world's lock. */
final class DiscordJson {
    private static final int HEX = 16;
    private static final int MEMBERS_MAX = 1_000;

    private final World world;
    private final MessageJson messages;

    DiscordJson(World world) {
        this.world = world;
        messages = new MessageJson(world, this);
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
                .put("public_flags", 0);
    }

    JsonObject self() {
        return user(world.bot()).put("verified", true).put("mfa_enabled", true).putNull("email");
    }

    /** A member without the user, as messages carry it. */
    JsonObject partialMember(Person person) {
        return new JsonObject()
                .putNull("nick")
                .putNull("avatar")
                .put("roles", texts(person.roles))
                .put("joined_at", Snowflakes.at(person.id()).toString())
                .putNull("premium_since")
                .putNull("communication_disabled_until")
                .put("deaf", false)
                .put("mute", false)
                .put("pending", false)
                .put("flags", 0);
    }

    JsonObject member(Person person) {
        return partialMember(person).put("user", user(person));
    }

    JsonObject role(Role role) {
        int color = Integer.parseInt(role.color().substring(1), HEX);
        return new JsonObject()
                .put("id", text(role.id()))
                .put("name", role.name())
                .put("color", color)
                .put(
                        "colors",
                        new JsonObject()
                                .put("primary_color", color)
                                .putNull("secondary_color")
                                .putNull("tertiary_color"))
                .put("hoist", false)
                .putNull("icon")
                .putNull("unicode_emoji")
                .put("position", role.position())
                .put("permissions", text(role.permissions()))
                .put("managed", role.managed())
                .put("mentionable", false)
                .put("flags", 0)
                .put("tags", role.managed() ? new JsonObject().put("bot_id", text(world.cast.bot)) : null);
    }

    /** The guild as GUILD_CREATE has it; members only if the bot asked to know them. */
    JsonObject guild(boolean withMembers) {
        List<Person> here =
                world.people.values().stream().filter(it -> !it.gone).toList();
        List<Person> shown = withMembers ? here : List.of(world.bot());
        return guildAlone()
                .put("member_count", here.size())
                .put("large", false)
                .put("joined_at", Snowflakes.at(world.cast.bot).toString())
                .put("members", array(shown.stream().limit(MEMBERS_MAX).toList(), this::member))
                .put("channels", array(world.places(Place.Kind.TEXT), this::place))
                .put(
                        "threads",
                        array(
                                world.places(Place.Kind.PUBLIC_THREAD, Place.Kind.PRIVATE_THREAD).stream()
                                        .filter(it -> !it.archived)
                                        .toList(),
                                this::place))
                .put("voice_states", new JsonArray())
                .put("presences", new JsonArray())
                .put("stage_instances", new JsonArray())
                .put("guild_scheduled_events", new JsonArray())
                .put("soundboard_sounds", new JsonArray())
                .put("unavailable", false);
    }

    JsonObject guildAlone() {
        long first = world.places(Place.Kind.TEXT).getFirst().id;
        return new JsonObject()
                .put("id", text(world.cast.guild))
                .put("name", world.cast.guildName)
                .put("description", world.cast.guildDescription)
                .putNull("icon")
                .putNull("splash")
                .putNull("banner")
                .putNull("vanity_url_code")
                .put("owner_id", text(world.cast.owner))
                .putNull("afk_channel_id")
                .put("afk_timeout", 300)
                .put("system_channel_id", text(first))
                .put("system_channel_flags", 0)
                .put("rules_channel_id", text(first))
                .put("verification_level", 1)
                .put("default_message_notifications", 1)
                .put("explicit_content_filter", 0)
                .put("mfa_level", 0)
                .put("nsfw_level", 0)
                .put("premium_tier", 0)
                .put("premium_subscription_count", 0)
                .put("premium_progress_bar_enabled", false)
                .put("preferred_locale", "en-US")
                .put("max_members", 500_000)
                .put("features", JsonArray.of("COMMUNITY"))
                .put("roles", array(world.cast.roles.values(), this::role))
                .put("emojis", new JsonArray())
                .put("stickers", new JsonArray());
    }

    JsonObject place(Place place) {
        var json = new JsonObject()
                .put("id", text(place.id))
                .put("type", place.kind.type)
                .put("flags", 0)
                .put("last_message_id", last(place));
        return switch (place.kind) {
            case TEXT -> channel(json, place);
            case DM ->
                json.put(
                        "recipients",
                        array(
                                place.people.stream()
                                        .filter(it -> it != world.cast.bot)
                                        .map(world::person)
                                        .toList(),
                                this::user));
            case PUBLIC_THREAD, PRIVATE_THREAD -> thread(json, place);
        };
    }

    private JsonObject channel(JsonObject json, Place place) {
        var overwrites = new JsonArray();
        if (!place.onlyFor.isEmpty()) {
            overwrites.add(overwrite(world.cast.guild, 0, Role.VIEW_CHANNEL));
            place.onlyFor.forEach(role -> overwrites.add(overwrite(role, Role.VIEW_CHANNEL, 0)));
            world.bot().roles.forEach(role -> overwrites.add(overwrite(role, Role.VIEW_CHANNEL, 0)));
        }
        return json.put("guild_id", text(world.cast.guild))
                .put("name", place.name)
                .put("topic", place.topic)
                .put("position", place.position)
                .putNull("parent_id")
                .put("nsfw", false)
                .put("rate_limit_per_user", 0)
                .put("permission_overwrites", overwrites);
    }

    private static JsonObject overwrite(long role, long allow, long deny) {
        return new JsonObject()
                .put("id", text(role))
                .put("type", 0)
                .put("allow", text(allow))
                .put("deny", text(deny));
    }

    private JsonObject thread(JsonObject json, Place place) {
        int count = world.postsIn(place.id).size();
        String since = Snowflakes.at(place.id).toString();
        json.put("guild_id", text(world.cast.guild))
                .put("parent_id", text(place.parent))
                .put("owner_id", text(place.owner))
                .put("name", place.name)
                .put("rate_limit_per_user", 0)
                .put("message_count", count)
                .put("total_message_sent", count)
                .put("member_count", place.people.size())
                .put(
                        "thread_metadata",
                        new JsonObject()
                                .put("archived", place.archived)
                                .put("locked", place.locked)
                                .put("invitable", place.invitable)
                                .put("auto_archive_duration", place.archiveAfterMinutes)
                                .put("archive_timestamp", since)
                                .put("create_timestamp", since));
        return place.people.contains(world.cast.bot) ? json.put("member", threadMember(place, world.cast.bot)) : json;
    }

    JsonObject threadMember(Place thread, long who) {
        return new JsonObject()
                .put("id", text(thread.id))
                .put("user_id", text(who))
                .put("join_timestamp", Snowflakes.at(thread.id).toString())
                .put("flags", 0);
    }

    private @Nullable String last(Place place) {
        return world.postsIn(place.id).isEmpty()
                ? null
                : text(world.postsIn(place.id).lastKey());
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
