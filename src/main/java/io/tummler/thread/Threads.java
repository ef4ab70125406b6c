package io.tummler.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads for work that waits: virtual ones, where those wake up reliably. In JDK 25 before 25.0.3 one that is due may stay
 * parked (JDK-8369227). Native executables made with such a JDK were seen to: one of two connections to PostgreSQL answered
 * only when its socket timed out, for as long as the bot lived. There the threads are the system's, and none keeps the
 * process alive.
 */
public final class Threads {
    private static final Runtime.Version MENDED = Runtime.Version.parse("25.0.3");

    private final Thread.Builder builder;
    private final boolean virtual;

    private Threads(Thread.Builder builder, boolean virtual) {
        this.builder = builder;
        this.virtual = virtual;
    }

    /**
     * @param name of each of them, before its number
     */
    public static Threads named(String name) {
        return named(name, Runtime.version());
    }

    static Threads named(String name, Runtime.Version jdk) {
        boolean virtual = jdk.compareToIgnoreOptional(MENDED) >= 0;
        Thread.Builder builder =
                virtual ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
        return new Threads(builder.name(name + "-", 0), virtual);
    }

    /** Does it on one of them. */
    public void start(Runnable task) {
        builder.start(task);
    }

    /** Does each task on a thread that is free: as many at the same time as there are. */
    public ExecutorService executor() {
        var factory = builder.factory();
        return virtual ? Executors.newThreadPerTaskExecutor(factory) : Executors.newCachedThreadPool(factory);
    }
}
