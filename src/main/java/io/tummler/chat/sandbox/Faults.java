package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can go wrong between a bot and Discord, done on purpose. */
public final class Faults {
    static final int TOO_MANY = 429;

    /**
     * @param instead whether the answer comes instead of the work; otherwise the work is done and the answer is lost
     */
    record Fault(boolean instead, RestCall.Answer answer) {}

    private static final class Planned {
        private final String method;
        private final Pattern path;
        private final Fault fault;
        private int left;

        Planned(String method, String path, Fault fault, int times) {
            this.method = method;
            this.path = Pattern.compile(path);
            this.fault = fault;
            this.left = times;
        }
    }

    private final World world;
    private final List<Planned> planned = new ArrayList<>();
    private final Gateway gateway;
    private final Interactions interactions;

    Faults(World world, Gateway gateway, Interactions interactions) {
        this.world = world;
        this.gateway = gateway;
        this.interactions = interactions;
    }

    /** Drops the bot's connections; it may resume. */
    public void dropGateway() {
        world.run(() -> gateway.connections().forEach(it -> it.close(GatewayConnection.UNKNOWN_ERROR, "Dropped.")));
    }

    /** Asks the bot to reconnect, as Discord does when a machine of its own goes down. */
    public void reconnectGateway() {
        world.run(() -> gateway.connections().forEach(it -> it.send(Op.RECONNECT, null)));
    }

    /**
     * Tells the bot that its session is no longer valid.
     *
     * @param resumable whether it may resume it all the same; otherwise it must log in anew and what it missed is lost
     */
    public void invalidateSession(boolean resumable) {
        world.run(() -> {
            if (!resumable) gateway.forgetSessions();
            gateway.connections().forEach(it -> it.send(Op.INVALID_SESSION, resumable));
        });
    }

    /** Sends the bot a frame as it is, whatever it says. */
    public void sendRaw(String frame) {
        world.run(() -> gateway.connections().forEach(it -> it.send(frame)));
    }

    /** Sends the last event once more, under the same number. */
    public void repeatLastEvent() {
        world.run(() -> gateway.lastEvent().ifPresent(this::sendRaw));
    }

    /**
     * Answers the next requests with an error instead of doing what they ask.
     *
     * @param method such as {@code POST}
     * @param path a regular expression that is found in the path below {@code /api/v10}
     * @param status 429 comes with {@code Retry-After: 1}, 403 with Discord's 50013, others with code 0
     * @param times how many requests
     */
    public void answer(String method, String path, int status, int times) {
        plan(method, path, new Fault(true, new RestCall.Answer(status, error(status))), times);
    }

    /** As {@link #answer(String, String, int, int)}, with one of Discord's own error codes, such as 50007. */
    public void answer(String method, String path, int status, int code, int times) {
        JsonObject body = error(status).put("code", code);
        plan(method, path, new Fault(true, new RestCall.Answer(status, body)), times);
    }

    /** Does what the next requests ask, and cuts the connection instead of saying so. */
    public void loseAnswers(String method, String path, int times) {
        plan(method, path, new Fault(false, new RestCall.Answer(0, null)), times);
    }

    /** Takes back what was asked of {@link #answer} and {@link #loseAnswers} and has not happened yet. */
    public void clear() {
        world.run(planned::clear);
    }

    /** Opens or closes a persona's direct messages. */
    public void closeDms(String username, boolean closed) {
        world.run(() -> {
            Person person = world.named(username).orElseThrow(() -> new NoSuchElementException(username));
            person.dmsOpen = !closed;
            world.publish(new Change.DmsSwitched(person));
        });
    }

    /** Lets all interaction tokens expire, as if 15 minutes had passed. */
    public void expireInteractions() {
        world.run(interactions::expire);
    }

    private void plan(String method, String path, Fault fault, int times) {
        world.run(() -> planned.add(new Planned(method.toUpperCase(Locale.ROOT), path, fault, times)));
    }

    Optional<Fault> next(String method, String path) {
        Optional<Planned> hit = planned.stream()
                .filter(it -> it.method.equals(method) && it.path.matcher(path).find())
                .findFirst();
        hit.ifPresent(it -> it.left--);
        planned.removeIf(it -> it.left <= 0);
        return hit.map(it -> it.fault);
    }

    private static JsonObject error(int status) {
        return switch (status) {
            case TOO_MANY ->
                new JsonObject()
                        .put("message", "You are being rate limited.")
                        .put("retry_after", 1.0)
                        .put("global", false);
            case 403 -> new JsonObject().put("message", "Missing Permissions").put("code", 50013);
            default ->
                new JsonObject()
                        .put("message", status + ": as asked of the sandbox")
                        .put("code", 0);
        };
    }
}
