package io.tummler.introduction;

import io.tummler.api.MemberId;
import io.tummler.api.StatementId;
import io.tummler.introduction.Acceptance.Outcome;
import io.tummler.introduction.Acceptance.Side;
import io.tummler.introduction.Choice.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One week of a {@link CrowdedMarket}: its askers come one by one, in random order, and for each a short list of
 * helpers is taken up. A helper who was asked as often as the cap allows is not asked, as the desk does it. Answers
 * come after a day.
 */
final class MarketWeek {
    static final int CAP = 2;
    static final int LIST = 2;
    private static final Instant MONDAY = Instant.parse("2030-01-07T00:00:00Z");
    private static final Duration ANSWERED_AFTER = Duration.ofDays(1);

    final CrowdedMarket market;
    final List<List<Instant>> exposures = new ArrayList<>();
    final List<Integer> order;
    private final int[] asked;
    private final boolean exact;
    private final Queue<Due> due = new ArrayDeque<>();
    private Acceptance acceptance = Acceptance.shipped();
    private Instant now = MONDAY;

    private record Due(Instant at, Outcome outcome) {}

    /** How a list is made. */
    interface Method {
        /** At most {@link #LIST} helpers, best first. */
        List<Integer> list(MarketWeek week, int asker);
    }

    /**
     * @param served introductions that came about per asker, of each asker one at most
     * @param introductions that came about per asker
     * @param gini of how often helpers were taken up, 0 (all as often) to 1 (always the same)
     * @param broken helpers who were asked more often than the cap allows
     * @param overbooked helpers who were taken up more often than that
     * @param newSeen share of new helpers who were taken up on the first day
     */
    record Result(
            double served,
            double introductions,
            double gini,
            double broken,
            double overbooked,
            double newSeen,
            Acceptance learned) {}

    /**
     * @param exact whether the probabilities are known, instead of learned from noise
     */
    MarketWeek(CrowdedMarket market, long seed, boolean exact) {
        this.market = market;
        this.exact = exact;
        this.asked = new int[market.helpers()];
        for (int j = 0; j < market.helpers(); j++) exposures.add(new ArrayList<>());
        order = shuffled(market.askers(), seed);
    }

    private static List<Integer> shuffled(int size, long seed) {
        var random = new SplittableRandom(seed);
        double[] key = random.doubles(size).toArray();
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> key[i]))
                .toList();
    }

    Result run(Method method) {
        double served = 0;
        double introductions = 0;
        for (int turn = 0; turn < order.size(); turn++) {
            int asker = order.get(turn);
            now = MONDAY.plus(Prices.WEEK.multipliedBy(turn).dividedBy(order.size()));
            learn();
            double unserved = 1;
            for (int helper : method.list(this, asker))
                if (ask(asker, helper)) {
                    unserved *= 1 - market.comesAbout(asker, helper);
                    introductions += market.comesAbout(asker, helper);
                }
            served += 1 - unserved;
        }
        return new Result(
                served / order.size(),
                introductions / order.size(),
                gini(),
                Arrays.stream(asked).filter(times -> times > CAP).count(),
                exposures.stream().filter(times -> times.size() > CAP).count(),
                newSeen(),
                acceptance);
    }

    private void learn() {
        List<Outcome> news = new ArrayList<>();
        while (!due.isEmpty() && !due.peek().at().isAfter(now))
            news.add(due.remove().outcome());
        acceptance = acceptance.after(news);
    }

    private boolean ask(int asker, int helper) {
        Features known = known(asker, helper);
        exposures.get(helper).add(now);
        if (asked[helper] >= CAP) return false;
        asked[helper]++;
        boolean yes = market.helpersMood[asker][helper] < market.byHelper[asker][helper];
        answers(Side.HELPER, helper, known, yes);
        if (yes)
            answers(
                    Side.ASKER,
                    market.helpers() + asker,
                    known,
                    market.askersMood[asker][helper] < market.byAsker[asker][helper]);
        return true;
    }

    private void answers(Side side, int member, Features known, boolean yes) {
        due.add(new Due(now.plus(ANSWERED_AFTER), new Outcome(side, new MemberId(id(member)), known, yes)));
    }

    private Features known(int asker, int helper) {
        return market.known(asker, helper, Prices.lately(exposures.get(helper), now));
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }

    boolean hasRoom(int helper) {
        return exposures.get(helper).size() < CAP;
    }

    /** Of each helper how likely both sides say yes. */
    Chances chances(int asker) {
        if (exact) return new Chances(market.byAsker[asker], market.byHelper[asker]);
        double[] byAsker = new double[market.helpers()];
        double[] byHelper = new double[market.helpers()];
        for (int j = 0; j < byAsker.length; j++) {
            Features known = known(asker, j);
            byAsker[j] = acceptance.byAsker(known);
            byHelper[j] = acceptance.byHelper(known);
        }
        return new Chances(byAsker, byHelper);
    }

    record Chances(double[] byAsker, double[] byHelper) {}

    double[] each(IntToDoubleFunction of) {
        return IntStream.range(0, market.helpers()).mapToDouble(of).toArray();
    }

    /** What the product does. */
    List<Integer> chosen(int asker) {
        Chances chances = chances(asker);
        List<Candidate> candidates = new ArrayList<>();
        for (int j = 0; j < market.helpers(); j++) {
            List<Instant> before = exposures.get(j);
            candidates.add(new Candidate(
                    new StatementId(id(j)),
                    new MemberId(id(j)),
                    chances.byHelper()[j],
                    chances.byAsker()[j],
                    Prices.of(before, CAP, now),
                    Prices.room(before, CAP, now),
                    market.newHere[j] && before.isEmpty()));
        }
        return Choice.of(candidates, LIST, false).stream()
                .map(it -> (int) it.offer().value().getLeastSignificantBits())
                .toList();
    }

    /** Those of the highest score, of equals the first. */
    static List<Integer> best(double[] score) {
        List<Integer> best = new ArrayList<>();
        while (best.size() < LIST) {
            int next = -1;
            for (int j = 0; j < score.length; j++)
                if (score[j] > (next < 0 ? Double.NEGATIVE_INFINITY : score[next]) && !best.contains(j)) next = j;
            if (next < 0) break;
            best.add(next);
        }
        return best;
    }

    private double gini() {
        double[] times = exposures.stream().mapToDouble(List::size).sorted().toArray();
        double weighted = 0;
        for (int i = 0; i < times.length; i++) weighted += (2.0 * (i + 1) - times.length - 1) * times[i];
        return weighted / (times.length * Arrays.stream(times).sum());
    }

    private double newSeen() {
        Instant tuesday = MONDAY.plus(Duration.ofDays(1));
        return IntStream.range(0, market.helpers())
                .filter(helper -> market.newHere[helper])
                .mapToDouble(helper -> exposures.get(helper).stream().anyMatch(at -> at.isBefore(tuesday)) ? 1 : 0)
                .average()
                .orElse(1);
    }
}
