package io.tummler.thread;

import io.quarkus.runtime.ImageMode;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Threads for work that waits: virtual ones on the JVM, the system's in a native executable. There virtual ones were seen to
 * stay parked though they were due (image builder 25.0.2): one of two connections to PostgreSQL answered only when its
 * socket timed out, for as long as the bot lived. None of these threads keeps the process alive.
 */
public final class Threads {
    private final ThreadFactory factory;
    private final boolean virtual;

    private Threads(ThreadFactory factory, boolean virtual) {
        this.factory = factory;
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
        // Many start one at the same time, and a builder is for one at a time.
        return new Threads(builder.name(name + "-", 0).factory(), virtual);
    }

    /** Does it on one of them. */
    public void start(Runnable task) {
        factory.newThread(task).start();
    }

    /** Does each task on a thread that is free: as many at the same time as there are. */
    public ExecutorService executor() {
        return virtual ? Executors.newThreadPerTaskExecutor(factory) : Executors.newCachedThreadPool(factory);
    }
}
