package io.tummler.chat;

import io.tummler.api.Ids;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Where time and ids come in. */
class Time {
    private final SecureRandom random = new SecureRandom();

    /** The sandbox's clock, which can be moved forward, where there is a sandbox. */
    @Produces
    @Singleton
    Clock clock(SandboxHost sandbox) {
        return sandbox.clock();
    }

    /** UUIDs of version 7 (RFC 9562): in the order of their time, so that rows and answers are too. */
    @Produces
    @Singleton
    Ids ids(Clock clock) {
        return () -> {
            long high = (clock.millis() << 16) | 0x7000 | random.nextInt(0x1000);
            long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
            return new UUID(high, low);
        };
    }
}
