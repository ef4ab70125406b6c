package io.tummler.introduction;

import io.tummler.Figures;
import io.tummler.api.MemberId;
import io.tummler.introduction.Acceptance.Outcome;
import io.tummler.introduction.Acceptance.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How far the probabilities of {@link Acceptance} are off in a community whose members answer by other coefficients
 * than those that ship: the expected calibration error in ten bins of equal size over 5,000 fresh pairs, before any
 * answer and after so many of each side.
 */
final class CalibrationFigures {
    private static final int SEEDS = 20;
    private static final int FRESH = 5_000;
    private static final int BINS = 10;
    private static final int MEMBERS = 200;
    private static final List<Integer> ANSWERS = List.of(0, 200, 1_000);
    private static final double[] HELPERS = {-1, 4, .2, 0, .6, -.1, -.8};
    private static final double[] ASKERS = {-.5, 1, 1, 0, .5, 0, .5};

    void add(Figures figures) throws IOException {
        for (Side side : Side.values())
            for (int answers : ANSWERS) {
                List<Double> errors = new ArrayList<>();
                for (int seed = 1; seed <= SEEDS; seed++) errors.add(error(side, answers, new SplittableRandom(seed)));
                MarketBenchmark.add(
                        figures,
                        "calibration." + side.name().toLowerCase(Locale.ROOT) + ".after-" + answers,
                        errors,
                        "expected calibration error");
            }
    }

    private static double error(Side side, int answers, SplittableRandom random) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            Features known = pair(random);
            var by = new MemberId(MarketWeek.id(random.nextInt(MEMBERS)));
            outcomes.add(new Outcome(side, by, known, random.nextDouble() < truth(side, known)));
        }
        Acceptance learned = Acceptance.shipped().after(outcomes);
        record Told(double yes, double truth) {}
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < FRESH; i++) {
            Features known = pair(random);
            told.add(new Told(
                    side == Side.HELPER ? learned.byHelper(known) : learned.byAsker(known), truth(side, known)));
        }
        told.sort(Comparator.comparingDouble(Told::yes));
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            List<Told> in = told.subList(bin * FRESH / BINS, (bin + 1) * FRESH / BINS);
            error += Math.abs(
                            in.stream().mapToDouble(it -> it.yes() - it.truth()).sum())
                    / FRESH;
        }
        return error;
    }

    private static Features pair(SplittableRandom random) {
        return new Features(
                random.nextDouble(),
                random.nextDouble() < .2 ? random.nextDouble() : 0,
                random.nextDouble(),
                (int) (-3 * Math.log(1 - random.nextDouble())),
                random.nextInt(3),
                random.nextDouble() < .2);
    }

    private static double truth(Side side, Features known) {
        double[] coefficients = side == Side.HELPER ? HELPERS : ASKERS;
        double[] numbers = known.asNumbers();
        double odds = 0;
        for (int i = 0; i < numbers.length; i++) odds += coefficients[i] * numbers[i];
        return CrowdedMarket.logistic(odds);
    }
}
