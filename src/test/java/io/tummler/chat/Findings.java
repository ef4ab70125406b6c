package io.tummler.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What many runs show together, each with a seed of its own and a silence drawn apart from it. */
final class Findings {
    private final List<Sight> runs = new ArrayList<>();

    /** One silence beside that of whoever never answers, by one measure. */
    record Comparison(Silence silence, Sight.Measure measure, TwoSamples samples) {}

    void add(Sight run) {
        runs.add(run);
    }

    long runs(Silence silence) {
        return runs.stream().filter(run -> run.silence() == silence).count();
    }

    List<Comparison> comparisons() {
        List<Comparison> all = new ArrayList<>();
        for (Silence silence : Silence.values())
            if (silence != Silence.NEVER_ANSWERS)
                for (Sight.Measure measure : Sight.Measure.values())
                    all.add(new Comparison(
                            silence,
                            measure,
                            TwoSamples.of(values(silence, measure), values(Silence.NEVER_ANSWERS, measure))));
        return all;
    }

    private double[] values(Silence silence, Sight.Measure measure) {
        return runs.stream()
                .filter(run -> run.silence() == silence)
                .mapToDouble(run -> run.measures().get(measure))
                .toArray();
    }

    Comparison farthest() {
        return comparisons().stream()
                .max(Comparator.comparingDouble(it -> it.samples().distance()))
                .orElseThrow();
    }

    /** The one that chance explains worst. */
    Comparison leastLikely() {
        return comparisons().stream()
                .min(Comparator.comparingDouble(it -> it.samples().chance()))
                .orElseThrow();
    }

    /** How often chance alone makes one of so many comparisons as unlikely as the least likely: Bonferroni's bound. */
    double chance() {
        return Math.min(1, leastLikely().samples().chance() * comparisons().size());
    }

    Guess guess() {
        return Guess.best(runs);
    }
}
