package io.tummler.matching.answerers;

import io.tummler.Benchmark;
import io.tummler.Figures;
import io.tummler.matching.answerers.Episode.Asked;
import io.tummler.matching.answerers.Episode.Line;
import io.tummler.matching.answerers.Examples.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code helper-tuning}: makes the weights with which {@link Answerers} ships, and those that have never seen the
 * first transcript: {@code weights.txt} and {@code ubuntu-only.txt} in the folder {@code -Dbench.weights=F}, by default
 * {@code target/bench}. They ship once they are copied into {@code src/main/resources/answerers} and
 * {@code src/bench/resources/answerers}. Trained is on the answered openings of {@code -Dbench.messages=A,B}: of A what
 * was before the last 40 % of its questions ({@code -Dbench.queries}, {@code -Dbench.truth}), and communities made of
 * that by leaving members out; of B the first half, and for {@code ubuntu-only.txt} all.
 */
public final class HelperTuningBenchmark implements Benchmark {
    private static final String DATA = "../shared/data/bench/";
    private static final double FIRST_PART = .6;
    private static final int WORLDS = 6;
    private static final double WEIGHT_OF_WORLD = .3;
    private static final double WEIGHT_OF_OTHER = .15;
    private static final double STEP = .003;

    @Override
    public void measure(Figures figures) throws Exception {
        List<Path> messages = new ArrayList<>();
        for (String file : setting(
                        "messages", DATA + "bca.messages.jsonl.gz," + DATA + "ubuntu_irc_train.messages.jsonl.gz")
                .split(",", -1)) messages.add(Path.of(file));
        Path queries = Path.of(setting("queries", DATA + "bca.queries.jsonl.gz"));
        Path truth = Path.of(setting("truth", DATA + "bca.truth.jsonl.gz"));
        if (messages.size() != 2
                || !messages.stream().allMatch(Files::exists)
                || !Files.exists(queries)
                || !Files.exists(truth)) {
            System.err.println("Pass -Dbench.messages=A,B -Dbench.queries=F -Dbench.truth=F: two transcripts, and the"
                    + " questions in the first and who answered them, as JSON lines, plain or .gz.");
            return;
        }
        List<Line> lines = Transcripts.lines(messages.getFirst());
        Map<String, Asked> questions = Transcripts.questions(queries, truth);
        List<Example> seen = seen(lines, questions);
        List<Example> all = Examples.of(Transcripts.lines(messages.getLast()), WEIGHT_OF_OTHER);
        List<Example> other = all.subList(0, all.size() / 2);
        List<Example> both = new ArrayList<>(seen);
        both.addAll(other);
        figures.add("examples.first", seen.size(), "openings");
        figures.add("examples.other", other.size(), "openings");

        double[] scales = Training.scales(both);
        Path folder = Files.createDirectories(Path.of(setting("weights", "target/bench")));
        double[] weights = Training.weights(both, scales);
        double[] unseen = Training.weights(
                all.stream()
                        .map(example -> new Example(example.at(), example.rows(), example.answered(), 1))
                        .toList(),
                scales);
        save(folder.resolve("weights.txt"), weights, scales);
        save(folder.resolve("ubuntu-only.txt"), unseen, scales);
        score("tuned", lines, questions, new Weights(weights, scales, STEP)).show(figures);
        score("tuned-unseen", lines, questions, new Weights(unseen, scales, STEP))
                .show(figures);
        score("shipped", lines, questions, Weights.shipped()).show(figures);
    }

    private static List<Example> seen(List<Line> lines, Map<String, Asked> questions) {
        List<Asked> inOrder = List.copyOf(questions.values());
        Instant until =
                inOrder.get((int) (inOrder.size() * FIRST_PART)).question().at();
        List<Example> examples = new ArrayList<>(Examples.of(lines, 1).stream()
                .filter(example -> example.at().isBefore(until))
                .toList());
        List<Line> before =
                lines.stream().filter(line -> line.at().isBefore(until)).toList();
        for (int world = 0; world < WORLDS; world++)
            examples.addAll(Examples.of(Examples.world(before, world), WEIGHT_OF_WORLD));
        return examples;
    }

    private static Score score(String name, List<Line> lines, Map<String, Asked> questions, Weights weights) {
        var score = new Score(name);
        var answerers = new Answerers(weights, 0);
        for (Line line : lines) {
            if (line.bot()) continue;
            Asked asked = questions.get(line.id());
            if (asked != null)
                score.add(
                        asked,
                        answerers.rank(asked.question(), _ -> true).stream()
                                .map(Ranked::author)
                                .toList());
            answerers.hear(line.heard());
        }
        return score;
    }

    private static void save(Path file, double[] weights, double[] scales) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# How much each thing that is known of a candidate counts: feature, weight, scale. Made by");
        lines.add("# ./mvnw -Pbench verify -Dbench=helper-tuning; change nothing by hand.");
        lines.add("step " + STEP);
        for (Feature feature : Feature.values())
            lines.add(String.format(
                    Locale.ROOT,
                    "%s %.5f %.5f",
                    feature.label(),
                    weights[feature.column()],
                    Math.max(1e-5, scales[feature.column()])));
        Files.write(file, lines);
    }

    private static String setting(String name, String otherwise) {
        String given = System.getProperty("bench." + name, "");
        return given.isEmpty() ? otherwise : given;
    }
}
