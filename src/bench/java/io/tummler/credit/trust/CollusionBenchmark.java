package io.tummler.credit.trust;

import io.tummler.Benchmark;
import io.tummler.Figures;
import io.tummler.credit.trust.Trial.Outcome;
import io.tummler.credit.trust.WithMembers.Collusion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code collusion}: what real members gain who thank each other for half a year as often as it earns. A gain is what
 * they have together, compared to before, in the mean and at most of several towns; and in points the most that one of them
 * gains.
 */
public final class CollusionBenchmark implements Benchmark {
    private static final int[] MEMBERS = {2, 5, 10, 20};
    private static final int TOWNS = 20;
    private static final double[] POINTS = {10, 40};

    @Override
    public void measure(Figures figures) throws IOException {
        Optional<Trial> sourceCred = SourceCred.found().map(it -> new Trial(List.of(it)));
        var town = new PlantedTown(1);
        for (int members : MEMBERS) {
            Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
            for (int seed = 1; seed <= TOWNS; seed++) {
                var trial = new Trial(
                        List.of(Tummler.shipped(), new RawCredit(), new PersonalisedPageRank(), new FirstHitWalk()));
                keep(outcomes, trial.outcomes(new Collusion(members), new PlantedTown(seed)));
            }
            sourceCred.ifPresent(trial -> keep(outcomes, trial.outcomes(new Collusion(members), town)));
            for (var each : outcomes.entrySet())
                report(figures, "members-" + members + "." + each.getKey(), each.getKey(), each.getValue());
        }
    }

    private static void keep(Map<String, List<Outcome>> outcomes, List<Outcome> all) {
        for (Outcome outcome : all)
            outcomes.computeIfAbsent(outcome.rating(), _ -> new ArrayList<>()).add(outcome);
    }

    private static void report(Figures figures, String name, String rating, List<Outcome> all) throws IOException {
        figures.add(
                name + ".gain.mean",
                all.stream().mapToDouble(Outcome::own).average().orElse(0),
                "times");
        figures.add(
                name + ".gain.max", all.stream().mapToDouble(Outcome::own).max().orElse(0), "times");
        if (Tummler.counts(rating))
            figures.add(
                    name + ".gain.of-one",
                    all.stream().mapToDouble(Outcome::more).max().orElse(0),
                    "points");
        if (!rating.equals(Tummler.AT_LEAST)) return;
        for (double points : POINTS)
            figures.add(
                    name + ".newly-with-" + (int) points,
                    all.stream().mapToLong(it -> it.nowWith(points)).sum() / (double) all.size(),
                    "members/town");
    }
}
