package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How often the bot may log in: every key of {@code max_concurrency} once in five seconds, and so often a day. */
final class StartLimits {
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration DAY = Duration.ofDays(1);

    enum Verdict {
        GRANTED,
        /** Another shard with the same key logged in just now. */
        TOO_SOON,
        /** Discord then resets the token, so that nobody can log in with it any longer. */
        USED_UP
    }

    private final Clock clock;
    private final Limits limits;
    private final Map<Integer, Instant> last = new HashMap<>();
    private Instant dayEnds = Instant.MIN;
    private int used;

    StartLimits(Clock clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    Verdict take(int shard) {
        Instant now = clock.instant();
        if (!now.isBefore(dayEnds)) {
            dayEnds = now.plus(DAY);
            used = 0;
        }
        if (limits.reached() && used >= limits.identifiesADay()) return Verdict.USED_UP;
        used++;
        int key = shard % limits.maxConcurrency();
        Instant before = last.get(key);
        if (limits.reached() && before != null && now.isBefore(before.plus(BETWEEN))) return Verdict.TOO_SOON;
        last.put(key, now);
        return Verdict.GRANTED;
    }

    /** As {@code GET /gateway/bot} announces it. */
    JsonObject toJson() {
        Instant now = clock.instant();
        boolean begun = now.isBefore(dayEnds);
        return new JsonObject()
                .put("total", limits.identifiesADay())
                .put("remaining", begun ? Math.max(0, limits.identifiesADay() - used) : limits.identifiesADay())
                .put("reset_after", begun ? Duration.between(now, dayEnds).toMillis() : 0)
                .put("max_concurrency", limits.maxConcurrency());
    }
}
