package io.tummler.chat.sandbox;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Pinned messages, by the routes of today and by those of before. */
final class PinRoutes {
    private static final int PINS_MAX = 250;
    private static final int PAGE_MAX = 50;

    private final World world;
    private final DiscordJson json;
    private final Access access;

    PinRoutes(World world, DiscordJson json, Access access) {
        this.world = world;
        this.json = json;
        this.access = access;
    }

    void on(Rest rest) {
        rest.on("GET", "/channels/:channel/messages/pins", this::page);
        rest.on("GET", "/channels/:channel/pins", call -> call.ok(DiscordJson.array(pinned(call), json::message)));
        for (String pin : List.of("/channels/:channel/messages/pins/:message", "/channels/:channel/pins/:message")) {
            rest.on("PUT", pin, call -> pin(call, true));
            rest.on("DELETE", pin, call -> pin(call, false));
        }
    }

    private List<Post> pinned(RestCall call) {
        Place place = access.talk(call, 0);
        return access.may(place, Permissions.READ_MESSAGE_HISTORY) ? pinned(place) : List.of();
    }

    /** Those that were pinned last first. */
    private List<Post> pinned(Place place) {
        return world.postsIn(place.id).values().stream()
                .filter(it -> it.pinnedAt != null)
                .sorted(Comparator.comparing(PinRoutes::at).reversed())
                .toList();
    }

    /** When it was pinned. */
    private static Instant at(Post post) {
        return requireNonNull(post.pinnedAt);
    }

    private RestCall.Answer page(RestCall call) {
        Instant before = call.time("before");
        List<Post> all =
                pinned(call).stream().filter(it -> at(it).isBefore(before)).toList();
        List<Post> page =
                all.stream().limit(call.query("limit", PAGE_MAX, PAGE_MAX)).toList();
        return call.ok(new JsonObject()
                .put(
                        "items",
                        DiscordJson.array(
                                page,
                                post -> new JsonObject()
                                        .put("pinned_at", at(post).toString())
                                        .put("message", json.message(post))))
                .put("has_more", all.size() > page.size()));
    }

    private RestCall.Answer pin(RestCall call, boolean pin) {
        Place place = access.talk(call, Permissions.PIN_MESSAGES);
        Post post = access.post(call);
        if (pin == (post.pinnedAt != null)) return call.none();
        if (pin && pinned(place).size() >= PINS_MAX)
            throw new Refusal(400, 30003, "Maximum number of pins reached (" + PINS_MAX + ")");
        post.pinnedAt = pin ? world.clock.instant() : null;
        place.lastPin = pinned(place).stream().map(PinRoutes::at).findFirst().orElse(null);
        world.publish(new Change.Edited(post));
        world.publish(new Change.PinsChanged(place));
        if (!place.isDm())
            world.audit(
                    place.guild(), pin ? AuditEntry.MESSAGE_PIN : AuditEntry.MESSAGE_UNPIN, post.author, call.reason());
        return call.none();
    }
}
