package io.tummler.credit.trust;

import io.tummler.credit.trust.Trust.Standing;
import io.tummler.credit.trust.TuningTown.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How well a tuning does in towns: what its standings tell of helpfulness, and what attacks gain. */
final class TuningFigures {
    private static final int MEMBERS = 1_000;
    private static final int WORDS = 12_000;
    private static final int TRUSTED = 20;
    private static final int GROUPS = 5;
    private static final int ALTERNATES = 12;
    private static final int SOME_WORDS = 5;
    private static final double MOST_SCORE = .95;
    private static final double TENTH = .9;

    private final Tuning tuning;
    private final SortedMap<String, Double> means = new TreeMap<>();

    private TuningFigures(Tuning tuning) {
        this.tuning = tuning;
    }

    /** Figures by name, each the mean of all towns, but for sybil's, which are the worst. */
    static SortedMap<String, Double> of(Tuning tuning, int[] fakes, long... towns) {
        var figures = new TuningFigures(tuning);
        for (long town : towns)
            figures.measure(new TuningTown(MEMBERS, WORDS, TRUSTED, town), fakes, town, towns.length);
        return figures.means;
    }

    private void measure(TuningTown town, int[] fakes, long seed, int towns) {
        Trust trust = town.trust(tuning, List.of());
        double[] scores = all(trust, Standing::score);
        double[] bounds = all(trust, Standing::atLeast);
        mean("spearman.score", spearman(scores, town.helpfulness), towns);
        mean("spearman.at-least", spearman(bounds, town.helpfulness), towns);
        mean("auc.score", auc(scores, town.helpfulness), towns);
        mean("auc.at-least", auc(bounds, town.helpfulness), towns);
        mean("not-yet-known", Arrays.stream(scores).filter(it -> it == 0).count() / (double) MEMBERS, towns);
        mean("at-least-10", Arrays.stream(bounds).filter(it -> it >= 10).count() / (double) MEMBERS, towns);
        honest(town, trust, scores, towns);

        Set<Integer> trusted = Arrays.stream(town.trusted).boxed().collect(Collectors.toSet());
        List<Integer> known = IntStream.range(0, MEMBERS)
                .boxed()
                .filter(it -> scores[it] > 0 && !trusted.contains(it))
                .sorted(Comparator.comparingDouble(it -> scores[it]))
                .toList();
        for (double place : new double[] {.5, MOST_SCORE})
            for (int count : fakes) sybil(town, known.get((int) (place * known.size())), count, scores, seed);
        var chance = new Random(seed);
        for (int group = 0; group < GROUPS; group++)
            for (int size : new int[] {5, 10}) {
                List<Integer> ring = chance.ints(0, known.size())
                        .distinct()
                        .limit(size)
                        .mapToObj(known::get)
                        .toList();
                mean("collusion." + size, gain(town, TuningAttacks.ring(ring), ring, scores), towns * GROUPS);
            }
        alternates(town, known, towns);
        int bought = known.get(known.size() / 2);
        List<Integer> sellers = known.stream()
                .filter(it -> it != bought)
                .skip(MEMBERS / 4)
                .limit(10)
                .toList();
        List<Word> words = TuningAttacks.vouching(sellers, List.of(bought), TuningTown.THANKS);
        mean("bought-thanks.gain", gain(town, words, List.of(bought), scores), towns);
        takeover(town, towns);
    }

    /** What honest members lose by the doubts and by the discount on cliques, and a circle of five friends by the latter. */
    private void honest(TuningTown town, Trust trust, double[] scores, int towns) {
        Tuning gullible = with(with(tuning, "clique", 0), "balance", 1e9);
        double[] without = all(town.trust(gullible, List.of()), Standing::score);
        int[] known = IntStream.range(0, MEMBERS).filter(it -> without[it] > 0).toArray();
        mean(
                "honest.loss",
                Arrays.stream(known)
                        .mapToDouble(it -> 1 - scores[it] / without[it])
                        .average()
                        .orElse(0),
                towns);
        int[] several = Arrays.stream(known)
                .filter(it ->
                        trust.of(it).filter(standing -> standing.given() >= 3).isPresent())
                .toArray();
        long half = Arrays.stream(several)
                .filter(it -> scores[it] < without[it] / 2)
                .count();
        mean("honest.lost-half", half / (double) several.length, towns);

        List<Integer> friends =
                Arrays.stream(known).boxed().skip(known.length / 2).limit(5).toList();
        List<Word> words = TuningAttacks.circle(friends);
        double with = total(town.trust(tuning, words), friends);
        mean("honest.circle-loss", 1 - with / total(town.trust(gullible, words), friends), towns);
    }

