package io.tummler.introduction;

import io.tummler.Benchmark;
import io.tummler.Figures;
import io.tummler.introduction.MarketWeek.Method;
import io.tummler.introduction.MarketWeek.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * {@code market}: 800 askers and 800 helpers, each of whom may be asked twice a week, for several shares of common
 * popularity and 20 seeds. Each asker gets two helpers; what counts is whether an introduction comes about, once an
 * asker, for the first one meets the need. {@code all} counts a second one too.
 *
 * <p>{@code exact}: everybody knows the probabilities. {@code learned}: everybody sees the same noisy features and
 * makes probabilities of them with {@link Acceptance}, which begins with what ships and learns from the answers that
 * the method itself gets; {@code sinkhorn}, which sees all askers beforehand, is given what ours had learned by the end
 * of the week. {@code harmonic} is the harmonic mean of both probabilities (Pizzato et al. 2010, "RECON"), {@code
 * harmonic-with-room} the same among those whom the cap still lets ask, {@code text} how much the asker is likely to
 * like the helper, or the fit. {@code bound} is more than anybody could reach, with everything known.
 */
public final class MarketBenchmark implements Benchmark {
    private static final int MEMBERS = 800;
    private static final int SEEDS = 20;
    private static final double[] SHARES = {.6, .3, 0, .9};
    /** The bound takes as long as all the rest of a seed. */
    private static final int BOUND_SEEDS = 1;

    private static final int SINKHORN_ROUNDS = 100;
    /** Student's, of 19 degrees of freedom: 95 %. */
    private static final double INTERVAL = 2.093;

    private Map<String, List<Result>> results = new LinkedHashMap<>();
    private List<Double> bounds = new ArrayList<>();

    @Override
    public void measure(Figures figures) throws IOException {
        new CalibrationFigures().add(figures);
        for (double share : SHARES) {
            results = new LinkedHashMap<>();
            bounds = new ArrayList<>();
            for (int seed = 1; seed <= SEEDS; seed++) {
                var market = new CrowdedMarket(MEMBERS, MEMBERS, share, seed);
                run(market, seed, true);
                run(market, seed, false);
            }
            report(figures, String.format(Locale.ROOT, "popularity-%.1f.", share));
        }
    }

    private void run(CrowdedMarket market, int seed, boolean exact) {
        String known = exact ? "exact." : "learned.";
        Result ours = new MarketWeek(market, seed, exact).run(MarketWeek::chosen);
        note(known + "ours", ours);
        note(
                known + "harmonic",
                new MarketWeek(market, seed, exact).run((week, asker) -> MarketWeek.best(harmonic(week, asker))));
        note(known + "harmonic-with-room", new MarketWeek(market, seed, exact).run(withRoom()));
        note(
                known + "text",
                new MarketWeek(market, seed, exact)
                        .run((week, asker) -> MarketWeek.best(
                                exact ? market.byAsker[asker] : week.each(helper -> market.fit(asker, helper)))));
        var random = new SplittableRandom(seed);
        note(
                known + "random",
                new MarketWeek(market, seed, exact)
                        .run((week, _) -> MarketWeek.best(week.each(_ -> random.nextDouble()))));
        double[][] worth = worth(market, exact, ours.learned());
        double[] prices = Sinkhorn.prices(worth, MarketWeek.LIST, MarketWeek.CAP, SINKHORN_ROUNDS);
        note(
                known + "sinkhorn",
                new MarketWeek(market, seed, exact)
                        .run((week, asker) ->
                                MarketWeek.best(week.each(helper -> worth[asker][helper] - prices[helper]))));
        if (exact && seed <= BOUND_SEEDS)
            bounds.add(Math.min(1, MarketBound.of(worth, prices, MarketWeek.CAP) / market.askers()));
    }

    private static double[] harmonic(MarketWeek week, int asker) {
        MarketWeek.Chances chances = week.chances(asker);
        return week.each(helper -> 2 / (1 / chances.byAsker()[helper] + 1 / chances.byHelper()[helper]));
    }

    private static Method withRoom() {
        return (week, asker) -> {
            double[] harmonic = harmonic(week, asker);
            return MarketWeek.best(
                    week.each(helper -> week.hasRoom(helper) ? harmonic[helper] : Double.NEGATIVE_INFINITY));
        };
    }

    private static double[][] worth(CrowdedMarket market, boolean exact, Acceptance learned) {
        double[][] worth = new double[market.askers()][market.helpers()];
        for (int i = 0; i < worth.length; i++)
            for (int j = 0; j < worth[i].length; j++) {
                Features known = market.known(i, j, 0);
                worth[i][j] = exact ? market.comesAbout(i, j) : learned.byAsker(known) * learned.byHelper(known);
            }
        return worth;
    }

    private void note(String method, Result result) {
        results.computeIfAbsent(method, _ -> new ArrayList<>()).add(result);
    }

    private void report(Figures figures, String share) throws IOException {
        for (String known : List.of("exact.", "learned.")) {
            for (String method : List.of("ours", "harmonic", "harmonic-with-room", "text", "random", "sinkhorn")) {
                String name = share + known + method;
                add(figures, name, each(known + method, Result::served), "accepted introductions per asker");
                figures.add(
                        name + ".all", mean(each(known + method, Result::introductions)), "introductions per asker");
                add(figures, name + ".gini", each(known + method, Result::gini), "of 1");
            }
            for (String peer : List.of("harmonic", "harmonic-with-room", "sinkhorn"))
                add(figures, share + known + "ours-by-" + peer, ratios(known + "ours", known + peer), "times");
            figures.add(share + known + "ours.cap-broken", sum(known + "ours", Result::broken), "helpers");
            figures.add(share + known + "ours.overbooked", sum(known + "ours", Result::overbooked), "helpers");
            figures.add(
                    share + known + "ours-by-harmonic.all",
                    mean(each(known + "ours", Result::introductions))
                            / mean(each(known + "harmonic", Result::introductions)),
                    "times");
            for (String method : List.of("ours", "harmonic"))
                add(figures, share + known + method + ".new-seen", each(known + method, Result::newSeen), "of 1");
        }
        figures.add(share + "exact.bound", mean(bounds), "accepted introductions per asker");
        figures.add(
                share + "exact.ours-by-bound",
                mean(each("exact.ours", Result::served).subList(0, BOUND_SEEDS)) / mean(bounds),
                "times");
    }

    private List<Double> each(String method, ToDoubleFunction<Result> figure) {
        return results.get(method).stream()
                .map(result -> figure.applyAsDouble(result))
                .toList();
    }

    private double sum(String method, ToDoubleFunction<Result> figure) {
        return results.get(method).stream().mapToDouble(figure).sum();
    }

    private List<Double> ratios(String ours, String peer) {
        List<Double> ratios = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++)
            ratios.add(results.get(ours).get(seed).served()
                    / results.get(peer).get(seed).served());
        return ratios;
    }

    private static double mean(List<Double> runs) {
        return runs.stream().mapToDouble(run -> run).average().orElseThrow();
    }

    /** The mean, and where it lies with 95 %. */
    static void add(Figures figures, String name, List<Double> runs, String unit) throws IOException {
        double[] all = runs.stream().mapToDouble(run -> run).toArray();
        double mean = mean(runs);
        double variance =
                Arrays.stream(all).map(run -> (run - mean) * (run - mean)).sum() / (all.length - 1);
        double half = INTERVAL * Math.sqrt(variance / all.length);
        figures.add(name, mean, unit);
        figures.add(name + ".low", mean - half, unit);
        figures.add(name + ".high", mean + half, unit);
    }
}
