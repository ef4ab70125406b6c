package io.tummler.chat;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How well somebody guesses by which silence a helper did not come, who saw half of the runs with their solutions: from
 * whichever angle told most in the last part of that half, in the other half. Only that one is tried there, so that the
 * choice between angles does not look like knowledge.
 *
 * @param angle that told most
 * @param advantage by how much more often it is right than who always says what was most frequent, -1 to 1
 * @param error its standard error
 */
record Guess(Sight.Angle angle, double advantage, double error) {
    private static final double INTERVAL = 1.96;

    static Guess best(List<Sight> runs) {
        List<Sight> known = runs.subList(0, runs.size() / 2);
        List<Sight> learnt = known.subList(0, known.size() / 2);
        List<Sight> tried = known.subList(known.size() / 2, known.size());
        Sight.Angle best = Stream.of(Sight.Angle.values())
                .max(Comparator.comparingDouble(angle -> of(angle, learnt, tried).advantage))
                .orElseThrow();
        return of(best, known, runs.subList(runs.size() / 2, runs.size()));
    }

    private static Guess of(Sight.Angle angle, List<Sight> known, List<Sight> unknown) {
        Map<Integer, Map<Silence, Integer>> seen = new HashMap<>();
        Map<Silence, Integer> all = new EnumMap<>(Silence.class);
        for (Sight sight : known) {
            all.merge(sight.silence(), 1, Integer::sum);
            seen.computeIfAbsent(sight.angles().get(angle), _ -> new EnumMap<>(Silence.class))
                    .merge(sight.silence(), 1, Integer::sum);
        }
        Silence usual = mostFrequent(all);
        double sum = 0;
        double squares = 0;
        for (Sight sight : unknown) {
            Map<Silence, Integer> alike = seen.get(sight.angles().get(angle));
            int by = is(sight, alike == null ? usual : mostFrequent(alike)) - is(sight, usual);
            sum += by;
            squares += by * by;
        }
        double mean = sum / unknown.size();
        return new Guess(angle, mean, Math.sqrt((squares / unknown.size() - mean * mean) / unknown.size()));
    }

    private static int is(Sight sight, Silence guessed) {
        return sight.silence() == guessed ? 1 : 0;
    }

    private static Silence mostFrequent(Map<Silence, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** The lower end of the interval in which the advantage is with 95 %. */
    double low() {
        return advantage - INTERVAL * error;
    }

    double high() {
        return advantage + INTERVAL * error;
    }
}
