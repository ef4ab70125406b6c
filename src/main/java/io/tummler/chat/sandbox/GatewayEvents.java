package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What the bot is told of a change, as its intents allow. */
final class GatewayEvents {
    record Event(String type, JsonObject data) {}

    private static final List<Event> NOTHING = List.of();

    private final World world;
    private final DiscordJson json;
    private final GuildEvents guildEvents;

    GatewayEvents(World world, DiscordJson json) {
        this.world = world;
        this.json = json;
        guildEvents = new GuildEvents(world, json);
    }

    List<Event> of(Change change, Audience to) {
        return switch (change) {
            case Change.Posted(Post post) -> message("MESSAGE_CREATE", post, to);
            case Change.Edited(Post post) -> message("MESSAGE_UPDATE", post, to);
            case Change.Deleted(Post post) -> deleted(post, to);
            case Change.DeletedTogether together -> deleted(together, to);
            case Change.Reacted reacted -> reacted(reacted, to);
            case Change.ReactionsCleared cleared -> cleared(cleared, to);
            case Change.ThreadOpened(Place thread) ->
                thread(thread, to, "THREAD_CREATE", () -> json.place(thread).put("newly_created", true));
            case Change.ThreadChanged(Place thread) -> thread(thread, to, "THREAD_UPDATE", () -> json.place(thread));
            case Change.ThreadGone(Place thread) -> thread(thread, to, "THREAD_DELETE", () -> gone(thread));
            case Change.ThreadPeople people -> threadPeople(people, to);
            case Change.OfGuild ofGuild -> guildEvents.of(ofGuild, to);
            case Change.Joined(Member member) -> member(member, to, "GUILD_MEMBER_ADD", () -> json.member(member));
            case Change.Left(Member member) ->
                member(member, to, "GUILD_MEMBER_REMOVE", () -> new JsonObject().put("user", json.user(member.person)));
            case Change.MemberChanged(Member member) ->
                member(member, to, "GUILD_MEMBER_UPDATE", () -> json.member(member));
            case Change.Asked(Interaction interaction) -> asked(interaction, to);
            case Change.Typing typing -> typing(typing, to);
            case Change.PinsChanged(Place place) -> pinned(place, to);
            case Change.PresenceChanged(Person person) -> presence(person, to);
            case Change.DmOpened _,
                    Change.DmsSwitched _,
                    Change.TakenUp _,
                    Change.CommandsChanged _,
                    Change.ClockMoved _,
                    Change.BotOnline _,
                    Change.Reset _ -> NOTHING;
        };
    }

    /** An event of a guild that the bot is in, to the shard that the guild falls to. */
    private List<Event> guild(Guild guild, Audience to, int intent, String type, Supplier<JsonObject> data) {
        return to.intents().has(intent) && to.knows(guild.id) && guild.has(world.bot())
                ? List.of(new Event(type, data.get()))
                : NOTHING;
    }

    private List<Event> member(Member member, Audience to, String type, Supplier<JsonObject> data) {
        // Of itself a bot hears without the intent.
        int intent = member.id() == world.self() && type.equals("GUILD_MEMBER_UPDATE") ? 0 : Intents.GUILD_MEMBERS;
        return guild(member.guild, to, intent, type, () -> inGuild(member.guild, data.get()));
    }

    /** Once for every guild that the two share. */
    private List<Event> presence(Person person, Audience to) {
        if (!to.intents().has(Intents.GUILD_PRESENCES)) return NOTHING;
        return world.guilds.values().stream()
                .filter(it -> to.knows(it.id) && it.has(person) && it.has(world.bot()))
                .map(it -> new Event(
                        "PRESENCE_UPDATE", inGuild(it, world.presence(person).toJson(person.id()))))
                .toList();
    }

    private List<Event> thread(Place thread, Audience to, String type, Supplier<JsonObject> data) {
        return world.sees(world.bot(), thread) ? guild(thread.guild(), to, Intents.GUILDS, type, data) : NOTHING;
    }

    /** An event that is the guild's or a direct conversation's, each with its own intent, where the bot may look. */
    private List<Event> placed(Place place, Audience to, int guild, int dm, String type, Supplier<JsonObject> data) {
        if (!hears(place, to, guild, dm)) return NOTHING;
        return List.of(new Event(type, place.isDm() ? data.get() : inGuild(place.guild(), data.get())));
    }

