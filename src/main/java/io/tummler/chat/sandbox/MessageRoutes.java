package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Messages, their reactions and pins. */
final class MessageRoutes {
    private static final int PAGE = 50;
    private static final int PAGE_MAX = 100;
    private static final int NONCE_MAX = 25;
    private static final long NONCE_LIFE_MILLIS = Duration.ofMinutes(10).toMillis();

    private record Said(Post post, long atMillis) {}

    private final World world;
    private final DiscordJson json;
    private final Map<String, Said> nonces = new LinkedHashMap<>();

    MessageRoutes(World world, DiscordJson json) {
        this.world = world;
        this.json = json;
        remember();
    }

    /** What was said before a restart counts as said just now. */
    private void remember() {
        long now = System.currentTimeMillis();
        world.posts
                .values()
                .forEach(here -> here.values().stream()
                        .filter(post -> post.nonce != null)
                        .forEach(post -> nonces.put(post.nonce, new Said(post, now))));
    }

    void on(Rest rest) {
        String messages = "/channels/:channel/messages";
        String message = messages + "/:message";
        rest.on("GET", messages + "/pins", this::pins);
        rest.on("PUT", messages + "/pins/:message", call -> pin(call, true));
        rest.on("DELETE", messages + "/pins/:message", call -> pin(call, false));
        rest.on("GET", "/channels/:channel/pins", call -> call.ok(DiscordJson.array(pinned(call), json::message)));
        rest.on("PUT", "/channels/:channel/pins/:message", call -> pin(call, true));
        rest.on("DELETE", "/channels/:channel/pins/:message", call -> pin(call, false));
        rest.on("GET", messages, this::history);
        rest.on("POST", messages, this::send);
        rest.on("POST", messages + "/bulk-delete", this::deleteMany);
        rest.on("GET", message, call -> call.ok(json.message(post(call))));
        rest.on("PATCH", message, this::edit);
        rest.on("DELETE", message, call -> {
            world.delete(post(call));
            return call.none();
        });
        rest.on("PUT", message + "/reactions/:emoji/@me", call -> react(call, true));
        rest.on("DELETE", message + "/reactions/:emoji/@me", call -> react(call, false));
        rest.on(
                "GET",
                message + "/reactions/:emoji",
                call -> call.ok(DiscordJson.array(
                        post(call).reactions.getOrDefault(call.text("emoji"), new LinkedHashSet<>()),
                        who -> json.user(world.person(who)))));
    }

    /** What only one person sees is nobody else's, the bot's neither. */
    private Post post(RestCall call) {
        Post post = world.post(world.place(call.id("channel")).id, call.id("message"));
        if (post.isEphemeral()) throw Refusal.unknown(10008, "Message");
        return post;
    }

    private RestCall.Answer send(RestCall call) {
        Place place = world.place(call.id("channel"));
        checkOpen(place);
        JsonObject body = call.body();
        Object given = body.getValue("nonce");
        String nonce = given == null ? "" : given.toString();
        if (nonce.length() > NONCE_MAX) throw Refusal.badForm("nonce", "Must be " + NONCE_MAX + " or fewer in length.");
        if (body.getBoolean("enforce_nonce", false) && !nonce.isEmpty()) {
            Optional<Post> same = saidWith(nonce);
            if (same.isPresent()) return call.ok(json.message(same.get()));
        }
        var post = new Post(world.ids.next(), place.id, world.self());
        JsonObject reference = body.getJsonObject("message_reference");
        if (reference != null) {
            long to = Snowflakes.parse(reference.getString("message_id"));
            boolean stands = world.postsIn(place.id).containsKey(to);
            if (!stands && reference.getBoolean("fail_if_not_exists", true))
                throw Refusal.badForm("message_reference", "Unknown message");
            post.replyTo = stands ? to : 0;
            post.type = stands ? Post.REPLY : Post.DEFAULT;
        }
        new MessageBody(body).into(post, world);
        if (!nonce.isEmpty()) {
            post.nonce = nonce;
            nonces.put(nonce, new Said(post, System.currentTimeMillis()));
        }
        return call.ok(json.message(world.say(post)));
    }

    private Optional<Post> saidWith(String nonce) {
        long oldest = System.currentTimeMillis() - NONCE_LIFE_MILLIS;
        nonces.values().removeIf(said -> said.atMillis() < oldest);
        return Optional.ofNullable(nonces.get(nonce))
                .map(Said::post)
                .filter(it -> world.postsIn(it.channel).containsKey(it.id));
    }

    private void checkOpen(Place place) {
        if (place.kind.isThread() && place.archived && place.locked)
            throw new Refusal(400, 50083, "Thread is archived");
        if (!place.isDm()) return;
        Person other = world.person(place.people.stream()
                .filter(it -> it != world.self())
                .findFirst()
                .orElseThrow());
        if (!place.people.contains(world.self())) throw new Refusal(403, 50001, "Missing Access");
        if (!world.shareGuild(world.bot(), other))
            throw new Refusal(403, 50278, "Cannot send messages to this user due to having no mutual guilds");
        if (!other.dmsOpen) throw new Refusal(403, 50007, "Cannot send messages to this user");
    }

    private RestCall.Answer edit(RestCall call) {
        Post post = post(call);
        if (post.author != world.self())
            throw new Refusal(403, 50005, "Cannot edit a message authored by another user");
        new MessageBody(call.body()).into(post, world);
        post.editedAt = world.clock.instant();
        world.publish(new Change.Edited(post));
        return call.ok(json.message(post));
    }

    /** Newest first, as Discord has it. */
    private RestCall.Answer history(RestCall call) {
        NavigableMap<Long, Post> here = world.postsIn(world.place(call.id("channel")).id);
        int limit = call.query("limit", PAGE, PAGE_MAX);
        long before = Snowflakes.parse(call.query("before"));
        long after = Snowflakes.parse(call.query("after"));
        long around = Snowflakes.parse(call.query("around"));
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
        Place place = world.place(call.id("channel"));
        for (Object id : call.body().getJsonArray("messages", new JsonArray())) {
            Post post = world.postsIn(place.id).get(Snowflakes.parse(id.toString()));
            if (post != null && !post.isEphemeral()) world.delete(post);
        }
        return call.none();
    }

    private RestCall.Answer react(RestCall call, boolean add) {
        world.react(post(call), world.self(), call.text("emoji"), add);
        return call.none();
    }

    private List<Post> pinned(RestCall call) {
        return world.postsIn(world.place(call.id("channel")).id).values().stream()
                .filter(it -> it.pinned)
                .toList()
                .reversed();
    }

    private RestCall.Answer pins(RestCall call) {
        return call.ok(new JsonObject()
                .put(
                        "items",
                        DiscordJson.array(
                                pinned(call),
                                post -> new JsonObject()
                                        .put("pinned_at", Snowflakes.at(post.id).toString())
                                        .put("message", json.message(post))))
                .put("has_more", false));
    }

    private RestCall.Answer pin(RestCall call, boolean pinned) {
        Post post = post(call);
        post.pinned = pinned;
        world.publish(new Change.Edited(post));
        return call.none();
    }
}
