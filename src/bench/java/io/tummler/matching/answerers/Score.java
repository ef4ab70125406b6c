package io.tummler.matching.answerers;

import io.tummler.Figures;
import io.tummler.matching.answerers.Episode.Asked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How good the rankings of one method are, all of them and the last 40 %. */
final class Score {
    private static final double FIRST_PART = .6;
    private static final int TOP = 5;

    private final String name;
    private final List<Result> results = new ArrayList<>();

    private record Result(double reciprocalRank, double hit, double recall, String first) {}

    Score(String name) {
        this.name = name;
    }

    void add(Asked asked, List<String> ranking) {
        int best = 0;
        int found = 0;
        for (int i = 0; i < ranking.size(); i++) {
            if (!asked.truth().contains(ranking.get(i))) continue;
            if (best == 0) best = i + 1;
            if (i < TOP) found++;
        }
        results.add(new Result(
                best == 0 ? 0 : 1. / best,
                best == 1 ? 1 : 0,
                (double) found / Math.min(TOP, Math.max(1, asked.truth().size())),
                ranking.isEmpty() ? "" : ranking.getFirst()));
    }

    void show(Figures figures) throws IOException {
        show(figures, "all", results);
        show(figures, "last40", last());
    }

    double reciprocalRankInLast() {
        return last().stream().mapToDouble(Result::reciprocalRank).average().orElse(0);
    }

    private List<Result> last() {
        return results.subList((int) (results.size() * FIRST_PART), results.size());
    }

    private void show(Figures figures, String part, List<Result> some) throws IOException {
        String prefix = name + "." + part;
        figures.add(
                prefix + ".mrr",
                some.stream().mapToDouble(Result::reciprocalRank).average().orElse(0),
                "");
        figures.add(
                prefix + ".hit-at-1",
                some.stream().mapToDouble(Result::hit).average().orElse(0),
                "");
        figures.add(
                prefix + ".recall-at-5",
                some.stream().mapToDouble(Result::recall).average().orElse(0),
                "");
        List<String> firsts = some.stream().map(Result::first).toList();
        figures.add(prefix + ".five-busiest-first", busiest(firsts), "share");
    }

    /** The share of the five that come first most often. */
    static double busiest(List<String> firsts) {
        Map<String, Integer> counts = new HashMap<>();
        for (String first : firsts) counts.merge(first, 1, Integer::sum);
        double top = counts.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(TOP)
                .mapToInt(Integer::intValue)
                .sum();
        return firsts.isEmpty() ? 0 : top / firsts.size();
    }
}
