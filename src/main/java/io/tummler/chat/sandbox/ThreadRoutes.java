package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Threads, below text channels and in forums, and who is in them. */
final class ThreadRoutes {
    private static final int PAGE_MAX = 100;
    private static final int AWAKE_MAX = 1_000;
    private static final int TAGGED_MAX = 5;
    private static final Set<Integer> ARCHIVE_MINUTES = Set.of(60, 1_440, 4_320, 10_080);

    private final World world;
    private final DiscordJson json;
    private final Access access;

    ThreadRoutes(World world, DiscordJson json, Access access) {
        this.world = world;
        this.json = json;
        this.access = access;
    }

    void on(Rest rest) {
        String members = "/channels/:channel/thread-members";
        rest.on("POST", "/channels/:channel/threads", this::open);
        rest.on("POST", "/channels/:channel/messages/:message/threads", this::openOn);
        rest.on("GET", "/guilds/:guild/threads/active", this::active);
        rest.on("GET", "/channels/:channel/threads/archived/public", call -> archived(call, false, false));
        rest.on("GET", "/channels/:channel/threads/archived/private", call -> archived(call, true, false));
        rest.on("GET", "/channels/:channel/users/@me/threads/archived/private", call -> archived(call, true, true));
        rest.on("GET", members, call -> {
            Place thread = access.thread(call);
            return call.ok(DiscordJson.array(thread.people, who -> member(call, thread, who)));
        });
        rest.on("GET", members + "/:user", call -> {
            Place thread = access.thread(call);
            if (!thread.people.contains(user(call))) throw Refusal.unknown(10007, "Member");
            return call.ok(member(call, thread, user(call)));
        });
        rest.on("PUT", members + "/:user", this::admit);
        rest.on("DELETE", members + "/:user", this::putOut);
    }

    private long user(RestCall call) {
        return call.text("user").equals("@me") ? world.self() : call.id("user");
    }

    private JsonObject member(RestCall call, Place thread, long who) {
        JsonObject member = json.threadMember(thread, who);
        return call.query("with_member").equals("true")
                ? member.put("member", json.member(thread.guild().member(who)))
                : member;
    }

    private Place awake(RestCall call) {
        Place thread = access.thread(call);
        if (thread.archived) throw Access.archived();
        return thread;
    }

    private boolean isMine(Place thread) {
        return thread.owner == world.self();
    }

    /** Into a private thread that only moderators invite to, only they and its owner bring people. */
    private RestCall.Answer admit(RestCall call) {
        Place thread = awake(call);
        boolean closed = thread.kind == Place.Kind.PRIVATE_THREAD && !thread.invitable && !isMine(thread);
        access.need(thread, closed ? Permissions.MANAGE_THREADS : Permissions.SEND_MESSAGES_IN_THREADS);
        Member member = thread.guild().member(user(call));
        Place parent = world.place(thread.parent);
        if (!world.sees(member.person, parent)) throw Access.missingAccess();
        world.join(thread, member.id());
        return call.none();
    }

    private RestCall.Answer putOut(RestCall call) {
        Place thread = awake(call);
        boolean may = user(call) == world.self() || thread.kind == Place.Kind.PRIVATE_THREAD && isMine(thread);
        if (!may) access.need(thread, Permissions.MANAGE_THREADS);
        world.part(thread, user(call));
        return call.none();
    }

    private RestCall.Answer open(RestCall call) {
        Place parent = access.place(call);
        if (parent.kind == Place.Kind.FORUM) return openInForum(call, parent);
        int type = RestCall.number(call.body(), "type", Place.Kind.PRIVATE_THREAD.type);
        boolean isPrivate = type == Place.Kind.PRIVATE_THREAD.type;
        if (parent.kind != Place.Kind.TEXT && (isPrivate || parent.kind != Place.Kind.ANNOUNCEMENT))
            throw Access.wrongKind();
        access.need(parent, isPrivate ? Permissions.CREATE_PRIVATE_THREADS : Permissions.CREATE_PUBLIC_THREADS);
        Place thread =
                made(call.body(), world.ids.next(), isPrivate ? Place.Kind.PRIVATE_THREAD : open(parent), parent);
        opened(call, thread);
        return call.made(json.place(thread));
    }