    private List<Event> said(Place place, Audience to, String type, Supplier<JsonObject> data) {
        return placed(place, to, Intents.GUILD_MESSAGES, Intents.DIRECT_MESSAGES, type, data);
    }

    private boolean hears(Place place, Audience to, int guild, int dm) {
        if (place.isDm()) return to.intents().has(dm) && to.knowsDms() && place.people.contains(world.self());
        return to.intents().has(guild) && to.knows(place.guild().id) && world.sees(world.bot(), place);
    }

    private List<Event> message(String type, Post post, Audience to) {
        if (post.isEphemeral()) return NOTHING;
        Place place = world.place(post.channel);
        return said(place, to, type, () -> message(post, place, to));
    }

    private JsonObject message(Post post, Place place, Audience to) {
        JsonObject data = json.message(post);
        if (!place.isDm())
            place.guild().find(post.author).ifPresent(author -> data.put("member", json.partialMember(author)));
        if (!maySee(post, place, to)) hide(data);
        hideRepliedTo(post, place, to, data);
        return data;
    }

    private void hideRepliedTo(Post post, Place place, Audience to, JsonObject data) {
        Post repliedTo = world.postsIn(place.id).get(post.replyTo);
        if (repliedTo != null && !maySee(repliedTo, place, to)) hide(data.getJsonObject("referenced_message"));
    }

    private static void hide(JsonObject message) {
        message.put("content", "");
        List.of("embeds", "attachments", "components").forEach(field -> message.put(field, new JsonArray()));
    }

    /** Without the intent a bot reads only what it said, what was said to it alone, and what mentions it. */
    private boolean maySee(Post post, Place place, Audience to) {
        return to.intents().has(Intents.MESSAGE_CONTENT)
                || place.isDm()
                || post.author == world.self()
                || post.mentions.contains(world.self());
    }

    private List<Event> deleted(Post post, Audience to) {
        Place place = world.places.get(post.channel);
        if (post.isEphemeral() || place == null) return NOTHING;
        return said(
                place,
                to,
                "MESSAGE_DELETE",
                () -> new JsonObject()
                        .put("id", DiscordJson.text(post.id))
                        .put("channel_id", DiscordJson.text(post.channel)));
    }

    private List<Event> deleted(Change.DeletedTogether together, Audience to) {
        Place place = together.place();
        List<Long> ids = together.posts().stream().map(it -> it.id).toList();
        return said(
                place,
                to,
                "MESSAGE_DELETE_BULK",
                () -> new JsonObject()
                        .put("ids", DiscordJson.texts(ids))
                        .put("channel_id", DiscordJson.text(place.id)));
    }

    private List<Event> reacted(Change.Reacted reacted, Audience to) {
        if (reacted.post().isEphemeral()) return NOTHING;
        String type = reacted.added() ? "MESSAGE_REACTION_ADD" : "MESSAGE_REACTION_REMOVE";
        return reactions(reacted.post(), to, type, () -> reaction(reacted));
    }

    private JsonObject reaction(Change.Reacted reacted) {
        Post post = reacted.post();
        JsonObject data = under(post)
                .put("user_id", DiscordJson.text(reacted.user()))
                .put("emoji", json.emoji(reacted.emoji()))
                .put("burst", false)
                .put("type", 0);
        if (!reacted.added()) return data;
        putMember(data, world.place(post.channel), reacted.user());
        return data.put("message_author_id", DiscordJson.text(post.author));
    }

    private List<Event> cleared(Change.ReactionsCleared cleared, Audience to) {
        Post post = cleared.post();
        String emoji = cleared.emoji();
        return emoji.isEmpty()
                ? reactions(post, to, "MESSAGE_REACTION_REMOVE_ALL", () -> under(post))
                : reactions(
                        post,
                        to,
                        "MESSAGE_REACTION_REMOVE_EMOJI",
                        () -> under(post).put("emoji", json.emoji(emoji)));
    }

    private List<Event> reactions(Post post, Audience to, String type, Supplier<JsonObject> data) {
        Place place = world.place(post.channel);
        return placed(place, to, Intents.GUILD_MESSAGE_REACTIONS, Intents.DIRECT_MESSAGE_REACTIONS, type, data);
    }

    private static JsonObject under(Post post) {
        return new JsonObject()
                .put("channel_id", DiscordJson.text(post.channel))
                .put("message_id", DiscordJson.text(post.id));
    }

