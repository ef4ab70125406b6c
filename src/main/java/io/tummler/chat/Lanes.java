package io.tummler.chat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs work on virtual threads: in order within a lane, at the same time across lanes. A lane is a key, such as a
 * community; it costs nothing while it has no work.
 */
final class Lanes<K> {
    private static final Logger LOG = Logger.getLogger(Lanes.class);
    private final ConcurrentHashMap<K, Lane> lanes = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final int capacity;

    /**
     * @param capacity how much work that may be shed waits in one lane at most
     */
    Lanes(String name, int capacity) {
        this.capacity = capacity;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
    }

    /** Work that must be done: commands, presses, time. */
    void submit(K key, Runnable work) {
        lane(key).add(work, Integer.MAX_VALUE);
    }

    /**
     * Work that may be shed.
     *
     * @return false when the lane is full and the work was not taken
     */
    boolean offer(K key, Runnable work) {
        return lane(key).add(work, capacity);
    }

    private Lane lane(K key) {
        return lanes.computeIfAbsent(key, _ -> new Lane());
    }

    /** Waits until all that was submitted has been done, at most so long. */
    boolean close(long timeout, TimeUnit unit) throws InterruptedException {
        threads.shutdown();
        return threads.awaitTermination(timeout, unit);
    }

    private final class Lane {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private boolean running;

        boolean add(Runnable work, int limit) {
            synchronized (waiting) {
                if (waiting.size() >= limit) return false;
                waiting.add(work);
                if (running) return true;
                running = true;
            }
            threads.execute(this::drain);
            return true;
        }

        private void drain() {
            while (true) {
                Runnable next;
                synchronized (waiting) {
                    next = waiting.poll();
                    if (next == null) {
                        running = false;
                        return;
                    }
                }
                try {
                    next.run();
                } catch (RuntimeException | Error e) {
                    // Or one piece of work would take all that comes after it in its lane down with it.
                    LOG.errorf(e, "Work in a lane failed");
                }
            }
        }
    }
}