    private void sybil(TuningTown town, int attacker, int count, double[] before, long seed) {
        List<Integer> fakes = IntStream.range(MEMBERS, MEMBERS + count).boxed().toList();
        for (var shape : TuningAttacks.Shape.values()) {
            Trust trust = town.trust(tuning, TuningAttacks.fakes(attacker, MEMBERS, count, shape, seed));
            double own = total(trust, List.of(attacker));
            worst("sybil.own-gain", own / before[attacker]);
            worst("sybil.sum-gain", (own + total(trust, fakes)) / before[attacker]);
            worst(
                    "sybil.fake-at-least",
                    fakes.stream()
                            .mapToDouble(it -> value(trust, it, Standing::atLeast))
                            .max()
                            .orElse(0));
        }
    }

    /** Twelve alternates, for half a year, known by one to three real members. */
    private void alternates(TuningTown town, List<Integer> known, int towns) {
        List<Integer> ring =
                IntStream.range(MEMBERS, MEMBERS + ALTERNATES).boxed().toList();
        for (int real = 1; real <= 3; real++) {
            List<Word> words = new ArrayList<>(TuningAttacks.ring(ring));
            List<Integer> accomplices = known.subList(known.size() - 100, known.size() - 100 + real);
            words.addAll(TuningAttacks.vouching(accomplices, ring, TuningTown.THANKS));
            Trust trust = town.trust(tuning, words);
            mean("alternates-of-" + real + ".score", total(trust, ring) / ALTERNATES, towns);
            worst(
                    "alternates-of-" + real + ".at-least",
                    ring.stream()
                            .mapToDouble(it -> value(trust, it, Standing::atLeast))
                            .max()
                            .orElse(0));
        }
    }

    /** A trusted account is taken over and says of fifty fakes at once that they helped, or five times that. */
    private void takeover(TuningTown town, int towns) {
        List<Integer> fakes = IntStream.range(MEMBERS, MEMBERS + 50).boxed().toList();
        List<Word> words = new ArrayList<>();
        for (int time = 0; time < SOME_WORDS; time++)
            words.addAll(TuningAttacks.vouching(List.of(town.trusted[0]), fakes, 1));
        mean("takeover.at-least", value(town.trust(tuning, words), MEMBERS, Standing::atLeast), towns);
    }

    private double gain(TuningTown town, List<Word> words, List<Integer> members, double[] before) {
        return total(town.trust(tuning, words), members)
                / members.stream().mapToDouble(it -> before[it]).sum();
    }

    private static double total(Trust trust, List<Integer> members) {
        return members.stream()
                .mapToDouble(it -> value(trust, it, Standing::score))
                .sum();
    }

    private static double[] all(Trust trust, ToDoubleFunction<Standing> figure) {
        return IntStream.range(0, MEMBERS)
                .mapToDouble(it -> value(trust, it, figure))
                .toArray();
    }

    private static double value(Trust trust, int member, ToDoubleFunction<Standing> figure) {
        return trust.of(member).map(figure::applyAsDouble).orElse(0.0);
    }

    private void mean(String name, double value, int of) {
        means.merge(name, value / of, Double::sum);
    }

    private void worst(String name, double value) {
        means.merge(name, value, Math::max);
    }

    /** The tuning with one thing changed. */
    static Tuning with(Tuning tuning, String name, double value) {
        return new Tuning(
                tuning.halfLifeSeconds(),
                tuning.again(),
                tuning.people(),
                name.equals("transitivity") ? value : tuning.transitivity(),
                name.equals("reserve") ? value : tuning.reserve(),
                name.equals("ordinary") ? value : tuning.ordinary(),
                name.equals("clique") ? value : tuning.clique(),
                name.equals("balance") ? value : tuning.balance(),
                tuning.capacity(),
                tuning.caution(),
                tuning.walksPerMember(),
                tuning.steps());
    }

    private static double spearman(double[] one, double[] other) {
        double[] ranks = ranks(one);
        double[] otherRanks = ranks(other);
        double mean = (one.length - 1) / 2.0;
        double both = 0;
        double first = 0;
        double second = 0;
        for (int index = 0; index < one.length; index++) {
            both += (ranks[index] - mean) * (otherRanks[index] - mean);
            first += (ranks[index] - mean) * (ranks[index] - mean);
            second += (otherRanks[index] - mean) * (otherRanks[index] - mean);
        }
        return both / Math.sqrt(first * second);
    }

    /** How likely one of the most helpful tenth scores higher than another. */
    private static double auc(double[] scores, double[] helpfulness) {
        double least = Arrays.stream(helpfulness).sorted().toArray()[(int) (TENTH * helpfulness.length)];
        double[] ranks = ranks(scores);
        int[] helpful = IntStream.range(0, scores.length)
                .filter(it -> helpfulness[it] >= least)
                .toArray();
        double sum = Arrays.stream(helpful).mapToDouble(it -> ranks[it]).sum();
        double lowest = helpful.length * (helpful.length - 1) / 2.0;
        return (sum - lowest) / (helpful.length * (double) (scores.length - helpful.length));
    }

    /** From 0; equal ones share the mean of their ranks. */
    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(it -> values[it]))
                .mapToInt(it -> it)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) to++;
            for (int index = from; index < to; index++) ranks[order[index]] = (from + to - 1) / 2.0;
            from = to;
        }
        return ranks;
    }
}
