package io.tummler.credit.trust;

import io.tummler.credit.trust.Rater.Rating;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lets raters rate a town before and after attacks. Not for several threads. */
final class Trial {
    private final List<Rater> raters;
    /** What the raters said of {@link #before}: most attacks on a town begin with the same one. */
    private final List<Rating> ratings = new ArrayList<>();

    private World before = new World(0, List.of(), List.of(), 0);

    Trial(List<Rater> raters) {
        this.raters = raters;
    }

    /**
     * What came of an attack in one rating.
     *
     * @param rating its name
     * @param own what whom it is about have afterwards, compared to before; the mean of several
     * @param withFakes the same as {@code own}, with all fakes' ratings added
     * @param more what one of them gains at most, in whatever the rating counts in
     * @param othersMoved by how much the rating of any other real member went up or down at most
     * @param fakesAboveHalf how many fakes are rated higher than half of the real members
     * @param fakes each fake's rating
     * @param was what each of whom it is about was rated
     * @param is and is now
     */
    record Outcome(
            String rating,
            double own,
            double withFakes,
            double more,
            double othersMoved,
            long fakesAboveHalf,
            List<Double> fakes,
            List<Double> was,
            List<Double> is) {
        long fakesWith(double points) {
            return fakes.stream().filter(it -> it >= points).count();
        }

        /** How many of whom it is about have so many points now, and had not. */
        long nowWith(double points) {
            long count = 0;
            for (int i = 0; i < was.size(); i++) if (was.get(i) < points && is.get(i) >= points) count++;
            return count;
        }
    }

    /** One outcome for each rating. */
    List<Outcome> outcomes(Attack attack, PlantedTown town) {
        Attack.Done done = attack.on(town);
        if (!before.equals(done.before())) {
            before = done.before();
            ratings.clear();
            for (Rater rater : raters) ratings.addAll(rater.rate(before));
        }
        List<Rating> after = raters.stream()
                .flatMap(rater -> rater.rate(done.after()).stream())
                .toList();
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < after.size(); i++) outcomes.add(outcome(done, ratings.get(i), after.get(i)));
        return outcomes;
    }

    private static Outcome outcome(Attack.Done done, Rating before, Rating after) {
        List<Double> was = done.gaining().stream().map(it -> before.of()[it]).toList();
        List<Double> is = done.gaining().stream().map(it -> after.of()[it]).toList();
        List<Double> fakes = done.fakes().stream().map(it -> after.of()[it]).toList();
        double base = Math.max(sum(was), before.least() * was.size());
        double more = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < was.size(); i++) more = Math.max(more, is.get(i) - was.get(i));
        double half = median(after.of(), done.before().members());
        return new Outcome(
                after.name(),
                sum(is) / base,
                (sum(is) + sum(fakes)) / base,
                more,
                moved(done, before.of(), after.of()),
                fakes.stream().filter(it -> it > half).count(),
                fakes,
                was,
                is);
    }

    private static double moved(Attack.Done done, double[] before, double[] after) {
        return IntStream.range(0, done.before().members())
                .filter(member -> !done.gaining().contains(member))
                .mapToDouble(member -> Math.abs(after[member] - before[member]))
                .max()
                .orElse(0);
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What half of the first so many have more of. */
    private static double median(double[] values, int first) {
        double[] sorted = Arrays.copyOf(values, first);
        Arrays.sort(sorted);
        return sorted[first / 2];
    }
}
