package io.tummler.credit.trust;

import io.tummler.Benchmark;
import io.tummler.Figures;
import io.tummler.credit.trust.Trial.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code attacks}: what else one can try, and what each rating lets one gain by it, the worst of several towns: as many
 * times as before, in points for Tummler, and how many fakes then count. Framing is meant to hurt, so that there the
 * least counts. Fakes whom real members thank should gain nobody more than the same thanks would at once: compare
 * {@code earned-fakes-1} to {@code bought-thanks-50}.
 */
public final class AttacksBenchmark implements Benchmark {
    private static final int TOWNS = 5;
    private static final double[] POINTS = {1, 10};

    private static final Map<String, Attack> ATTACKS = attacks();

    private static Map<String, Attack> attacks() {
        Map<String, Attack> attacks = new LinkedHashMap<>();
        attacks.put("slow-ring-12", new WithFakes.SlowRing(12));
        attacks.put("bought-thanks-10", new WithMembers.BoughtThanks(10, 0));
        attacks.put("bought-thanks-30", new WithMembers.BoughtThanks(30, 0));
        attacks.put("bought-thanks-50", new WithMembers.BoughtThanks(50, 0));
        attacks.put("bought-thanks-10-of-which-trusted-3", new WithMembers.BoughtThanks(10, 3));
        attacks.put("takeover-of-trusted", new WithFakes.Takeover(WithFakes.Whose.TRUSTED, 50));
        attacks.put("takeover-of-top-tenth", new WithFakes.Takeover(WithFakes.Whose.TOP_TENTH, 50));
        attacks.put("two-takeovers", new WithFakes.TwoTakeovers(50));
        attacks.put("tiny-introductions", new WithMembers.TinyIntroductions(180));
        attacks.put("thin-givers", new WithFakes.ThinGivers(50, 3));
        attacks.put("earned-fakes-1", new WithFakes.EarnedFakes(50, 1, false));
        attacks.put("earned-fakes-5", new WithFakes.EarnedFakes(10, 5, false));
        attacks.put("earned-fakes-1-of-trusted", new WithFakes.EarnedFakes(10, 1, true));
        attacks.put("earned-fakes-2-of-trusted", new WithFakes.EarnedFakes(10, 2, true));
        attacks.put("ring-2-with-fakes", new WithFakes.RingWithFakes(2, 20));
        attacks.put("ring-3-with-fakes", new WithFakes.RingWithFakes(3, 20));
        attacks.put("ring-5-with-fakes", new WithFakes.RingWithFakes(5, 20));
        attacks.put("ring-10-with-fakes", new WithFakes.RingWithFakes(10, 20));
        attacks.put("whitewashing", new WithMembers.Whitewashing(5));
        attacks.put("flattery", new WithMembers.Flattery(100));
        attacks.put("hoarding", new WithMembers.Hoarding());
        attacks.put("framing", new WithFakes.Framing(50));
        attacks.put("framing-by-members", new WithMembers.FramingByMembers(10, false));
        attacks.put("framing-of-who-thanks-back", new WithMembers.FramingByMembers(10, true));
        return attacks;
    }

    @Override
    public void measure(Figures figures) throws IOException {
        Map<String, Map<String, List<Outcome>>> outcomes = new LinkedHashMap<>();
        for (int seed = 1; seed <= TOWNS; seed++) {
            var town = new PlantedTown(seed);
            var trial = new Trial(
                    List.of(Tummler.shipped(), new RawCredit(), new PersonalisedPageRank(), new FirstHitWalk()));
            for (var attack : ATTACKS.entrySet())
                for (Outcome outcome : trial.outcomes(attack.getValue(), town))
                    outcomes.computeIfAbsent(attack.getKey(), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(outcome.rating(), _ -> new ArrayList<>())
                            .add(outcome);
        }
        for (var attack : outcomes.entrySet())
            for (var rating : attack.getValue().entrySet())
                report(figures, attack.getKey(), rating.getKey(), rating.getValue());
    }

    private static void report(Figures figures, String attack, String rating, List<Outcome> all) throws IOException {
        String name = attack + "." + rating;
        var own = all.stream().mapToDouble(Outcome::own);
        if (attack.startsWith("framing")) figures.add(name + ".left", own.min().orElse(0), "times");
        else figures.add(name + ".gain", own.max().orElse(0), "times");
        if (Tummler.counts(rating)) {
            figures.add(
                    name + ".gain.points",
                    all.stream().mapToDouble(Outcome::more).max().orElse(0),
                    "points");
            figures.add(
                    name + ".others-moved",
                    all.stream().mapToDouble(Outcome::othersMoved).max().orElse(0),
                    "points");
        }
        if (all.getFirst().fakes().isEmpty()) return;
        figures.add(
                name + ".fakes.above-half-of-the-real",
                all.stream().mapToLong(Outcome::fakesAboveHalf).max().orElse(0),
                "fakes");
        if (!rating.equals(Tummler.AT_LEAST)) return;
        for (double points : POINTS)
            figures.add(
                    name + ".fakes.with-" + (int) points,
                    all.stream().mapToLong(it -> it.fakesWith(points)).max().orElse(0),
                    "fakes");
    }
}
