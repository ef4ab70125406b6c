package io.tummler.chat.sandbox;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Discord's ids: they grow, and tell when they were given. */
final class Snowflakes {
    private static final long EPOCH = 1_420_070_400_000L;
    static final int TIME_SHIFT = 22;

    private final Clock clock;
    private long last;

    Snowflakes(Clock clock) {
        this.clock = clock;
    }

    synchronized long next() {
        last = Math.max(last + 1, (clock.millis() - EPOCH) << TIME_SHIFT);
        return last;
    }

    synchronized long last() {
        return last;
    }

    /** Gives no id up to this one again. */
    synchronized void after(long given) {
        last = Math.max(last, given);
    }

    static Instant at(long id) {
        return Instant.ofEpochMilli((id >>> TIME_SHIFT) + EPOCH);
    }

    /**
     * @return the id that a text holds, 0 if it holds none
     */
    static long parse(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 20) return 0;
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noId) {
            return 0;
        }
    }
}
