package io.tummler.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Counts things and keeps a few of them, each with the same chance, in their order. The same things give the same sample.
 * Source: Vitter, Random Sampling with a Reservoir, algorithm R.
 */
final class Sample<T> {
    private final int limit;
    private final Random random = new Random(20_250_817);
    private final List<Numbered<T>> kept = new ArrayList<>();
    private long count;

    private record Numbered<T>(long number, T thing) {}

    Sample(int limit) {
        this.limit = limit;
    }

    void add(T thing) {
        var numbered = new Numbered<>(count++, thing);
        if (kept.size() < limit) {
            kept.add(numbered);
            return;
        }
        long place = random.nextLong(count);
        if (place < limit) kept.set((int) place, numbered);
    }

    long count() {
        return count;
    }

    List<T> things() {
        return kept.stream()
                .sorted(Comparator.comparingLong(Numbered::number))
                .map(Numbered::thing)
                .toList();
    }
}
