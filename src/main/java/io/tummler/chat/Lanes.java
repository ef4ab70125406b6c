package io.tummler.chat;

import io.tummler.thread.Threads;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on threads of its own: in order within a lane, at the same time across lanes. A lane is a key, such as a
 * community; it is there only while it has work. What work throws is logged and does not stop its lane.
 */
final class Lanes<K> {
    private static final Logger LOG = Logger.getLogger(Lanes.class);

    /** What waits behind the piece of work that each lane is at. */
    private final Map<K, Queue<Runnable>> lanes = new HashMap<>();

    private final ExecutorService threads;
    private final int capacity;

    /**
     * @param capacity how much work that may be shed waits in one lane at most
     */
    Lanes(String name, int capacity) {
        this.capacity = capacity;
        this.threads = Threads.named(name).executor();
    }

    /**
     * Work that must be done: commands, presses, time.
     *
     * @return false when it was not taken, for the lanes are closed
     */
    boolean submit(K key, Runnable work) {
        return add(key, work, Integer.MAX_VALUE);
    }

    /**
     * Work that may be shed.
     *
     * @return false when it was not taken, for the lane is full or closed
     */
    boolean offer(K key, Runnable work) {
        return add(key, work, capacity);
    }

    private boolean add(K key, Runnable work, int limit) {
        synchronized (lanes) {
            Queue<Runnable> waiting = lanes.get(key);
            if (waiting != null) return waiting.size() < limit && waiting.add(work);
            try {
                threads.execute(() -> drain(key));
            } catch (RejectedExecutionException closed) {
                return false;
            }
            lanes.put(key, new ArrayDeque<>(List.of(work)));
            return true;
        }
    }

    private void drain(K key) {
        for (Runnable work = next(key); work != null; work = next(key)) {
            try {
                work.run();
            } catch (Throwable e) {
                LOG.errorf(e, "A piece of work of %s failed", key);
            }
        }
    }

    private @Nullable Runnable next(K key) {
        synchronized (lanes) {
            Runnable next = lanes.getOrDefault(key, new ArrayDeque<>()).poll();
            if (next == null) lanes.remove(key);
            return next;
        }
    }

    /**
     * Waits until what these lanes were given so far has been done, at most so long.
     *
     * @return whether it has
     */
    boolean settle(Predicate<K> which, Duration most) throws InterruptedException {
        List<K> keys;
        synchronized (lanes) {
            keys = lanes.keySet().stream().filter(which).toList();
        }
        var done = new CountDownLatch(keys.size());
        for (K key : keys) if (!submit(key, done::countDown)) done.countDown();
        return done.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How many lanes have work. */
    int busy() {
        synchronized (lanes) {
            return lanes.size();
        }
    }

    /** Waits until all that was submitted has been done, at most so long. */
    boolean close(long timeout, TimeUnit unit) throws InterruptedException {
        threads.shutdown();
        return threads.awaitTermination(timeout, unit);
    }
}