    private static Place.Kind open(Place parent) {
        return parent.kind == Place.Kind.ANNOUNCEMENT ? Place.Kind.ANNOUNCEMENT_THREAD : Place.Kind.PUBLIC_THREAD;
    }

    /** A thread on a message bears the message's id. */
    private RestCall.Answer openOn(RestCall call) {
        Place parent = access.talk(call, Permissions.CREATE_PUBLIC_THREADS);
        if (parent.isDm() || parent.kind.isThread()) throw Access.wrongKind();
        Post post = world.post(parent.id, call.id("message"));
        if (post.isEphemeral()) throw Refusal.unknown(10008, "Message");
        if (world.places.containsKey(post.id))
            throw new Refusal(400, 160004, "A thread has already been created for this message");
        Place thread = made(call.body(), post.id, open(parent), parent);
        opened(call, thread);
        world.publish(new Change.Edited(post));
        return call.made(json.place(thread));
    }

    /** A forum's thread begins with a message, which bears the thread's id. */
    private RestCall.Answer openInForum(RestCall call, Place forum) {
        access.need(forum, Permissions.SEND_MESSAGES);
        if (!(call.body().getValue("message") instanceof JsonObject message))
            throw Refusal.badForm("message", "BASE_TYPE_REQUIRED", "This field is required");
        Place thread = made(call.body(), world.ids.next(), Place.Kind.PUBLIC_THREAD, forum);
        var post = new Post(thread.id, thread.id, world.self());
        world.put(thread);
        try {
            MessageBody.of(message, call).into(post, world);
        } catch (RuntimeException refused) {
            world.remove(thread);
            throw refused;
        }
        opened(call, thread);
        world.say(post);
        return call.made(json.place(thread).put("message", json.message(post)));
    }

    private Place made(JsonObject body, long id, Place.Kind kind, Place parent) {
        long awake =
                parent.guild().threads().stream().filter(it -> !it.archived).count();
        if (awake >= AWAKE_MAX) throw new Refusal(400, 160006, "Maximum number of active threads reached");
        Place thread = Place.thread(id, kind, parent, world.self(), ChannelRoutes.name(body));
        thread.opened = world.clock.instant();
        thread.archiveTurned = thread.opened;
        thread.people.add(world.self());
        shape(thread, body);
        return thread;
    }

    private void opened(RestCall call, Place thread) {
        world.put(thread);
        world.publish(new Change.ThreadOpened(thread));
        world.audit(thread.guild(), AuditEntry.THREAD_CREATE, thread.id, call.reason());
    }

    private void shape(Place thread, JsonObject body) {
        RestCall.unsupported(body, "flags");
        int minutes = RestCall.number(body, "auto_archive_duration", thread.archiveAfterMinutes);
        if (!ARCHIVE_MINUTES.contains(minutes))
            throw Refusal.badForm(
                    "auto_archive_duration", "BASE_TYPE_CHOICES", "Value must be one of {60, 1440, 4320, 10080}.");
        JsonArray tagged = body.getJsonArray("applied_tags", thread.tagged);
        Refusal.checkCount("applied_tags", tagged.size(), 0, TAGGED_MAX);
        List<String> tags = tagged.stream().map(Object::toString).toList();
        if (body.containsKey("applied_tags")
                && !known(world.place(thread.parent)).containsAll(tags))
            throw Refusal.badForm("applied_tags", "The forum has no such tag");
        int slowmode = ChannelRoutes.slowmode(body, thread.slowmodeSeconds);
        boolean invitable = RestCall.flag(body, "invitable", thread.invitable);
        thread.slowmodeSeconds = slowmode;
        thread.archiveAfterMinutes = minutes;
        thread.tagged = new JsonArray(tags);
        thread.invitable = invitable;
    }

