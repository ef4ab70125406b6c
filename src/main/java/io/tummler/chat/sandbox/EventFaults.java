package io.tummler.chat.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

    private static final int PLANNED_MAX = 1_000;

    private static final class Planned {
        private final Kind kind;
        private final String type;
        private final Duration by;
        private int left;

        Planned(Kind kind, String type, Duration by, int left) {
            this.kind = kind;
            this.type = type;
            this.by = by;
            this.left = left;
        }
    }

    private final World world;
    private final ScheduledExecutorService timer;
    private final List<Planned> planned = new ArrayList<>();

    EventFaults(World world, ScheduledExecutorService timer) {
        this.world = world;
        this.timer = timer;
    }

    void plan(Kind kind, String type, Duration by, int times) {
        if (planned.size() >= PLANNED_MAX) throw new IllegalStateException("more than " + PLANNED_MAX + " are planned");
        planned.add(new Planned(kind, type, by, times));
    }

    List<String> planned() {
        return planned.stream()
                .map(it -> it.type + " " + it.kind.name().toLowerCase(java.util.Locale.ROOT)
                        + (it.by.isZero() ? "" : " by " + it.by) + ", " + it.left + " times")
                .toList();
    }

    void clear() {
        planned.clear();
    }

    /** What befalls the events of one happening: the same for all who hear of it. */
    final class Happening {
        private final Map<String, Optional<Planned>> decided = new HashMap<>();

        void deliver(String type, String data, List<GatewaySession> to) {
            Optional<Planned> fault = planned.isEmpty() && decided.isEmpty()
                    ? Optional.empty()
                    : decided.computeIfAbsent(type, EventFaults.this::next);
            if (fault.isEmpty()) to.forEach(session -> session.dispatch(type, data));
            else befall(fault.get(), type, data, List.copyOf(to));
        }
    }

    private Optional<Planned> next(String type) {
        Optional<Planned> hit =
                planned.stream().filter(it -> it.type.equals(type)).findFirst();
        hit.ifPresent(it -> it.left--);
        planned.removeIf(it -> it.left <= 0);
        return hit;
    }

    private void befall(Planned fault, String type, String data, List<GatewaySession> to) {
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
