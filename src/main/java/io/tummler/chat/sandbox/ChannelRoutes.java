package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Channels: made, changed and deleted, and who may do what in them. */
final class ChannelRoutes {
    private static final int NAME_MAX = 100;
    private static final int TOPIC_MAX = 1_024;
    private static final int FORUM_TOPIC_MAX = 4_096;
    private static final int SLOWMODE_MAX = 21_600;
    private static final int TAGS_MAX = 20;
    private static final int TAG_MAX = 20;
    private static final int CHANNELS_MAX = 500;
    private static final String[] UNSUPPORTED = {
        "flags",
        "default_auto_archive_duration",
        "default_thread_rate_limit_per_user",
        "default_reaction_emoji",
        "default_sort_order",
        "default_forum_layout"
    };
    private static final Map<Integer, Place.Kind> KINDS =
            Map.of(0, Place.Kind.TEXT, 4, Place.Kind.CATEGORY, 5, Place.Kind.ANNOUNCEMENT, 15, Place.Kind.FORUM);

    private final World world;
    private final DiscordJson json;
    private final Access access;
    private final ThreadRoutes threads;

    ChannelRoutes(World world, DiscordJson json, Access access, ThreadRoutes threads) {
        this.world = world;
        this.json = json;
        this.access = access;
        this.threads = threads;
    }

    void on(Rest rest) {
        rest.on(
                "GET",
                "/guilds/:guild/channels",
                call -> call.ok(DiscordJson.array(access.guild(call).channels(), json::place)));
        rest.on("POST", "/guilds/:guild/channels", this::create);
        rest.on("GET", "/channels/:channel", call -> call.ok(json.place(access.place(call))));
        rest.on("PATCH", "/channels/:channel", this::change);
        rest.on("DELETE", "/channels/:channel", this::delete);
        rest.on("PUT", "/channels/:channel/permissions/:about", this::overwrite);
        rest.on("DELETE", "/channels/:channel/permissions/:about", this::takeBackOverwrite);
        rest.on("POST", "/channels/:channel/typing", call -> {
            Place place = access.talk(call, 0);
            access.need(place, Access.speaking(place));
            world.publish(new Change.Typing(place, world.self()));
            return call.none();
        });
    }

    static String name(JsonObject body) {
        String name = body.getString("name", "").strip();
        Refusal.checkLength("name", name, 1, NAME_MAX);
        return name;
    }

    private RestCall.Answer create(RestCall call) {
        Guild guild = access.guild(call, Permissions.MANAGE_CHANNELS);
        JsonObject body = call.body();
        int type = RestCall.number(body, "type", 0);
        Place.Kind kind = KINDS.get(type);
        if (kind == null) throw new Refusal(501, 0, "The sandbox has no channels of type " + type);
        if (guild.channels().size() >= CHANNELS_MAX)
            throw new Refusal(400, 30013, "Maximum number of guild channels reached (" + CHANNELS_MAX + ")");
        Place channel = Place.channel(world.ids.next(), kind, guild, spelled(kind, name(body)));
        channel.position = guild.channels().size();
        shape(channel, body, guild);
        world.put(channel);
        world.publish(new Change.ChannelOpened(channel));
        world.audit(guild, AuditEntry.CHANNEL_CREATE, channel.id, call.reason());
        return call.made(json.place(channel));
    }

    /** As Discord spells the names of channels that one writes in. */
    private static String spelled(Place.Kind kind, String name) {
        return kind == Place.Kind.CATEGORY
                ? name
                : name.toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    }

    private void shape(Place channel, JsonObject body, Guild guild) {
        RestCall.unsupported(body, UNSUPPORTED);
        boolean forum = channel.kind == Place.Kind.FORUM;
        String topic = Objects.requireNonNullElse(body.getString("topic", channel.topic), "");
        Refusal.checkLength("topic", topic, 0, forum ? FORUM_TOPIC_MAX : TOPIC_MAX);
        long parent = body.containsKey("parent_id") ? category(body, guild) : channel.parent;
        int slowmode = slowmode(body, channel.slowmodeSeconds);
        boolean nsfw = RestCall.flag(body, "nsfw", channel.nsfw);
        int position = RestCall.number(body, "position", channel.position);
        JsonArray tags = forum && body.getValue("available_tags") instanceof JsonArray some ? tags(some) : channel.tags;
        Place trial = Place.channel(channel.id, channel.kind, guild, channel.name);
        if (body.getValue("permission_overwrites") instanceof JsonArray overwrites)
            for (Object each : overwrites) trial.put(overwrite((JsonObject) each, guild));
        else trial.overwrites.putAll(channel.overwrites);
        // Only what is right as a whole is done at all.
        channel.topic = topic;
        channel.parent = parent;
        channel.slowmodeSeconds = slowmode;
        channel.nsfw = nsfw;
        channel.position = position;
        channel.tags = tags;
        channel.overwrites.clear();
        channel.overwrites.putAll(trial.overwrites);
    }

    private static long category(JsonObject body, Guild guild) {
        if (body.getValue("parent_id") == null) return 0;
        Place category =
                guild.places.get(Snowflakes.parse(body.getValue("parent_id").toString()));
        if (category == null || category.kind != Place.Kind.CATEGORY)
            throw Refusal.badForm("parent_id", "CHANNEL_PARENT_INVALID", "Category does not exist");
        return category.id;
    }

