package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many requests Discord takes: so many a second of one bot, and so many of one route in one channel, guild or webhook.
 * By the sandbox's clock, so that moving it forward ends the wait. Guarded by the world's lock.
 */
final class RateLimits {
    private static final int WINDOWS_MAX = 10_000;
    private static final int INVALID_KEPT_MAX = 100_000;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration INVALID_WITHIN = Duration.ofMinutes(10);

    /** Requests since it began. */
    private static final class Window {
        private final Instant ends;
        private int used;

        Window(Instant ends) {
            this.ends = ends;
        }
    }

    /**
     * What a request found in its bucket.
     *
     * @param left requests until the limit, negative if it is exceeded
     * @param resetAfter until the bucket is full again
     */
    record Taken(Bucket bucket, int left, Duration resetAfter) {
        boolean isExceeded() {
            return left < 0;
        }
    }

    private final Clock clock;
    private final Limits limits;
    private final Map<String, Window> windows = new LinkedHashMap<>();
    private final Deque<Instant> invalid = new ArrayDeque<>();

    RateLimits(Clock clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /** One request of a bot to any route that counts: how long it must wait if that was one too many. */
    Optional<Duration> takeGlobal(String bot) {
        Window window = window("global " + bot, SECOND);
        if (!limits.reached() || window.used < limits.requestsASecond()) {
            window.used++;
            return Optional.empty();
        }
        return Optional.of(Duration.between(clock.instant(), window.ends));
    }

    /** One request to a route, in the channel, guild or webhook that counts by itself. */
    Taken take(Bucket bucket, String major) {
        Window window = window(bucket.hash() + ' ' + major, bucket.per());
        Duration resetAfter = Duration.between(clock.instant(), window.ends);
        if (!limits.reached()) return new Taken(bucket, bucket.requests() - 1, resetAfter);
        if (window.used >= bucket.requests()) return new Taken(bucket, -1, resetAfter);
        window.used++;
        return new Taken(bucket, bucket.requests() - window.used, resetAfter);
    }

    private Window window(String key, Duration per) {
        Instant now = clock.instant();
        Window window = windows.get(key);
        if (window != null && now.isBefore(window.ends)) return window;
        windows.remove(key);
        if (windows.size() >= WINDOWS_MAX) windows.values().removeIf(it -> !now.isBefore(it.ends));
        if (windows.size() >= WINDOWS_MAX)
            windows.remove(windows.keySet().iterator().next());
        var fresh = new Window(now.plus(per));
        windows.put(key, fresh);
        return fresh;
    }

    /** Counts an answer that Discord holds against the bot's address. */
    void answered(int status, boolean shared) {
        if (shared || (status != 401 && status != 403 && status != Refusal.TOO_MANY)) return;
        invalid.addLast(clock.instant());
        if (invalid.size() > INVALID_KEPT_MAX) invalid.removeFirst();
    }

    /** Answers of 401, 403 and 429 within the last ten minutes; at 10,000 Discord shuts an address out. */
    int invalidRequests() {
        Instant oldest = clock.instant().minus(INVALID_WITHIN);
        while (!invalid.isEmpty() && invalid.getFirst().isBefore(oldest)) invalid.removeFirst();
        return invalid.size();
    }

    /** Discord's 429. */
    static JsonObject body(String message, Duration after, boolean global) {
        return new JsonObject()
                .put("message", message)
                .put("retry_after", seconds(after))
                .put("global", global);
    }

    static double seconds(Duration duration) {
        return Math.max(1, duration.toMillis()) / 1_000.0;
    }
}
