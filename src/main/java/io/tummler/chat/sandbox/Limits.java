package io.tummler.chat.sandbox;

/**
 * How much is too much. All of it runs by the sandbox's clock.
 *
 * @param reached whether a limit is ever reached; otherwise all are announced and none is, as a benchmark wants it
 * @param requestsASecond of one bot to all routes together, but those of interactions
 * @param identifiesADay how often a bot may log in
 * @param maxConcurrency how many shards may log in within five seconds
 * @param guildsAShard more than these on one shard, and the bot must take more shards
 */
public record Limits(boolean reached, int requestsASecond, int identifiesADay, int maxConcurrency, int guildsAShard) {
    private static final Limits DISCORD = new Limits(true, 50, 1_000, 1, 2_500);

    public Limits {
        if (requestsASecond < 1 || identifiesADay < 1 || maxConcurrency < 1 || guildsAShard < 1)
            throw new IllegalArgumentException("a limit is at least 1");
    }

    /** Discord's own for a small bot. */
    public static Limits discord() {
        return DISCORD;
    }

    /** Announced as Discord does, and never reached. */
    public static Limits announcedOnly() {
        return new Limits(false, 50, 1_000, 16, 2_500);
    }

    public Limits withRequestsASecond(int requestsASecond) {
        return new Limits(reached, requestsASecond, identifiesADay, maxConcurrency, guildsAShard);
    }

    public Limits withIdentifiesADay(int identifiesADay) {
        return new Limits(reached, requestsASecond, identifiesADay, maxConcurrency, guildsAShard);
    }

    public Limits withMaxConcurrency(int maxConcurrency) {
        return new Limits(reached, requestsASecond, identifiesADay, maxConcurrency, guildsAShard);
    }

    public Limits withGuildsAShard(int guildsAShard) {
        return new Limits(reached, requestsASecond, identifiesADay, maxConcurrency, guildsAShard);
    }
}
