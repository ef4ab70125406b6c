package io.tummler.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The passing of a transcript's time: a tick each hour while people talk and for a day after, each day of a silence up to a
 * month, and one for all that is longer, so that one odd time does not cost a tick for each hour of a century.
 */
final class Hours {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);

    private final Consumer<Instant> tick;
    private Instant spoken = Instant.MIN;
    private Instant next = Instant.MAX;

    Hours(Consumer<Instant> tick) {
        this.tick = tick;
    }

    /** Whether this is earlier than what was already reached. */
    boolean passed(Instant at) {
        return at.isBefore(spoken);
    }

    /**
     * Somebody speaks; first, all that lies between is ticked.
     *
     * @return the time, or the one already reached when that is later
     */
    Instant reach(Instant at) {
        if (passed(at)) return spoken;
        passTo(at);
        Instant soon = at.plus(HOUR);
        if (!next.isAfter(at)) {
            tick.accept(at);
            next = soon;
        }
        if (next.isAfter(soon)) next = soon;
        spoken = at;
        return at;
    }

    /** Nobody speaks any more: a last tick at the last message, and one then if it is later. */
    void end(Instant then) {
        if (spoken.equals(Instant.MIN)) return;
        tick.accept(spoken);
        if (then.isAfter(spoken)) tick.accept(then);
    }

    private void passTo(Instant at) {
        while (!next.isAfter(at) && !next.isAfter(spoken.plus(MONTH))) {
            tick.accept(next);
            next = next.plus(next.isAfter(spoken.plus(DAY)) ? DAY : HOUR);
        }
    }
}
