package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** Channels and threads. */
final class ChannelRoutes {
    private static final int NAME_MAX = 100;
    private static final int PAGE_MAX = 100;
    private static final Set<Integer> ARCHIVE_MINUTES = Set.of(60, 1_440, 4_320, 10_080);

    private final World world;
    private final DiscordJson json;

    ChannelRoutes(World world, DiscordJson json) {
        this.world = world;
        this.json = json;
    }

    void on(Rest rest) {
        rest.on("GET", "/channels/:channel", call -> call.ok(json.place(world.place(call.id("channel")))));
        rest.on("PATCH", "/channels/:channel", this::change);
        rest.on("DELETE", "/channels/:channel", this::delete);
        rest.on("POST", "/channels/:channel/typing", call -> {
            world.publish(new Change.Typing(world.place(call.id("channel")), world.self()));
            return call.none();
        });
        rest.on("POST", "/channels/:channel/threads", this::openThread);
        rest.on("POST", "/channels/:channel/messages/:message/threads", this::openThreadOn);
        rest.on("GET", "/channels/:channel/threads/archived/public", call -> archived(call, Place.Kind.PUBLIC_THREAD));
        rest.on(
                "GET",
                "/channels/:channel/threads/archived/private",
                call -> archived(call, Place.Kind.PRIVATE_THREAD));
        rest.on(
                "GET",
                "/channels/:channel/users/@me/threads/archived/private",
                call -> archived(call, Place.Kind.PRIVATE_THREAD));
        rest.on("GET", "/channels/:channel/thread-members", call -> {
            Place thread = world.thread(call.id("channel"));
            return call.ok(DiscordJson.array(thread.people, who -> threadMember(thread, who)));
        });
        rest.on("GET", "/channels/:channel/thread-members/:user", call -> {
            Place thread = world.thread(call.id("channel"));
            if (!thread.people.contains(user(call))) throw Refusal.unknown(10007, "Member");
            return call.ok(threadMember(thread, user(call)));
        });
        rest.on("PUT", "/channels/:channel/thread-members/:user", call -> {
            Place thread = awake(call);
            world.join(thread, thread.guild().member(user(call)).id());
            return call.none();
        });
        rest.on("DELETE", "/channels/:channel/thread-members/:user", call -> {
            world.part(awake(call), user(call));
            return call.none();
        });
    }

    private long user(RestCall call) {
        return call.text("user").equals("@me") ? world.self() : call.id("user");
    }

    private Place awake(RestCall call) {
        Place thread = world.thread(call.id("channel"));
        if (thread.archived) throw new Refusal(400, 50083, "Thread is archived");
        return thread;
    }

    private JsonObject threadMember(Place thread, long who) {
        return json.threadMember(thread, who)
                .put("member", json.member(thread.guild().member(who)));
    }

    private RestCall.Answer openThread(RestCall call) {
        Place.Kind kind =
                call.body().getInteger("type", Place.Kind.PRIVATE_THREAD.type) == Place.Kind.PUBLIC_THREAD.type
                        ? Place.Kind.PUBLIC_THREAD
                        : Place.Kind.PRIVATE_THREAD;
        return open(call, world.ids.next(), kind);
    }

    /** A thread on a message bears the message's id. */
    private RestCall.Answer openThreadOn(RestCall call) {
        Post post = world.post(call.id("channel"), call.id("message"));
        if (world.places.containsKey(post.id))
            throw new Refusal(400, 160004, "A thread has already been created for this message");
        return open(call, post.id, Place.Kind.PUBLIC_THREAD);
    }

    private RestCall.Answer open(RestCall call, long id, Place.Kind kind) {
        Place parent = world.place(call.id("channel"));
        if (parent.kind != Place.Kind.TEXT) throw new Refusal(400, 50024, "Cannot execute action on this channel type");
        Place thread = Place.thread(id, kind, parent, world.self(), name(call.body()));
        thread.people.add(world.self());
        shape(thread, call.body());
        world.put(thread);
        world.publish(new Change.ThreadOpened(thread));
        return call.made(json.place(thread));
    }

    private static String name(JsonObject body) {
        String name = body.getString("name", "").strip();
        if (name.isEmpty() || name.length() > NAME_MAX)
            throw Refusal.badForm("name", "Must be between 1 and " + NAME_MAX + " in length.");
        return name;
    }

    private static void shape(Place thread, JsonObject body) {
        int minutes = body.getInteger("auto_archive_duration", thread.archiveAfterMinutes);
        if (!ARCHIVE_MINUTES.contains(minutes))
            throw Refusal.badForm("auto_archive_duration", "Value must be one of " + ARCHIVE_MINUTES);
        thread.archiveAfterMinutes = minutes;
        thread.invitable = body.getBoolean("invitable", thread.invitable);
    }

    private RestCall.Answer change(RestCall call) {
        Place place = world.place(call.id("channel"));
        JsonObject body = call.body();
        if (place.isDm()) throw new Refusal(400, 50024, "Cannot execute action on this channel type");
        String name = body.containsKey("name") ? name(body) : place.name;
        if (place.kind.isThread()) {
            shape(place, body);
            place.archived = body.getBoolean("archived", place.archived);
            place.locked = body.getBoolean("locked", place.locked);
        } else {
            place.topic = body.getString("topic", place.topic);
        }
        place.name = name;
        world.publish(place.kind.isThread() ? new Change.ThreadChanged(place) : new Change.ChannelChanged(place));
        return call.ok(json.place(place));
    }

    private RestCall.Answer delete(RestCall call) {
        Place place = world.place(call.id("channel"));
        if (!place.kind.isThread())
            throw new Refusal(501, 0, "The sandbox deletes threads only; its channels are the cast's");
        JsonObject last = json.place(place);
        world.remove(place);
        world.publish(new Change.ThreadGone(place));
        return call.ok(last);
    }

    private RestCall.Answer archived(RestCall call, Place.Kind kind) {
        Place parent = world.place(call.id("channel"));
        int limit = call.query("limit", PAGE_MAX / 2, PAGE_MAX);
        List<Place> all = parent.guild().threadsOf(parent).stream()
                .filter(it -> it.archived && it.kind == kind)
                .toList()
                .reversed();
        List<Place> page = all.stream().limit(limit).toList();
        return call.ok(new JsonObject()
                .put("threads", DiscordJson.array(page, json::place))
                .put("members", new JsonArray())
                .put("has_more", all.size() > page.size()));
    }
}