    /** Who it is in the guild, if they are in it. */
    private void putMember(JsonObject data, Place place, long who) {
        if (!place.isDm()) place.guild().find(who).ifPresent(it -> data.put("member", json.member(it)));
    }

    private static JsonObject gone(Place thread) {
        return new JsonObject()
                .put("id", DiscordJson.text(thread.id))
                .put("guild_id", DiscordJson.text(thread.guild().id))
                .put("parent_id", DiscordJson.text(thread.parent))
                .put("type", thread.kind.type);
    }

    /** Without the intent to know members a bot hears only of itself. */
    private List<Event> threadPeople(Change.ThreadPeople change, Audience to) {
        Set<Long> joined = new LinkedHashSet<>(change.joined());
        Set<Long> left = new LinkedHashSet<>(change.left());
        if (!to.intents().has(Intents.GUILD_MEMBERS)) {
            joined.retainAll(Set.of(world.self()));
            left.retainAll(Set.of(world.self()));
        }
        if (joined.isEmpty() && left.isEmpty()) return NOTHING;
        Place thread = change.thread();
        Supplier<JsonObject> data = () -> people(thread, joined, left);
        // Whoever is put out of a private thread no longer sees it, and hears so all the same.
        if (left.contains(world.self()))
            return guild(thread.guild(), to, Intents.GUILDS, "THREAD_MEMBERS_UPDATE", data);
        List<Event> all = new ArrayList<>();
        if (joined.contains(world.self()) && thread.kind == Place.Kind.PRIVATE_THREAD)
            all.addAll(thread(thread, to, "THREAD_CREATE", () -> json.place(thread)));
        all.addAll(thread(thread, to, "THREAD_MEMBERS_UPDATE", data));
        return all;
    }

    private JsonObject people(Place thread, Set<Long> joined, Set<Long> left) {
        return new JsonObject()
                .put("id", DiscordJson.text(thread.id))
                .put("guild_id", DiscordJson.text(thread.guild().id))
                .put("member_count", thread.people.size())
                .put(
                        "added_members",
                        DiscordJson.array(
                                joined,
                                who -> json.threadMember(thread, who)
                                        .put(
                                                "member",
                                                json.member(thread.guild().member(who)))
                                        .putNull("presence")))
                .put("removed_member_ids", DiscordJson.texts(left));
    }

    private List<Event> pinned(Place place, Audience to) {
        return placed(
                place,
                to,
                Intents.GUILDS,
                Intents.DIRECT_MESSAGES,
                "CHANNEL_PINS_UPDATE",
                () -> new JsonObject()
                        .put("channel_id", DiscordJson.text(place.id))
                        .put("last_pin_timestamp", place.lastPin == null ? null : place.lastPin.toString()));
    }

    private List<Event> typing(Change.Typing typing, Audience to) {
        if (typing.user() == world.self()) return NOTHING;
        Place place = typing.place();
        return placed(place, to, Intents.GUILD_MESSAGE_TYPING, Intents.DIRECT_MESSAGE_TYPING, "TYPING_START", () -> {
            JsonObject data = new JsonObject()
                    .put("channel_id", DiscordJson.text(place.id))
                    .put("user_id", DiscordJson.text(typing.user()))
                    .put("timestamp", world.clock.instant().getEpochSecond());
            putMember(data, place, typing.user());
            return data;
        });
    }

    private List<Event> asked(Interaction asked, Audience to) {
        if (asked.application != world.self()) return NOTHING;
        Place place = world.place(asked.channel);
        boolean hears = place.isDm()
                ? to.knowsDms()
                : to.knows(place.guild().id) && place.guild().has(world.bot());
        if (!hears) return NOTHING;
        JsonObject data = json.interaction(asked);
        if (asked.message != 0) data.put("message", component(asked, place, to));
        return List.of(new Event("INTERACTION_CREATE", data));
    }

    /** The message with the component, which may have gone since. */
    private JsonObject component(Interaction asked, Place place, Audience to) {
        Post post = world.postsIn(asked.channel).get(asked.message);
        if (post == null)
            return new JsonObject().put("id", DiscordJson.text(asked.message)).put("flags", 0);
        JsonObject message = json.message(post);
        hideRepliedTo(post, place, to, message);
        return message;
    }

    private static JsonObject inGuild(Guild guild, JsonObject data) {
        return data.put("guild_id", DiscordJson.text(guild.id));
    }
}
