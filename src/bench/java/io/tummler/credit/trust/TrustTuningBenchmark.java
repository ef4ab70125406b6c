package io.tummler.credit.trust;

import io.tummler.Benchmark;
import io.tummler.Figures;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code trust-tuning}: looks for the tuning of {@link Trust} under which scores tell most of how helpful members are, while
 * attacks stay below what they may gain; then how it does in other towns. It changes one thing at a time, from what ships on,
 * and keeps what is better.
 */
public final class TrustTuningBenchmark implements Benchmark {
    private static final long[] TOWNS = {1, 2};
    private static final long[] OTHER_TOWNS = {101, 102, 103};
    private static final int[] FEW_FAKES = {30, 1_000};
    private static final int[] FAKES = {1, 30, 1_000};

    /** Less is taken for chance. */
    private static final double BETTER = .01;

    private static final Map<String, double[]> TRIED = new LinkedHashMap<>();

    static {
        TRIED.put("ordinary", new double[] {.02, .03, .05, .1, .2});
        TRIED.put("reserve", new double[] {.25, .5, 1, 2});
        TRIED.put("transitivity", new double[] {.75, .8, .85, .9});
        TRIED.put("clique", new double[] {.5, .75, 1, 1.5, 2});
    }

    @Override
    public void measure(Figures figures) throws Exception {
        Tuning best = Tuning.SHIPPED;
        double most = objective(TuningFigures.of(best, FEW_FAKES, TOWNS));
        figures.add("objective.shipped", most, "points");
        for (var tried : TRIED.entrySet()) {
            Tuning from = best;
            for (double value : tried.getValue()) {
                Tuning other = TuningFigures.with(from, tried.getKey(), value);
                double objective = objective(TuningFigures.of(other, FEW_FAKES, TOWNS));
                figures.add("objective." + tried.getKey() + "=" + value, objective, "points");
                if (objective < most + BETTER) continue;
                best = other;
                most = objective;
            }
        }
        System.out.println(best);
        figures.add("best.ordinary", best.ordinary(), "of a typical member");
        figures.add("best.reserve", best.reserve(), "words");
        figures.add("best.transitivity", best.transitivity(), "likelihood");
        figures.add("best.clique", best.clique(), "per member");
        for (var figure : TuningFigures.of(best, FAKES, OTHER_TOWNS).entrySet()) {
            figures.add("other-towns." + figure.getKey(), figure.getValue(), "");
        }
    }

    /** What scores tell, less what honest members lose, and much less for each attack that gains more than it may. */
    private static double objective(Map<String, Double> figures) {
        return figures.get("spearman.score")
                + figures.get("spearman.at-least") / 2
                - figures.get("honest.loss") / 2
                - figures.get("honest.circle-loss") / 10
                - figures.get("alternates-of-2.score") / 1_000
                - 5 * over(figures.get("collusion.5"), 1.2)
                - 5 * over(figures.get("collusion.10"), 1.4)
                - 5 * over(figures.get("sybil.sum-gain"), 1.02)
                - over(figures.get("sybil.fake-at-least"), 0)
                - over(figures.get("alternates-of-2.at-least"), 0);
    }

    private static double over(double figure, double limit) {
        return Math.max(0, figure - limit);
    }
}
