package io.tummler.chat.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is to go wrong, and how often. Guarded by the world's lock. */
final class Plans<F> {
    private static final int PLANNED_MAX = 1_000;

    private static final class Planned<F> {
        private final F fault;
        private int left;

        Planned(F fault, int times) {
            this.fault = fault;
            this.left = times;
        }
    }

    private final List<Planned<F>> planned = new ArrayList<>();

    void add(F fault, int times) {
        if (planned.size() >= PLANNED_MAX) throw new IllegalStateException("more than " + PLANNED_MAX + " are planned");
        planned.add(new Planned<>(fault, times));
    }

    boolean isEmpty() {
        return planned.isEmpty();
    }

    /** The first that fits, which is to happen once less from now on. */
    Optional<F> take(Predicate<F> fits) {
        Optional<Planned<F>> hit =
                planned.stream().filter(it -> fits.test(it.fault)).findFirst();
        hit.ifPresent(it -> it.left--);
        planned.removeIf(it -> it.left <= 0);
        return hit.map(it -> it.fault);
    }

    /** Each in a line. */
    List<String> lines() {
        return planned.stream().map(it -> it.fault + ", " + it.left + " times").toList();
    }

    void clear() {
        planned.clear();
    }
}