    /** The ids of a forum's tags; other channels have none. */
    private static List<String> known(Place parent) {
        return parent.tags.stream().map(it -> ((JsonObject) it).getString("id")).toList();
    }

    /** Its owner may rename, wake and put away a thread that is not locked; all else is for its moderators. */
    RestCall.Answer change(RestCall call, Place thread) {
        JsonObject body = call.body();
        boolean moderates = access.may(thread, Permissions.MANAGE_THREADS);
        boolean wakes = body.size() == 1 && Boolean.FALSE.equals(body.getValue("archived"));
        boolean owns = isMine(thread) || wakes && access.may(thread, Permissions.SEND_MESSAGES_IN_THREADS);
        boolean more = body.containsKey("locked") || body.containsKey("rate_limit_per_user");
        if (!moderates && (!owns || thread.locked || more)) throw Access.missingPermissions();
        if (thread.archived && !Boolean.FALSE.equals(body.getValue("archived"))) throw Access.archived();
        String name = body.containsKey("name") ? ChannelRoutes.name(body) : thread.name;
        boolean archived = RestCall.flag(body, "archived", thread.archived);
        boolean locked = RestCall.flag(body, "locked", thread.locked);
        shape(thread, body);
        thread.name = name;
        thread.archive(archived, world.clock.instant());
        thread.locked = locked;
        world.publish(new Change.ThreadChanged(thread));
        world.audit(thread.guild(), AuditEntry.THREAD_UPDATE, thread.id, call.reason());
        return call.ok(json.place(thread));
    }

    RestCall.Answer delete(RestCall call, Place thread) {
        access.need(thread, Permissions.MANAGE_THREADS);
        JsonObject last = json.place(thread);
        remove(thread);
        world.audit(thread.guild(), AuditEntry.THREAD_DELETE, thread.id, call.reason());
        return call.ok(last);
    }

    void remove(Place thread) {
        world.publish(new Change.ThreadGone(thread));
        world.remove(thread);
    }

    private RestCall.Answer active(RestCall call) {
        List<Place> threads = access.guild(call).threads().stream()
                .filter(it -> !it.archived && world.sees(world.bot(), it))
                .toList();
        return call.ok(new JsonObject()
                .put("threads", DiscordJson.array(threads, json::place))
                .put("members", mine(threads))
                .put("has_more", false));
    }

    private JsonArray mine(List<Place> threads) {
        return DiscordJson.array(
                threads.stream().filter(it -> it.people.contains(world.self())).toList(),
                it -> json.threadMember(it, world.self()));
    }

    private RestCall.Answer archived(RestCall call, boolean isPrivate, boolean joined) {
        Place parent = access.place(call, Permissions.READ_MESSAGE_HISTORY);
        if (parent.isDm() || parent.kind.isThread()) throw Access.wrongKind();
        if (isPrivate && !joined) access.need(parent, Permissions.MANAGE_THREADS);
        int limit = call.query("limit", PAGE_MAX / 2, PAGE_MAX);
        // Those that the bot is in go by their ids, all others by time.
        long older = joined ? call.queryId("before") : 0;
        Instant before = joined ? Instant.MAX : call.time("before");
        Comparator<Place> byId = Comparator.comparingLong(it -> it.id);
        Comparator<Place> byTime = Comparator.comparing(it -> it.archiveTurned);
        List<Place> all = parent.guild().threadsOf(parent).stream()
                .filter(it -> it.archived && isPrivate == (it.kind == Place.Kind.PRIVATE_THREAD))
                .filter(it -> !joined || it.people.contains(world.self()))
                .filter(it -> joined ? older == 0 || it.id < older : it.archiveTurned.isBefore(before))
                .sorted((joined ? byId : byTime).reversed())
                .toList();
        List<Place> page = all.stream().limit(limit).toList();
        return call.ok(new JsonObject()
                .put("threads", DiscordJson.array(page, json::place))
                .put("members", mine(page))
                .put("has_more", all.size() > page.size()));
    }
}
