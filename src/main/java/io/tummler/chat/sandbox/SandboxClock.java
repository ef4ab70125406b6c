package io.tummler.chat.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/** The system's clock, moved forward by as much as was asked for, never back. */
final class SandboxClock extends Clock {
    private final Clock system;
    private final AtomicLong aheadMillis;

    SandboxClock() {
        this(Clock.systemUTC(), new AtomicLong());
    }

    private SandboxClock(Clock system, AtomicLong aheadMillis) {
        this.system = system;
        this.aheadMillis = aheadMillis;
    }

    Duration ahead() {
        return Duration.ofMillis(aheadMillis.get());
    }

    void forward(Duration by) {
        if (by.isNegative()) throw new IllegalArgumentException("the clock moves forward only: " + by);
        aheadMillis.addAndGet(by.toMillis());
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SandboxClock(system.withZone(zone), aheadMillis);
    }

    @Override
    public Instant instant() {
        return system.instant().plusMillis(aheadMillis.get());
    }
}
