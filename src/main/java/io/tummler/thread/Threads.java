package io.tummler.thread;

import io.quarkus.runtime.ImageMode;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads for work that waits: virtual ones on the JVM, the system's in a native executable. There virtual ones were seen to
 * stay parked though they were due (image builder 25.0.2): one of two connections to PostgreSQL answered only when its
 * socket timed out, for as long as the bot lived. None of these threads keeps the process alive.
 */
public final class Threads {
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
        return named(name, ImageMode.current());
    }

    static Threads named(String name, ImageMode mode) {
        boolean virtual = mode == ImageMode.JVM;
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
