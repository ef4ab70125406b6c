package io.tummler.chat.sandbox;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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

    Interaction ask(int type, long user, long channel, String name, long message, JsonObject data) {
        var token = new byte[TOKEN_BYTES];
        chance.nextBytes(token);
        var asked = new Interaction(
                world.ids.next(),
                type,
                application(type, channel, user, name, message, data),
                HexFormat.of().formatHex(token),
                user,
                channel,
                name,
                message,
                world.clock.millis(),
                data);
        if (type == Interaction.MODAL)
            asked.trigger = offering(user, name).map(Interaction::origin).orElse(null);
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

    /** The command's bot, the one under whose message something was pressed, or the one that offered the form. */
    private long application(int type, long channel, long user, String name, long message, JsonObject data) {
        return switch (type) {
            case Interaction.COMPONENT -> {
                Post post = world.postsIn(channel).get(message);
                yield post != null && world.person(post.author).portrait.bot() ? post.author : world.cast.bot;
            }
            case Interaction.MODAL ->
                offering(user, name).map(it -> it.application).orElse(world.cast.bot);
            default ->
                Long.parseLong(requireNonNull(world.commands.get(Snowflakes.parse(data.getString("id"))))
                        .getString("application_id"));
        };
    }

    private Optional<Interaction> offering(long user, String form) {
        return world.interactions.values().stream()
                .filter(it -> it.user == user && form.equals(it.offered.getString("custom_id")))
                .reduce((_, later) -> later);
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
