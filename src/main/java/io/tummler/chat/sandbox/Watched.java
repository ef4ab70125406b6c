package io.tummler.chat.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What one lock guards: whoever reads or writes does so inside {@link #with} or {@link #run}, and whoever watches is told
 * inside it too, so that everybody sees everything in one order.
 */
class Watched {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();

    <T> T with(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void run(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for something to become true, looking after every change; false if it did not in time. */
    boolean await(Duration atMost, BooleanSupplier what) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!what.getAsBoolean()) {
                if (left <= 0) return false;
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    void watch(Consumer<Change> watcher) {
        watchers.add(watcher);
    }

    void publish(Change change) {
        changed.signalAll();
        watchers.forEach(watcher -> watcher.accept(change));
    }
}
