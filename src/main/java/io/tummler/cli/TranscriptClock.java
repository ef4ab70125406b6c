package io.tummler.cli;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The clock of a replay: goes like the system's until the first message, then stands at the time that was reached. */
@Singleton
@Identifier(Commands.PROFILE) final class TranscriptClock extends Clock {
    private volatile @Nullable Instant reached;

    /** Goes like the system's again, for a transcript to begin anew. */
    synchronized void restart() {
        reached = null;
    }

    /** Sets it on; it does not go back. */
    synchronized void advance(Instant to) {
        Instant before = reached;
        if (before == null || to.isAfter(before)) reached = to;
    }

    @Override
    public Instant instant() {
        Instant now = reached;
        return now == null ? Clock.systemUTC().instant() : now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        Clock itself = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return itself.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return itself.withZone(other);
            }
        };
    }
}
