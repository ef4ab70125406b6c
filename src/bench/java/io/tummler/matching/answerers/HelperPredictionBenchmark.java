package io.tummler.matching.answerers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import io.tummler.Benchmark;
import io.tummler.Figures;
import io.tummler.matching.answerers.Episode.Asked;
import io.tummler.matching.answerers.Episode.Line;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code helper-prediction}: a real transcript is heard message by message, and before each question is heard who
 * will answer it is ranked. Beside {@link Answerers} with the weights that ship ({@code shipped}; trained on the
 * first 60 % of bca, on communities made of it and on the first half of #ubuntu, so that {@code last40} is honest on
 * bca, and {@code all} on anything else) run the same with weights from #ubuntu alone ({@code unseen}), with what
 * ships but never learns ({@code still}), with several settings of {@code spread}, and the {@link Baselines}.
 *
 * <p>{@code -Dbench.messages=F -Dbench.queries=F -Dbench.truth=F} take another transcript, plain or zipped; {@code
 * -Dbench.run=F} writes the rankings of {@code shipped}, a line {@code {"qid":...,"ranking":[...]}} each.
 */
public final class HelperPredictionBenchmark implements Benchmark {
    private static final String DATA = "../shared/data/bench/bca.";
    private static final double[] SPREADS = {.8, Answerers.USUAL_SPREAD, 2};
    private static final double MILLION = 1e6;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void measure(Figures figures) throws Exception {
        Path messages = file("messages");
        Path queries = file("queries");
        Path truth = file("truth");
        for (Path file : List.of(messages, queries, truth)) {
            if (Files.exists(file)) continue;
            System.err.println("There is no " + file + ". Pass -Dbench.messages=F -Dbench.queries=F -Dbench.truth=F:"
                    + " messages, questions and who answered them, as JSON lines, plain or .gz.");
            return;
        }
        List<Line> lines = Transcripts.lines(messages);
        Map<String, Asked> questions = Transcripts.questions(queries, truth);
        figures.add("messages", lines.size(), "messages");
        figures.add("queries", questions.size(), "queries");
        truth(questions, figures);
        // The first run warms the program up; the second is the one whose time is taken.
        run(lines, questions, new Answerers(0), new Score("warm"));
        Run shipped = run(lines, questions, new Answerers(0), new Score("shipped"));
        shipped.score.show(figures);
        shipped.costs(figures);
        write(shipped);
        run(lines, questions, new Answerers(unseen(), 0), new Score("unseen"))
                .score
                .show(figures);
        run(lines, questions, new Answerers(still(), 0), new Score("still"))
                .score
                .show(figures);
        for (double spread : SPREADS)
            run(lines, questions, new Answerers(spread), new Score("spread-" + spread))
                    .score
                    .show(figures);
        var baselines = new Baselines();
        for (Line line : lines) {
            if (line.bot()) continue;
            if (questions.containsKey(line.id())) baselines.ask(questions.get(line.id()));
            baselines.hear(line.heard());
        }
        baselines.show(figures);
    }

    private record Run(
            Score score,
            List<Double> milliseconds,
            List<Double> ofCpu,
            double hearing,
            double held,
            Map<String, List<String>> rankings) {
        void costs(Figures figures) throws IOException {
            figures.add("query.p50", quantile(milliseconds, .5), "ms");
            figures.add("query.p99", quantile(milliseconds, .99), "ms");
            figures.add("query.cpu.p50", quantile(ofCpu, .5), "ms");
            figures.add("query.cpu.p99", quantile(ofCpu, .99), "ms");
            figures.add("message", hearing, "us");
            figures.add("held", held, "MB");
            try (InputStream file = Answerers.class.getResourceAsStream("/answerers/weights.txt")) {
                figures.add("weights.file", file == null ? 0 : file.readAllBytes().length, "bytes");
            }
            figures.add("weights", 2 * Feature.COUNT * Float.BYTES, "bytes");
        }

        private static double quantile(List<Double> values, double part) {
            List<Double> sorted = values.stream().sorted().toList();
            return sorted.isEmpty() ? 0 : sorted.get((int) (part * (sorted.size() - 1)));
        }
    }

    private static Run run(List<Line> lines, Map<String, Asked> questions, Answerers answerers, Score score)
            throws InterruptedException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = heap();
        List<Double> times = new ArrayList<>();
        List<Double> ofCpu = new ArrayList<>();
        Map<String, List<String>> rankings = new LinkedHashMap<>();
        long hearing = 0;
        for (Line line : lines) {
            if (line.bot()) continue;
            Asked asked = questions.get(line.id());
            if (asked != null) {
                long began = System.nanoTime();
                long cpu = threads.getCurrentThreadCpuTime();
                List<Ranked> ranking = answerers.rank(asked.question(), _ -> true);
                ofCpu.add((threads.getCurrentThreadCpuTime() - cpu) / MILLION);
                times.add((System.nanoTime() - began) / MILLION);
                if (!ranking.isEmpty()) answerers.named(ranking.getFirst().author());
                rankings.put(asked.id(), ranking.stream().map(Ranked::author).toList());
                score.add(asked, rankings.get(asked.id()));
            }
            long began = System.nanoTime();
            answerers.hear(line.heard());
            hearing += System.nanoTime() - began;
        }
        long with = heap();
        long rankingBytes = rankings.values().stream().mapToLong(List::size).sum() * Long.BYTES;
        // Still needed here, or what it holds would not have been counted.
        answerers.named("");
        return new Run(
                score, times, ofCpu, hearing / 1e3 / lines.size(), (with - before - rankingBytes) / MILLION, rankings);
    }

    private static void truth(Map<String, Asked> questions, Figures figures) throws IOException {
        List<String> firsts = questions.values().stream()
                .flatMap(asked -> asked.first().stream())
                .toList();
        figures.add("truth.all.five-busiest-first", Score.busiest(firsts), "share");
        figures.add(
                "truth.last40.five-busiest-first",
                Score.busiest(firsts.subList((int) (firsts.size() * .6), firsts.size())),
                "share");
    }

    private static void write(Run run) throws IOException {
        String file = System.getProperty("bench.run", "");
        if (file.isEmpty()) return;
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, List<String>> ranking : run.rankings.entrySet()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("qid", ranking.getKey());
            line.put("ranking", ranking.getValue());
            lines.add(JSON.writeValueAsString(line));
        }
        Files.write(Path.of(file), lines);
    }

    private static Weights unseen() throws IOException {
        try (InputStream file = HelperPredictionBenchmark.class.getResourceAsStream("/answerers/ubuntu-only.txt")) {
            if (file == null) throw new IOException("The benchmarks lack their file answerers/ubuntu-only.txt.");
            return Weights.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Weights still() {
        return Weights.shipped().withStep(0);
    }

    private static Path file(String kind) {
        String given = System.getProperty("bench." + kind, "");
        return Path.of(given.isEmpty() ? DATA + kind + ".jsonl.gz" : given);
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(30);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
