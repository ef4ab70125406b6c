package io.tummler.matching.matchmakers;

import io.tummler.Benchmark;
import io.tummler.Figures;
import io.tummler.api.Match;
import io.tummler.api.MemberId;
import io.tummler.api.Statement;
import io.tummler.api.TextEmbedder;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;

/**
 * {@code scale}: the best helpers and the best needs among 100,000 members and 300,000 statements, on one core: how
 * long it takes the processor, what changes cost, what all of it holds in memory, and how long it takes to read it all
 * anew. Beside it a flat scan of the same index, which finds the best for certain.
 */
public final class ScaleBenchmark implements Benchmark {
    private static final int MEMBERS = 100_000;
    private static final int STATEMENTS = 300_000;
    private static final int QUERIES = 2_000;
    private static final int UPDATES = 40_000;
    private static final int COMPARED = 100;
    private static final int FOUND = 50;
    private static final int TOP = 10;
    private static final long SEED = 20260301;
    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;

    @Override
    public void measure(Figures figures) throws Exception {
        long before = heap();
        TextEmbedder embedder = new StaticEmbedding();
        // Its table, which is read at the first text, is none of the index's time.
        for (int i = 0; i < 20_000; i++) embedder.embed("Warming up with text number " + i);
        TextIndex index = new TextIndex(embedder);
        var seconds = new ArrayList<Double>();
        for (int threads : List.of(1, 2, 1, 2)) {
            List<Statement> all = statements();
            index = new TextIndex(embedder);
            TextIndex fresh = index;
            seconds.add(seconds(threads, () -> all.forEach(fresh::add)));
        }
        figures.add("build.one-thread", Math.min(seconds.get(0), seconds.get(2)), "s");
        figures.add("build.two-threads", Math.min(seconds.get(1), seconds.get(3)), "s");
        figures.add("held", (heap() - before) / MILLION, "MB");
        parts(embedder, figures);
        queries(index, Statement.Kind.NEED, figures);
        queries(index, Statement.Kind.OFFER, figures);
        compare(index, figures);
        updates(index, figures);
    }

    private static List<Statement> statements() {
        var topics = new Topics(SEED, MEMBERS);
        List<Statement> all = new ArrayList<>(STATEMENTS);
        for (int i = 0; i < STATEMENTS; i++) all.add(topics.next());
        return all;
    }

    /** In a pool of so many threads, which share what runs in it; on one of them the processor's time. */
    private static double seconds(int threads, Runnable work) throws Exception {
        try (var pool = new ForkJoinPool(threads)) {
            Callable<Double> timed = () -> {
                long began = System.nanoTime();
                long processorBegan = processorNanos();
                work.run();
                return (threads == 1 ? processorNanos() - processorBegan : System.nanoTime() - began) / BILLION;
            };
            return pool.submit(timed).get();
        }
    }

    /** What a build consists of, besides filing. */
    private static void parts(TextEmbedder embedder, Figures figures) throws Exception {
        List<Statement> all = statements();
        figures.add(
                "build.embedding",
                seconds(1, () -> all.forEach(one -> embedder.embed(one.wording().text()))),
                "s");
        figures.add(
                "build.words",
                seconds(1, () -> all.forEach(one -> Words.of(one.wording().text()))),
                "s");
    }

    private static void queries(TextIndex index, Statement.Kind kind, Figures figures) throws Exception {
        var topics = new Topics(SEED + 1, MEMBERS);
        double[] prices = new Random(SEED).doubles(MEMBERS, 0, .5).toArray();
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 2 * QUERIES; i++) {
            Statement sought = topics.next(kind);
            long began = processorNanos();
            int found = priced(index.matchesOf(sought, _ -> true, FOUND), kind, prices)
                    .size();
            if (i >= QUERIES) times.add((processorNanos() - began) / MILLION);
            if (found > TOP) throw new IllegalStateException("too many");
        }
        times.sort(Comparator.naturalOrder());
        String name = kind == Statement.Kind.NEED ? "helpers" : "needs";
        figures.add(name + ".p50", times.get(QUERIES / 2), "ms");
        figures.add(name + ".p99", times.get(QUERIES * 99 / 100), "ms");
    }

    private record Priced(Match match, double worth) {}

    private static List<Priced> priced(List<Match> matches, Statement.Kind kind, double[] prices) {
        return matches.stream()
                .map(match -> {
                    MemberId owner = (kind == Statement.Kind.NEED ? match.offer() : match.need()).owner();
                    return new Priced(
                            match, match.score() - prices[(int) owner.value().getLeastSignificantBits()]);
                })
                .sorted(Comparator.comparingDouble(Priced::worth).reversed())
                .limit(TOP)
                .toList();
    }

    private static void compare(TextIndex index, Figures figures) throws Exception {
        var topics = new Topics(SEED + 2, MEMBERS);
        List<Double> flat = new ArrayList<>();
        int found = 0;
        int best = 0;
        for (int i = 0; i < COMPARED; i++) {
            Statement need = topics.next(Statement.Kind.NEED);
            long began = processorNanos();
            List<Match> exact = index.matchesOf(need, _ -> true, TOP, STATEMENTS);
            flat.add((processorNanos() - began) / MILLION);
            Set<Match> near = new HashSet<>(index.matchesOf(need, _ -> true, TOP));
            best += exact.size();
            for (Match match : exact) if (near.contains(match)) found++;
        }
        figures.add("flat.p50", Figures.median(flat), "ms");
        figures.add("recall-at-10", found / (double) best, "of the flat scan's");
    }

    private static void updates(TextIndex index, Figures figures) throws Exception {
        List<Statement> standing = statements().subList(0, UPDATES);
        var topics = new Topics(SEED + 3, MEMBERS);
        List<Statement> instead = new ArrayList<>();
        for (int i = 0; i < UPDATES; i++) instead.add(topics.next());
        double seconds = seconds(1, () -> {
            for (int i = 0; i < UPDATES; i++) {
                index.remove(standing.get(i).id());
                index.add(instead.get(i));
            }
        });
        figures.add("updates", UPDATES / seconds, "removed and added a second");
    }

    /** Of this thread: others on the machine don't count. */
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
