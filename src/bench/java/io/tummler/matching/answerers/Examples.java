package io.tummler.matching.answerers;

import io.tummler.matching.answerers.Episode.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Openings that were answered, as the features of all candidates, and which of them answered. */
final class Examples {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final double LEFT_OUT = .3;
    private static final double LATEST_START = .4;

    /**
     * @param rows the candidates' features, one row after the other
     * @param answered which of the rows answered
     * @param weight how much the example counts
     */
    record Example(Instant at, float[] rows, boolean[] answered, double weight) {
        int candidates() {
            return answered.length;
        }
    }

    private record Thread(String starter, Instant at, Set<String> answerers) {}

    private Examples() {}

    /** All answered openings of a transcript, in its order. */
    static List<Example> of(List<Line> lines, double weight) {
        Map<String, Thread> threads = threads(lines);
        Set<String> opened = new HashSet<>();
        List<Example> examples = new ArrayList<>();
        var answerers = new Answerers(Weights.shipped().withStep(0), 0);
        for (Line line : lines) {
            if (line.bot()) continue;
            line.heard().thread().filter(opened::add).ifPresent(thread -> {
                Set<String> who = threads.get(thread).answerers;
                if (who.isEmpty()) return;
                Table table = answerers.look(line.heard().asked());
                boolean[] answered = new boolean[table.rows()];
                boolean any = false;
                for (int row = 0; row < answered.length; row++)
                    any |= answered[row] = who.contains(table.members().get(row).key);
                if (any) examples.add(new Example(line.at(), rows(table), answered, weight));
            });
            answerers.hear(line.heard());
        }
        return examples;
    }

    /** Another community made of this one: without some of its members, and listened to from later on. */
    static List<Line> world(List<Line> lines, long seed) {
        var chance = new Random(seed);
        Set<String> out = lines.stream()
                .map(Line::author)
                .distinct()
                .sorted()
                .filter(_ -> chance.nextDouble() < LEFT_OUT)
                .collect(Collectors.toSet());
        List<Line> rest =
                lines.stream().filter(line -> !out.contains(line.author())).toList();
        return rest.subList((int) (rest.size() * chance.nextDouble() * LATEST_START), rest.size());
    }

    private static Map<String, Thread> threads(List<Line> lines) {
        Map<String, Thread> threads = new HashMap<>();
        for (Line line : lines) {
            if (line.bot()) continue;
            line.heard().thread().ifPresent(key -> {
                Thread thread =
                        threads.computeIfAbsent(key, _ -> new Thread(line.author(), line.at(), new HashSet<>()));
                if (!line.author().equals(thread.starter)
                        && Duration.between(thread.at, line.at()).compareTo(WEEK) <= 0)
                    thread.answerers.add(line.author());
            });
        }
        return threads;
    }

    private static float[] rows(Table table) {
        float[] rows = new float[table.rows() * Feature.COUNT];
        for (int row = 0; row < table.rows(); row++)
            for (int f = 0; f < Feature.COUNT; f++) rows[row * Feature.COUNT + f] = (float) table.at(f, row);
        return rows;
    }
}
