package io.tummler.chat;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.common.annotation.Identifier;
import io.tummler.api.Ids;
import io.tummler.api.Outbox;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Where time and ids come in, and what is said goes out. */
class Time {
    private static final String REPLAY = "replay";

    private final SecureRandom random = new SecureRandom();

    /** A replay's clock in a replay; else the sandbox's, which can be moved forward, where there is a sandbox. */
    @Produces
    @Singleton
    Clock clock(SandboxHost sandbox, @Identifier(REPLAY) Clock replayed) {
        return ConfigUtils.isProfileActive(REPLAY) ? replayed : sandbox.clock();
    }

    /** A replay says nothing: its outbox is another one. */
    @Produces
    @Singleton
    Outbox outbox(CommittedOutbox committed, @Identifier(REPLAY) Outbox silent) {
        return ConfigUtils.isProfileActive(REPLAY) ? silent : committed;
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