    static int slowmode(JsonObject body, int before) {
        Integer seconds = body.getInteger("rate_limit_per_user", before);
        if (seconds == null) return 0;
        if (seconds < 0 || seconds > SLOWMODE_MAX)
            throw Refusal.badForm(
                    "rate_limit_per_user", "NUMBER_TYPE_MAX", "int value should be less than or equal to 21600.");
        return seconds;
    }

    private JsonArray tags(JsonArray wanted) {
        Refusal.checkCount("available_tags", wanted.size(), 0, TAGS_MAX);
        var tags = new JsonArray();
        for (int i = 0; i < wanted.size(); i++) {
            JsonObject tag = wanted.getJsonObject(i);
            Refusal.checkLength("available_tags." + i + ".name", tag.getString("name", ""), 1, TAG_MAX);
            String id = tag.getString("id");
            tags.add(new JsonObject()
                    .put("id", id == null ? DiscordJson.text(world.ids.next()) : id)
                    .put("name", tag.getString("name"))
                    .put("moderated", RestCall.flag(tag, "moderated", false))
                    .put("emoji_id", tag.getString("emoji_id"))
                    .put("emoji_name", tag.getString("emoji_name")));
        }
        return tags;
    }

    private RestCall.Answer change(RestCall call) {
        Place place = access.place(call);
        if (place.isDm()) throw Access.wrongKind();
        if (place.kind.isThread()) return threads.change(call, place);
        access.need(place, Permissions.MANAGE_CHANNELS);
        JsonObject body = call.body();
        if (body.getValue("type") instanceof Integer type && type != place.kind.type)
            throw new Refusal(501, 0, "The sandbox does not turn a channel into one of another type");
        if (body.containsKey("permission_overwrites")) access.need(place, Permissions.MANAGE_ROLES);
        String name = body.containsKey("name") ? spelled(place.kind, name(body)) : place.name;
        shape(place, body, place.guild());
        place.name = name;
        world.publish(new Change.ChannelChanged(place));
        world.audit(place.guild(), AuditEntry.CHANNEL_UPDATE, place.id, call.reason());
        return call.ok(json.place(place));
    }

    private RestCall.Answer delete(RestCall call) {
        Place place = access.place(call);
        // The bot closes a direct conversation on its own side only, which shows nowhere.
        if (place.isDm()) return call.ok(json.place(place));
        if (place.kind.isThread()) return threads.delete(call, place);
        access.need(place, Permissions.MANAGE_CHANNELS);
        JsonObject last = json.place(place);
        Guild guild = place.guild();
        guild.threadsOf(place).forEach(threads::remove);
        guild.channels().stream().filter(it -> it.parent == place.id).forEach(it -> {
            it.parent = 0;
            world.publish(new Change.ChannelChanged(it));
        });
        world.publish(new Change.ChannelGone(place));
        world.remove(place);
        world.audit(guild, AuditEntry.CHANNEL_DELETE, place.id, call.reason());
        return call.ok(last);
    }

    /** Nobody allows or denies others what they may not do themselves. */
    private Overwrite overwrite(JsonObject given, Guild guild) {
        long about = Snowflakes.parse(given.getString("id"));
        boolean member = RestCall.number(given, "type", 0) == 1;
        if (!member) guild.role(about);
        var overwrite = new Overwrite(about, member, bits(given, "allow"), bits(given, "deny"));
        access.need(guild, overwrite.allow() | overwrite.deny());
        return overwrite;
    }

    static long bits(JsonObject given, String field) {
        Object value = given.getValue(field);
        try {
            return value == null ? 0 : Long.parseLong(value.toString());
        } catch (NumberFormatException noNumber) {
            throw Refusal.badForm(field, "NUMBER_TYPE_COERCE", "Value \"" + value + "\" is not int.");
        }
    }

    private Place overwritable(RestCall call) {
        Place place = access.place(call);
        if (place.isDm() || place.kind.isThread()) throw Access.wrongKind();
        access.need(place, Permissions.MANAGE_ROLES);
        return place;
    }

    private RestCall.Answer overwrite(RestCall call) {
        Place place = overwritable(call);
        Overwrite wanted = overwrite(call.body().copy().put("id", call.text("about")), place.guild());
        boolean isNew = place.overwrites.put(wanted.id(), wanted) == null;
        world.publish(new Change.ChannelChanged(place));
        world.audit(
                place.guild(),
                isNew ? AuditEntry.OVERWRITE_CREATE : AuditEntry.OVERWRITE_UPDATE,
                place.id,
                call.reason());
        return call.none();
    }

    private RestCall.Answer takeBackOverwrite(RestCall call) {
        Place place = overwritable(call);
        if (place.overwrites.remove(call.id("about")) == null) throw Refusal.unknown(10009, "Permission Overwrite");
        world.publish(new Change.ChannelChanged(place));
        world.audit(place.guild(), AuditEntry.OVERWRITE_DELETE, place.id, call.reason());
        return call.none();
    }
}
