package io.tummler.credit.trust;

import io.tummler.Benchmark;
import io.tummler.Figures;
import io.tummler.Usage;
import io.tummler.credit.trust.World.Word;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code score-cost}: how long it takes to work out everybody's reciprocity anew, and that of two members after one of
 * them said a word of the other; and the memory that it holds. Seconds are of the wall, and of the processor where others
 * work too.
 */
public final class ScoreCostBenchmark implements Benchmark {
    private static final int WORDS_ONE_BY_ONE = 2_000;
    private static final int ROUNDS = 3;
    private static final double BILLION = 1e9;
    private static final double MILLION = 1e6;

    @Override
    public void measure(Figures figures) throws Exception {
        // What is measured first would be measured before it is compiled.
        for (int i = 0; i < ROUNDS; i++) Tummler.shipped().rate(new PlantedTown(i).world());
        var small = new PlantedTown(5_000, 60_000, 1);
        measure(figures, "members-5000", small.world());
        measure(figures, "members-100000", new PlantedTown(100_000, 1_000_000, 1).world());
        Optional<SourceCred> sourceCred = SourceCred.found();
        if (sourceCred.isEmpty()) return;
        long wall = System.nanoTime();
        sourceCred.get().rate(small.world());
        figures.add("members-5000.sourcecred.anew", (System.nanoTime() - wall) / BILLION, "s");
        figures.add("members-5000.sourcecred.anew.cpu", sourceCred.get().cpuSeconds(), "s");
    }

    private static void measure(Figures figures, String name, World world) throws IOException, InterruptedException {
        long before = Usage.heap();
        long wall = System.nanoTime();
        long cpu = Usage.cpu();
        Trust trust = Tummler.shipped().trust(world);
        figures.add(name + ".told-all-and-anew", (System.nanoTime() - wall) / BILLION, "s");
        figures.add(name + ".told-all-and-anew.cpu", (Usage.cpu() - cpu) / BILLION, "s");
        figures.add(name + ".heap", (Usage.heap() - before) / MILLION, "MB");
        double[] walls = new double[ROUNDS];
        double[] cpus = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            wall = System.nanoTime();
            cpu = Usage.cpu();
            trust.anew(world.now() + i);
            cpus[i] = (Usage.cpu() - cpu) / BILLION;
            walls[i] = (System.nanoTime() - wall) / BILLION;
        }
        figures.add(name + ".anew", Figures.quantile(walls, .5), "s");
        figures.add(name + ".anew.cpu", Figures.quantile(cpus, .5), "s");
        oneByOne(figures, name, world, trust);
        wall = System.nanoTime();
        new PersonalisedPageRank().rate(world);
        figures.add(name + ".pagerank.anew", (System.nanoTime() - wall) / BILLION, "s");
    }

    /** Who speaks, and of whom, is as in this world: the busy and the helpful most often. */
    private static void oneByOne(Figures figures, String name, World world, Trust trust) throws IOException {
        List<Word> words = world.words();
        double[] millis = new double[WORDS_ONE_BY_ONE];
        double[] cpuMillis = new double[WORDS_ONE_BY_ONE];
        double points = 0;
        for (int i = 0; i < WORDS_ONE_BY_ONE; i++) {
            int by = words.get((int) (i * 7_919L % words.size())).by();
            int of = words.get((int) (i * 104_729L % words.size())).of();
            if (by == of) of = (of + 1) % world.members();
            long wall = System.nanoTime();
            long cpu = Usage.cpu();
            trust.said(by, of, World.THANKS, world.now());
            for (int member : new int[] {by, of})
                points += trust.of(member).map(Trust.Standing::score).orElse(0.0);
            cpuMillis[i] = (Usage.cpu() - cpu) / MILLION;
            millis[i] = (System.nanoTime() - wall) / MILLION;
        }
        figures.add(name + ".after-one-word.p50", Figures.quantile(millis, .5), "ms");
        figures.add(name + ".after-one-word.p99", Figures.quantile(millis, .99), "ms");
        figures.add(name + ".after-one-word.p99.cpu", Figures.quantile(cpuMillis, .99), "ms");
        figures.add(name + ".after-one-word.max", Figures.quantile(millis, 1), "ms");
        // Said, so that nothing of it can be left out by the compiler.
        figures.add(name + ".after-one-word.mean-score", points / WORDS_ONE_BY_ONE / 2, "points");
    }
}
