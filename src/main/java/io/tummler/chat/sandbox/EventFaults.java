package io.tummler.chat.sandbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Events that come late, twice or in the wrong order, as was asked for. Guarded by the world's lock. */
final class EventFaults {
    enum Kind {
        LATE,
        TWICE,
        OVERTAKEN
    }

    private record Fault(Kind kind, String type, Duration by) {
        @Override
        public String toString() {
            return type + " " + kind.name().toLowerCase(Locale.ROOT) + (by.isZero() ? "" : " by " + by);
        }
    }

    private final World world;
    private final ScheduledExecutorService timer;
    private final Plans<Fault> planned = new Plans<>();

    EventFaults(World world, ScheduledExecutorService timer) {
        this.world = world;
        this.timer = timer;
    }

    void plan(Kind kind, String type, Duration by, int times) {
        planned.add(new Fault(kind, type, by), times);
    }

    List<String> planned() {
        return planned.lines();
    }

    void clear() {
        planned.clear();
    }

    /** What befalls the events of one happening: the same for all who hear of it. */
    final class Happening {
        private final Map<String, Optional<Fault>> decided = new HashMap<>();

        void deliver(String type, String data, List<GatewaySession> to) {
            Optional<Fault> fault = planned.isEmpty() && decided.isEmpty()
                    ? Optional.empty()
                    : decided.computeIfAbsent(type, _ -> planned.take(it -> it.type.equals(type)));
            if (fault.isEmpty()) to.forEach(session -> session.dispatch(type, data));
            else befall(fault.get(), type, data, List.copyOf(to));
        }
    }

    private void befall(Fault fault, String type, String data, List<GatewaySession> to) {
        switch (fault.kind) {
            case TWICE ->
                to.forEach(session -> {
                    session.dispatch(type, data);
                    session.repeat();
                });
            case OVERTAKEN -> to.forEach(session -> session.holdBack(type, data));
            case LATE -> {
                try {
                    var _ = timer.schedule(
                            () -> world.run(() -> to.forEach(session -> session.dispatch(type, data))),
                            fault.by.toMillis(),
                            TimeUnit.MILLISECONDS);
                } catch (RejectedExecutionException closing) {
                    to.forEach(session -> session.dispatch(type, data));
                }
            }
        }
    }
}
