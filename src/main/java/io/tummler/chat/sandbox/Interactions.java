package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Commands and presses: put to the bot, and marked as failed if it says nothing in time. Called inside the world's lock. */
final class Interactions {
    private static final int KEPT_MAX = 10_000;
    private static final int TOKEN_BYTES = 24;

    private final World world;
    private final ScheduledExecutorService timer;
    private final Duration patience;
    private final SecureRandom chance = new SecureRandom();

    Interactions(World world, ScheduledExecutorService timer, Duration patience) {
        this.world = world;
        this.timer = timer;
        this.patience = patience;
        world.watch(change -> {
            if (change instanceof Change.ClockMoved) giveUpLate();
        });
    }

    /**
     * @param application whose it is to answer
     */
    Interaction ask(int type, long application, long user, long channel, String name, long message, JsonObject data) {
        return put(made(type, application, user, channel, name, message, data));
    }

    private Interaction made(
            int type, long application, long user, long channel, String name, long message, JsonObject data) {
        var token = new byte[TOKEN_BYTES];
        chance.nextBytes(token);
        return new Interaction(
                world.ids.next(),
                type,
                application,
                HexFormat.of().formatHex(token),
                user,
                channel,
                name,
                message,
                world.clock.millis(),
                data);
    }

    /** A form that was filled in, to the bot that offered it. */
    Interaction send(Interaction offer, JsonObject data) {
        Interaction asked = made(
                Interaction.MODAL,
                offer.application,
                offer.user,
                offer.channel,
                data.getString("custom_id"),
                offer.message,
                data);
        asked.trigger = offer.origin();
        return put(asked);
    }

    private Interaction put(Interaction asked) {
        world.interactions.put(asked.id, asked);
        if (world.interactions.size() > KEPT_MAX)
            world.interactions.remove(world.interactions.keySet().iterator().next());
        world.publish(new Change.Asked(asked));
        try {
            var _ = timer.schedule(() -> world.run(() -> giveUp(asked)), patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            giveUp(asked);
        }
        return asked;
    }

    private void giveUpLate() {
        long latest = world.clock.millis() - patience.toMillis();
        List.copyOf(world.interactions.values()).stream()
                .filter(it -> it.sinceMillis <= latest)
                .forEach(this::giveUp);
    }

    private void giveUp(Interaction asked) {
        if (asked.state != Interaction.State.WAITING || world.interactions.get(asked.id) != asked) return;
        asked.state = Interaction.State.FAILED;
        if (asked.type == Interaction.AUTOCOMPLETE) return;
        var post = new Post(world.ids.next(), asked.channel, asked.application);
        post.content = "This application did not respond";
        post.system = true;
        post.onlyFor = asked.user;
        post.flags = Post.EPHEMERAL;
        world.say(post);
    }

    /** The one that waits for its first answer. */
    Interaction waiting(long id, String token) {
        Interaction asked = world.interactions.get(id);
        if (asked == null || !asked.token.equals(token) || asked.state == Interaction.State.FAILED)
            throw Refusal.unknown(10062, "interaction");
        if (asked.state != Interaction.State.WAITING)
            throw new Refusal(400, 40060, "Interaction has already been acknowledged.");
        return asked;
    }

    /** The one whose answer may still be changed and added to. */
    Interaction going(String token) {
        Interaction asked = world.interactions.values().stream()
                .filter(it -> it.token.equals(token))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown(10015, "Webhook"));
        if (asked.isOver(world.clock.millis())) throw new Refusal(401, 50027, "Invalid Webhook Token");
        if (asked.state == Interaction.State.WAITING || asked.state == Interaction.State.FAILED)
            throw Refusal.unknown(10015, "Webhook");
        return asked;
    }

    /** Lets every token expire, as if its 15 minutes were over. */
    void expire() {
        world.interactions.clear();
    }
}
