package io.tummler.matching;

import io.tummler.Benchmark;
import io.tummler.Figures;
import io.tummler.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code rings}: how many members of a {@link RingMarket} swaps and rings of three serve, beside the optimum of the
 * same circles. The optimum is an ILP's where it is proven in time; else what it found at best, which is no bound, and
 * the linear relaxation, which is one and may be out of reach. Seconds are of the wall, and of the processor where
 * others work too.
 */
public final class RingsBenchmark implements Benchmark {
    private static final int WIDTH = 16;
    private static final int[] SIZES = {500, 2_000, 10_000, 100_000};
    private static final int SEEDS = 3;
    private static final int LARGE = 100_000;
    private static final int ILP_SECONDS = 8;
    /** So many statements come one by one, yet not so many that they make another market. */
    private static final int NEWS = 4_000;

    private static final int MEMBERS_OF_NEWS = 4;
    private static final double BILLION = 1e9;
    private static final double MILLION = 1e6;

    @Override
    public void measure(Figures figures) throws Exception {
        // What is measured first would be measured before it is compiled.
        PackingSearch.pack(filled(new RingMarket(2_000, 0)), 1);
        for (int size : SIZES) {
            List<Run> runs = new ArrayList<>();
            for (int seed = 1; seed <= (size == LARGE ? 1 : SEEDS); seed++) runs.add(run(size, seed));
            report(figures, "members-" + size, runs);
        }
    }

    private record Run(
            int covered,
            int swaps,
            int greedy,
            int served,
            Optimum whole,
            Optimum relaxed,
            double wallSeconds,
            double cpuSeconds,
            double bytesOfMember,
            double[] newsMillis,
            double[] newsCpuMillis,
            double afterNews) {}

    private static Exchange filled(RingMarket market) {
        var exchange = new Exchange(WIDTH);
        market.fill(exchange);
        return exchange;
    }

    private static Run run(int size, int seed) throws InterruptedException {
        var market = new RingMarket(size, seed);
        long before = Usage.heap();
        Exchange exchange = filled(market);
        double bytes = (Usage.heap() - before) / (double) size;
        List<Circle> circles = IntStream.range(0, exchange.members())
                .boxed()
                .flatMap(member -> exchange.through(member).stream().filter(circle -> circle.first() == member))
                .toList();
        int covered = (int) circles.stream()
                .flatMapToInt(circle -> IntStream.range(0, circle.size()).map(circle::member))
                .distinct()
                .count();
        int swaps = swapsAlone(circles, exchange.members());
        int greedy = PackingSearch.greedy(circles.stream()).served();
        long wall = System.nanoTime();
        long cpu = Usage.cpu();
        Packing packing = PackingSearch.pack(exchange, 1);
        double cpuSeconds = (Usage.cpu() - cpu) / BILLION;
        double wallSeconds = (System.nanoTime() - wall) / BILLION;
        int served = packing.served();
        Optimum relaxed = Optimum.relaxed(circles);
        Optimum whole = size == LARGE ? relaxed : Optimum.whole(circles, ILP_SECONDS);
        var upkeep = new Upkeep(exchange, packing);
        double[] millis = new double[Math.min(NEWS, size / MEMBERS_OF_NEWS)];
        double[] cpuMillis = new double[millis.length];
        for (int i = 0; i < millis.length; i++) {
            wall = System.nanoTime();
            cpu = Usage.cpu();
            market.news(exchange, upkeep);
            cpuMillis[i] = (Usage.cpu() - cpu) / MILLION;
            millis[i] = (System.nanoTime() - wall) / MILLION;
        }
        double after =
                packing.served() / (double) PackingSearch.pack(exchange, 1).served();
        return new Run(
                covered,
                swaps,
                greedy,
                served,
                whole,
                relaxed,
                wallSeconds,
                cpuSeconds,
                bytes,
                millis,
                cpuMillis,
                after);
    }

    /** The most that swaps can serve, as nearly as the search finds it. */
    private static int swapsAlone(List<Circle> circles, int members) {
        List<List<Circle>> byMember = IntStream.range(0, members)
                .<List<Circle>>mapToObj(_ -> new ArrayList<>())
                .toList();
        for (Circle circle : circles)
            if (circle.isSwap())
                for (int i = 0; i < circle.size(); i++)
                    byMember.get(circle.member(i)).add(circle);
        byMember.forEach(own -> own.sort(Circle.BEST_FIRST));
        return PackingSearch.pack(byMember, 1).served();
    }

    private static void report(Figures figures, String name, List<Run> runs) throws IOException {
        add(figures, name + ".on-a-circle", runs, Run::covered, "members");
        add(figures, name + ".served", runs, Run::served, "members");
        add(figures, name + ".served.of-lp-bound", runs, run -> run.served / run.relaxed.atMost(), "share");
        add(figures, name + ".greedy.of-lp-bound", runs, run -> run.greedy / run.relaxed.atMost(), "share");
        if (runs.stream().noneMatch(run -> run.whole.equals(run.relaxed))) {
            add(figures, name + ".ilp.proven", runs, run -> run.whole.served() == run.whole.atMost() ? 1 : 0, "runs");
            add(figures, name + ".served.of-ilp-found", runs, run -> run.served / run.whole.served(), "share");
            add(figures, name + ".served.of-ilp-bound", runs, run -> run.served / bound(run), "share");
            add(figures, name + ".greedy.of-ilp-bound", runs, run -> run.greedy / bound(run), "share");
        }
        add(figures, name + ".served.of-swaps-alone", runs, run -> run.served / (double) run.swaps, "times");
        add(figures, name + ".greedy.of-swaps-alone", runs, run -> run.greedy / (double) run.swaps, "times");
        add(figures, name + ".batch", runs, Run::wallSeconds, "s");
        add(figures, name + ".batch.cpu", runs, Run::cpuSeconds, "s");
        add(figures, name + ".heap", runs, Run::bytesOfMember, "bytes/member");
        add(figures, name + ".news.p50", runs, run -> Figures.quantile(run.newsMillis, .5), "ms");
        add(figures, name + ".news.p99", runs, run -> Figures.quantile(run.newsMillis, .99), "ms");
        add(figures, name + ".news.p99.cpu", runs, run -> Figures.quantile(run.newsCpuMillis, .99), "ms");
        add(figures, name + ".news.served-of-packed-anew", runs, Run::afterNews, "share");
    }

    /** Whichever is known: a whole number of members, at most what parts of circles would serve. */
    private static double bound(Run run) {
        return Math.min(run.whole.atMost(), Math.floor(run.relaxed.atMost() + 1e-6));
    }

    private interface Figure {
        double of(Run run);
    }

    private static void add(Figures figures, String name, List<Run> runs, Figure figure, String unit)
            throws IOException {
        if (runs.size() == 1) figures.add(name, figure.of(runs.getFirst()), unit);
        else figures.add(name, runs.stream().map(figure::of).toList(), unit);
    }
}
