package io.tummler.chat;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.common.annotation.Identifier;
import io.tummler.api.Ids;
import io.tummler.api.Outbox;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Where time and ids come in, and what is said goes out. */
class Time {
    private static final String REPLAY = "replay";
    private static final Duration MICROSECOND = ChronoUnit.MICROS.getDuration();

    private final SecureRandom random = new SecureRandom();
    /** The time of the last id, in 4,096ths of a millisecond. */
    private final AtomicLong last = new AtomicLong();

    /** A replay's clock in a replay; else the sandbox's, which can be moved forward, where there is a sandbox. */
    @Produces
    @Singleton
    Clock clock(SandboxHost sandbox, @Identifier(REPLAY) Clock replayed) {
        return asDatabasesKeepIt(ConfigUtils.isProfileActive(REPLAY) ? replayed : sandbox.clock());
    }

    /** In microseconds, so that what is read back is equal to what was written. */
    static Clock asDatabasesKeepIt(Clock clock) {
        return Clock.tick(clock, MICROSECOND);
    }

    /** A replay says nothing: its outbox is another one. */
    @Produces
    @Singleton
    Outbox outbox(ObservingOutbox live, @Identifier(REPLAY) Outbox silent) {
        return ConfigUtils.isProfileActive(REPLAY) ? silent : live;
    }

    /**
     * UUIDs of version 7 (RFC 9562, with its counter of method 1): in the order in which they are made, those of one
     * millisecond too, so that rows and what is said are as well.
     */
    @Produces
    @Singleton
    Ids ids(Clock clock) {
        return () -> {
            long now = clock.millis() << 12;
            long time = last.updateAndGet(before -> Math.max(before + 1, now));
            long high = (time >>> 12 << 16) | 0x7000 | (time & 0xFFF);
            long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
            return new UUID(high, low);
        };
    }
}
