package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;

/** Messages. */
final class MessageRoutes {
    private static final int PAGE = 50;
    private static final int PAGE_MAX = 100;
    private static final int BULK_MIN = 2;
    private static final Duration BULK_AGE_MAX = Duration.ofDays(14);
    private static final int NONCE_MAX = 25;
    private static final long NONCE_LIFE_MILLIS = Duration.ofMinutes(10).toMillis();

    /** Two authors may use the same. */
    private record Nonce(long author, String text) {}

    private record Said(Post post, long atMillis) {}

    private final World world;
    private final DiscordJson json;
    private final Access access;
    private final SequencedMap<Nonce, Said> nonces = new LinkedHashMap<>();

    MessageRoutes(World world, DiscordJson json, Access access) {
        this.world = world;
        this.json = json;
        this.access = access;
        remember();
    }

    /** What was said before a restart counts as said just now. */
    private void remember() {
        long now = System.currentTimeMillis();
        world.posts
                .values()
                .forEach(here -> here.values().stream()
                        .filter(post -> post.nonce != null)
                        .forEach(post -> nonces.put(new Nonce(post.author, post.nonce), new Said(post, now))));
    }

    void on(Rest rest) {
        String messages = "/channels/:channel/messages";
        String message = messages + "/:message";
        rest.on("GET", messages, this::history);
        rest.on("POST", messages, this::send);
        rest.on("POST", messages + "/bulk-delete", this::deleteMany);
        rest.on("GET", message, call -> {
            access.talk(call, Permissions.READ_MESSAGE_HISTORY);
            return call.ok(json.message(access.post(call)));
        });
        rest.on("PATCH", message, this::edit);
        rest.on("DELETE", message, this::delete);
        rest.on("POST", message + "/crosspost", this::crosspost);
    }

    private RestCall.Answer send(RestCall call) {
        Place place = access.talk(call, 0);
        checkOpen(place);
        JsonObject json = call.body();
        var body = MessageBody.of(json, call);
        access.need(place, Access.speaking(place));
        if (body.hasEmbeds()) access.need(place, Permissions.EMBED_LINKS);
        if (body.hasFiles()) access.need(place, Permissions.ATTACH_FILES);
        forgetNonces();
        Object given = json.getValue("nonce");
        String nonce = given == null ? "" : given.toString();
        Refusal.checkMaxLength("nonce", nonce, NONCE_MAX);
        if (RestCall.flag(json, "enforce_nonce", false) && !nonce.isEmpty()) {
            Optional<Post> same = saidWith(nonce);
            if (same.isPresent()) return call.ok(this.json.message(same.get()));
        }
        var post = new Post(world.ids.next(), place.id, world.self());
        if (json.getValue("message_reference") instanceof JsonObject reference) refer(post, place, reference);
        body.into(post, world);
        if (!nonce.isEmpty()) {
            post.nonce = nonce;
            nonces.putLast(new Nonce(world.self(), nonce), new Said(post, System.currentTimeMillis()));
        }
        return call.ok(this.json.message(world.say(post)));
    }

