package io.tummler.chat.discord;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.dv8tion.jda.api.requests.RestRateLimiter;
import net.dv8tion.jda.api.requests.SequentialRestRateLimiter;

/** Counts the requests to Discord that wait for their turn or for an answer, as {@code tummler.discord.rest.queue}. */
final class RestQueue {
    private final Queue<RestRateLimiter.Work> asked = new ConcurrentLinkedQueue<>();

    RestQueue(MeterRegistry meters) {
        Gauge.builder("tummler.discord.rest.queue", this, RestQueue::size)
                .description("Requests to Discord that wait for their turn or for an answer")
                .register(meters);
    }

    /** JDA's own limiter, which says nothing of how much it holds. */
    RestRateLimiter limiter(RestRateLimiter.RateLimitConfig config) {
        return new Counted(new SequentialRestRateLimiter(config));
    }

    private final class Counted implements RestRateLimiter {
        private final RestRateLimiter limiter;

        Counted(RestRateLimiter limiter) {
            this.limiter = limiter;
        }

        @Override
        public void enqueue(Work task) {
            add(task);
            limiter.enqueue(task);
        }

        @Override
        public void stop(boolean shutdown, Runnable callback) {
            limiter.stop(shutdown, callback);
        }

        @Override
        public boolean isStopped() {
            return limiter.isStopped();
        }

        @Override
        public int cancelRequests() {
            return limiter.cancelRequests();
        }
    }

    private void add(RestRateLimiter.Work task) {
        // Requests end about in their order, so that the queue stays short between two looks at it.
        for (var first = asked.peek(); first != null && isOver(first); first = asked.peek()) asked.remove(first);
        asked.add(task);
    }

    private int size() {
        asked.removeIf(RestQueue::isOver);
        return asked.size();
    }

    private static boolean isOver(RestRateLimiter.Work task) {
        return task.isDone() || task.isSkipped() || task.isCancelled();
    }
}
