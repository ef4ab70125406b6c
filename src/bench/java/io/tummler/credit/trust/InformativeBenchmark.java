package io.tummler.credit.trust;

import io.tummler.Benchmark;
import io.tummler.Figures;
import io.tummler.credit.trust.Rater.Rating;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@code informative}: whether ratings tell how helpful members are, where nobody cheats: Spearman's rank correlation with
 * the planted helpfulness, how likely one of the most helpful tenth is rated above one of the others (AUC), and what part of
 * their score honest members lose by what holds cheats down.
 */
public final class InformativeBenchmark implements Benchmark {
    private static final int TOWNS = 20;
    private static final int TOWNS_OF_SOURCECRED = 2;
    private static final double TOP = .1;
    private static final double MUCH = .2;

    private final Map<String, List<Double>> spearman = new LinkedHashMap<>();
    private final Map<String, List<Double>> auc = new LinkedHashMap<>();

    @Override
    public void measure(Figures figures) throws IOException {
        var raters = List.of(Tummler.shipped(), new RawCredit(), new PersonalisedPageRank(), new FirstHitWalk());
        Optional<SourceCred> sourceCred = SourceCred.found();
        var lost = new ArrayList<Double>();
        var lostByTop = new ArrayList<Double>();
        var unknown = new ArrayList<Double>();
        var losingMuch = new ArrayList<Double>();
        for (int seed = 1; seed <= TOWNS; seed++) {
            var town = new PlantedTown(seed);
            for (Rater rater : raters) compare(town, rater);
            if (seed <= TOWNS_OF_SOURCECRED && sourceCred.isPresent()) compare(town, sourceCred.get());
            double[] losses = losses(town);
            lost.add(mean(losses, IntStream.range(0, losses.length)));
            lostByTop.add(mean(losses, IntStream.of(top(town))));
            unknown.add(unknown(town));
            losingMuch.add(IntStream.range(0, losses.length)
                            .filter(member -> losses[member] > MUCH)
                            .count()
                    / (double) losses.length);
        }
        for (String rating : spearman.keySet()) {
            figures.add(rating + ".spearman", spearman.getOrDefault(rating, List.of()), "correlation");
            figures.add(rating + ".auc-of-top-tenth", auc.getOrDefault(rating, List.of()), "share");
        }
        figures.add("honest.lost", lost, "share");
        figures.add("honest.lost-by-top-tenth", lostByTop, "share");
        figures.add("honest.losing-more-than-a-fifth", losingMuch, "share");
        figures.add("honest.named-yet-not-known", unknown, "share");
    }

    private void compare(PlantedTown town, Rater rater) {
        int members = town.world().members();
        double[] planted =
                IntStream.range(0, members).mapToDouble(town::helpfulness).toArray();
        for (Rating rating : rater.rate(town.world())) {
            double[] ranks = ranks(rating.of());
            spearman.computeIfAbsent(rating.name(), _ -> new ArrayList<>()).add(correlation(ranks, ranks(planted)));
            auc.computeIfAbsent(rating.name(), _ -> new ArrayList<>()).add(auc(ranks, top(town)));
        }
    }

    /** What part of the score without discounts each member's score lacks. */
    private static double[] losses(PlantedTown town) {
        double[] with = Tummler.shipped().rate(town.world()).getFirst().of();
        double[] without = Tummler.trusting().rate(town.world()).getFirst().of();
        return IntStream.range(0, with.length)
                .mapToDouble(member -> without[member] == 0 ? 0 : Math.max(0, 1 - with[member] / without[member]))
                .toArray();
    }

    /** Of those of whom somebody said that they helped, how many are not yet known all the same. */
    private static double unknown(PlantedTown town) {
        double[] named = new RawCredit().rate(town.world()).getFirst().of();
        double[] score = Tummler.shipped().rate(town.world()).getFirst().of();
        long all = Arrays.stream(named).filter(credit -> credit > 0).count();
        return IntStream.range(0, named.length)
                        .filter(member -> named[member] > 0 && score[member] == 0)
                        .count()
                / (double) all;
    }

    /** The most helpful tenth. */
    private static int[] top(PlantedTown town) {
        int members = town.world().members();
        return IntStream.range(0, members)
                .boxed()
                .sorted((one, other) -> Double.compare(town.helpfulness(other), town.helpfulness(one)))
                .limit((long) (TOP * members))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** From 1 on; equals share their mean rank. */
    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted((one, other) -> Double.compare(values[one], values[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0, to; from < order.length; from = to) {
            to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) to++;
            for (int i = from; i < to; i++) ranks[order[i]] = (from + 1 + to) / 2.0;
        }
        return ranks;
    }

    private static double correlation(double[] one, double[] other) {
        double middle = (one.length + 1) / 2.0;
        double both = 0;
        double ofOne = 0;
        double ofOther = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - middle) * (other[i] - middle);
            ofOne += (one[i] - middle) * (one[i] - middle);
            ofOther += (other[i] - middle) * (other[i] - middle);
        }
        return ofOne == 0 || ofOther == 0 ? 0 : both / Math.sqrt(ofOne * ofOther);
    }

    /** By the ranks of these among all (Mann and Whitney, 1947). */
    private static double auc(double[] ranks, int[] these) {
        double sum = IntStream.of(these).mapToDouble(member -> ranks[member]).sum();
        return (sum - these.length * (these.length + 1) / 2.0)
                / ((double) these.length * (ranks.length - these.length));
    }

    private static double mean(double[] values, IntStream of) {
        return of.mapToDouble(member -> values[member]).average().orElse(0);
    }
}
