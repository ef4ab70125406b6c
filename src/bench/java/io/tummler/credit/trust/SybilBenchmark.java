package io.tummler.credit.trust;

import io.tummler.Benchmark;
import io.tummler.Figures;
import io.tummler.credit.trust.Trial.Outcome;
import io.tummler.credit.trust.WithFakes.Shape;
import io.tummler.credit.trust.WithFakes.Sybils;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code sybil}: what a member gains by fakes who say that this one and each other helped. The attackers are a member of
 * median helpfulness and one of the most helpful tenth; figures are the worst over towns, attackers and shapes. A gain is a
 * rating compared to the one before, of the attacker alone and of attacker and fakes together.
 */
public final class SybilBenchmark implements Benchmark {
    private static final int[] FAKES = {1, 2, 5, 10, 20, 50, 100, 200, 400, 1_000};
    private static final List<Integer> FEW_FAKES = List.of(20, 400);
    private static final double[] ATTACKERS = {.5, .95};
    private static final int TOWNS = 20;
    /** In so many of them with any number of fakes. */
    private static final int TOWNS_WITH_ALL = 2;

    private static final int TOWNS_OF_PEERS = 2;
    private static final int FAKES_OF_SOURCECRED = 400;

    private final Map<String, Map<Integer, List<Outcome>>> outcomes = new TreeMap<>();

    @Override
    public void measure(Figures figures) throws IOException {
        for (int seed = 1; seed <= TOWNS; seed++) {
            var trial = new Trial(List.of(Tummler.shipped()));
            for (int fakes : FAKES) if (seed <= TOWNS_WITH_ALL || FEW_FAKES.contains(fakes)) attack(trial, seed, fakes);
        }
        for (int seed = 1; seed <= TOWNS_OF_PEERS; seed++) {
            var trial = new Trial(List.of(new RawCredit(), new PersonalisedPageRank(), new FirstHitWalk()));
            for (int fakes : FAKES) attack(trial, seed, fakes);
        }
        Optional<SourceCred> sourceCred = SourceCred.found();
        if (sourceCred.isPresent()) {
            var town = new PlantedTown(1);
            var trial = new Trial(List.of(sourceCred.get()));
            keep(FAKES_OF_SOURCECRED, trial.outcomes(new Sybils(.5, FAKES_OF_SOURCECRED, Shape.STAR), town));
        }
        for (String rating : outcomes.keySet()) report(figures, rating);
    }

    private void attack(Trial trial, int seed, int fakes) {
        var town = new PlantedTown(seed);
        for (double attacker : ATTACKERS)
            for (Shape shape : Shape.values()) keep(fakes, trial.outcomes(new Sybils(attacker, fakes, shape), town));
    }

    private void keep(int fakes, List<Outcome> all) {
        for (Outcome outcome : all)
            outcomes.computeIfAbsent(outcome.rating(), _ -> new TreeMap<>())
                    .computeIfAbsent(fakes, _ -> new ArrayList<>())
                    .add(outcome);
    }

    private void report(Figures figures, String rating) throws IOException {
        Map<Integer, List<Outcome>> byFakes = outcomes.getOrDefault(rating, Map.of());
        List<Outcome> all = byFakes.values().stream().flatMap(List::stream).toList();
        for (int fakes : new TreeSet<>(byFakes.keySet()))
            report(figures, rating + ".fakes-" + fakes, byFakes.getOrDefault(fakes, List.of()));
        report(figures, rating + ".worst", all);
        List<Double> before =
                all.stream().flatMap(it -> it.was().stream()).distinct().toList();
        figures.add(rating + ".before", before, Tummler.counts(rating) ? "points" : "of its own");
        figures.add(rating + ".attacks", all.size(), "attacks");
        figures.add(
                rating + ".fakes.above-half-of-the-real",
                all.stream().mapToLong(Outcome::fakesAboveHalf).max().orElse(0),
                "fakes");
        if (Tummler.counts(rating))
            figures.add(
                    rating + ".worst.gain.points",
                    all.stream().mapToDouble(Outcome::more).max().orElse(0),
                    "points");
        if (!rating.equals(Tummler.AT_LEAST)) return;
        for (double points : new double[] {1, 10})
            figures.add(
                    rating + ".fakes.with-" + (int) points,
                    all.stream().mapToLong(it -> it.fakesWith(points)).max().orElse(0),
                    "fakes");
    }

    private static void report(Figures figures, String name, List<Outcome> all) throws IOException {
        figures.add(
                name + ".gain.own", all.stream().mapToDouble(Outcome::own).max().orElse(0), "times");
        figures.add(
                name + ".gain.with-fakes",
                all.stream().mapToDouble(Outcome::withFakes).max().orElse(0),
                "times");
    }
}
