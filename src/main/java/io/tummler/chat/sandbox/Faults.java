package io.tummler.chat.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What can go wrong between a bot and Discord, done on purpose. Paths are regular expressions that are found in the path
 * below {@code /api/v10}; events are named as in the gateway, such as {@code MESSAGE_CREATE}.
 */
public final class Faults {
    private final World world;
    private final Gateway gateway;
    private final RestFaults requests;
    private final Interactions interactions;

    Faults(World world, Gateway gateway, RestFaults requests, Interactions interactions) {
        this.world = world;
        this.gateway = gateway;
        this.requests = requests;
        this.interactions = interactions;
    }

    /** Drops the bot's connections; it may resume. */
    public void dropGateway() {
        world.run(() -> gateway.connections().forEach(it -> it.close(CloseCode.UNKNOWN_ERROR, "Dropped.")));
    }

    /** Says nothing any more to the bot, on no connection, until {@link #endStall}; all of it is said then. */
    public void stallGateway() {
        world.run(() -> gateway.stall(true));
    }

    public void endStall() {
        world.run(() -> gateway.stall(false));
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
            if (!resumable) gateway.sessions().clear();
            gateway.connections().forEach(it -> it.send(Op.INVALID_SESSION, resumable));
        });
    }

    /** Answers none of the next heartbeats. */
    public void loseAcks(int times) {
        atLeastOnce(times);
        world.run(() -> gateway.loseAcks(times));
    }

    /** Asks the bot for a heartbeat out of turn. */
    public void requestHeartbeat() {
        world.run(() -> gateway.connections().forEach(it -> it.send(Op.HEARTBEAT, null)));
    }

    /** Sends the bot a frame as it is, whatever it says. */
    public void sendRaw(String frame) {
        world.run(() -> gateway.connections().forEach(it -> it.send(frame)));
    }

    /** Sends the last event once more, under the same number. */
    public void repeatLastEvent() {
        world.run(() -> gateway.sessions().all().forEach(GatewaySession::repeat));
    }

    /** Sends the next events of that type later than they happen, by the machine's time. */
    public void delayEvents(String type, Duration by, int times) {
        plan(EventFaults.Kind.LATE, type, by, times);
    }

    /** Sends the next events of that type twice, under the same number. */
    public void repeatEvents(String type, int times) {
        plan(EventFaults.Kind.TWICE, type, Duration.ZERO, times);
    }

    /** Sends the next events of that type after the event that follows each. */
    public void reorderEvents(String type, int times) {
        plan(EventFaults.Kind.OVERTAKEN, type, Duration.ZERO, times);
    }

    private void plan(EventFaults.Kind kind, String type, Duration by, int times) {
        atLeastOnce(times);
        notBackwards(by);
        world.run(() -> gateway.faults().plan(kind, type, by, times));
    }

    /**
     * Answers the next requests with an error instead of doing what they ask.
     *
     * @param method such as {@code POST}
     * @param status 429 comes with {@code Retry-After: 1}, 403 with Discord's 50013, others with code 0
     * @param times how many requests
     */
    public void answer(String method, String path, int status, int times) {
        plan(method, path, new RestFaults.Fault.Instead(RestFaults.error(status, Optional.empty())), times);
    }

    /** As {@link #answer(String, String, int, int)}, with one of Discord's own error codes, such as 50007. */
    public void answer(String method, String path, int status, int code, int times) {
        plan(method, path, new RestFaults.Fault.Instead(RestFaults.error(status, Optional.of(code))), times);
    }

    /** Does what the next requests ask, and cuts the connection instead of saying so. */
    public void loseAnswers(String method, String path, int times) {
        plan(method, path, new RestFaults.Fault.Lost(), times);
    }

    /** Does what the next requests ask later, by the machine's time. */
    public void delayAnswers(String method, String path, Duration by, int times) {
        notBackwards(by);
        plan(method, path, new RestFaults.Fault.Delay(by), times);
    }

    private void plan(String method, String path, RestFaults.Fault fault, int times) {
        atLeastOnce(times);
        world.run(() -> requests.plan(method, path, fault, times));
    }

    /** Opens or closes a persona's direct messages. */
    public void closeDms(String username, boolean closed) {
        world.run(() -> {
            Person person =
                    world.named(username).orElseThrow(() -> new NoSuchElementException("nobody is called " + username));
            person.dmsOpen = !closed;
            world.publish(new Change.DmsSwitched(person));
        });
    }

    /** Lets all interaction tokens expire, as if 15 minutes had passed. */
    public void expireInteractions() {
        world.run(interactions::expire);
    }

    /** What is still to go wrong, each in a line. */
    public List<String> planned() {
        return world.with(() -> {
            List<String> all = new ArrayList<>();
            if (gateway.isStalled()) all.add("the gateway is stalled");
            if (gateway.acksToLose() > 0) all.add("heartbeats not answered, " + gateway.acksToLose() + " times");
            all.addAll(gateway.faults().planned());
            all.addAll(requests.planned());
            return all;
        });
    }

    /** Takes back what has not happened yet, and ends a stall. What happened stays so. */
    public void clear() {
        world.run(() -> {
            requests.clear();
            gateway.faults().clear();
            gateway.sessions().all().forEach(GatewaySession::release);
            gateway.loseAcks(0);
            gateway.stall(false);
        });
    }

    private static void atLeastOnce(int times) {
        if (times < 1) throw new IllegalArgumentException("a fault happens at least once: " + times);
    }

    private static void notBackwards(Duration by) {
        if (by.isNegative()) throw new IllegalArgumentException("nothing happens before its time: " + by);
    }
}