    private void refer(Post post, Place place, JsonObject reference) {
        if (RestCall.number(reference, "type", 0) != 0)
            throw new Refusal(501, 0, "The sandbox does not forward messages, message_reference.type 1");
        if (!access.may(place, Permissions.READ_MESSAGE_HISTORY))
            throw new Refusal(403, 160002, "Cannot reply without permission to read message history");
        Post to = world.postsIn(place.id).get(Snowflakes.parse(reference.getString("message_id")));
        if (to != null && !to.isEphemeral()) {
            post.replyTo = to.id;
            post.type = Post.REPLY;
        } else if (RestCall.flag(reference, "fail_if_not_exists", true)) {
            throw Refusal.badForm("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        }
    }

    /** The oldest stand first. */
    private void forgetNonces() {
        long oldest = System.currentTimeMillis() - NONCE_LIFE_MILLIS;
        var said = nonces.values().iterator();
        while (said.hasNext() && said.next().atMillis() < oldest) said.remove();
    }

    private Optional<Post> saidWith(String nonce) {
        return Optional.ofNullable(nonces.get(new Nonce(world.self(), nonce)))
                .map(Said::post)
                .filter(it -> world.postsIn(it.channel).containsKey(it.id));
    }

    private void checkOpen(Place place) {
        if (place.kind.isThread() && place.locked && !access.may(place, Permissions.MANAGE_THREADS))
            throw Access.archived();
        if (!place.isDm()) return;
        Person other = world.person(place.people.stream()
                .filter(it -> it != world.self())
                .findFirst()
                .orElseThrow());
        if (!world.shareGuild(world.bot(), other))
            throw new Refusal(403, 50278, "Cannot send messages to this user due to having no mutual guilds");
        if (!other.dmsOpen) throw new Refusal(403, 50007, "Cannot send messages to this user");
    }

    private RestCall.Answer edit(RestCall call) {
        Place place = access.talk(call, 0);
        Post post = access.post(call);
        if (post.author != world.self())
            throw new Refusal(403, 50005, "Cannot edit a message authored by another user");
        if (place.kind.isThread() && place.archived) throw Access.archived();
        MessageBody.of(call.body(), call).into(post, world);
        post.editedAt = world.clock.instant();
        world.publish(new Change.Edited(post));
        return call.ok(json.message(post));
    }

    private RestCall.Answer delete(RestCall call) {
        Place place = access.talk(call, 0);
        Post post = access.post(call);
        boolean mine = post.author == world.self();
        if (!mine && place.isDm()) throw Access.inDirectMessages();
        if (!mine) access.need(place, Permissions.MANAGE_MESSAGES);
        world.delete(post);
        if (!mine) world.audit(place.guild(), AuditEntry.MESSAGE_DELETE, post.author, call.reason());
        return call.none();
    }

    private RestCall.Answer crosspost(RestCall call) {
        Place place = access.talk(call, Permissions.SEND_MESSAGES);
        if (place.kind != Place.Kind.ANNOUNCEMENT) throw Access.wrongKind();
        Post post = access.post(call);
        if (post.author != world.self()) access.need(place, Permissions.MANAGE_MESSAGES);
        if (post.is(Post.CROSSPOSTED)) throw new Refusal(400, 40033, "This message has already been crossposted.");
        post.flags |= Post.CROSSPOSTED;
        world.publish(new Change.Edited(post));
        return call.ok(json.message(post));
    }

    /** Newest first, as Discord has it. */
    private RestCall.Answer history(RestCall call) {
        Place place = access.talk(call, 0);
        if (!access.may(place, Permissions.READ_MESSAGE_HISTORY)) return call.ok(new JsonArray());
        NavigableMap<Long, Post> here = world.postsIn(place.id);
        int limit = call.query("limit", PAGE, PAGE_MAX);
        long before = call.queryId("before");
        long after = call.queryId("after");
        long around = call.queryId("around");
        List<Post> found = new ArrayList<>();
        if (around != 0) {
            found.addAll(first(here.tailMap(around, true), limit - limit / 2).reversed());
            found.addAll(first(here.headMap(around, false).descendingMap(), limit / 2));
        } else if (!call.query("after").isEmpty()) {
            found.addAll(first(here.tailMap(after, false), limit).reversed());
        } else {
            var newest = before == 0 ? here : here.headMap(before, false);
            found.addAll(first(newest.descendingMap(), limit));
        }
        return call.ok(DiscordJson.array(found, json::message));
    }

    private static List<Post> first(NavigableMap<Long, Post> posts, int limit) {
        return posts.values().stream()
                .filter(it -> !it.isEphemeral())
                .limit(limit)
                .toList();
    }

    private RestCall.Answer deleteMany(RestCall call) {
        Place place = access.talk(call, Permissions.MANAGE_MESSAGES);
        if (place.isDm()) throw Access.inDirectMessages();
        JsonArray ids = call.body().getJsonArray("messages", new JsonArray());
        if (ids.size() < BULK_MIN || ids.size() > PAGE_MAX)
            throw new Refusal(400, 50016, "You can only bulk delete between 2 and 100 messages");
        Instant oldest = world.clock.instant().minus(BULK_AGE_MAX);
        List<Post> posts = new ArrayList<>();
        for (Object id : ids) {
            Post post = world.postsIn(place.id).get(Snowflakes.parse(id.toString()));
            if (Snowflakes.at(Snowflakes.parse(id.toString())).isBefore(oldest))
                throw new Refusal(400, 50034, "You can only bulk delete messages that are under 14 days old.");
            if (post != null && !post.isEphemeral()) posts.add(post);
        }
        world.delete(place, posts);
        world.audit(place.guild(), AuditEntry.MESSAGE_BULK_DELETE, place.id, call.reason());
        return call.none();
    }
}
