package io.tummler.credit.trust;

import io.tummler.credit.trust.World.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A town of which is known how helpful everybody is. Helpfulness and activity are lognormal, both with a deviation of 1
 * and independent of each other. Members say words as often as they are active, of whom is as likely as they are helpful;
 * one word in five is said within one of twenty groups of interests, one in four is that somebody helped and the others
 * are thanks. They are spread evenly over 360 days. The trusted are drawn as often as they are active.
 */
final class PlantedTown {
    static final int MEMBERS = 1_000;
    static final int WORDS = 12_000;
    static final int TRUSTED = 20;

    private static final int GROUPS = 20;
    private static final double WITHIN_GROUP = .2;
    private static final double OF_HELP = .25;
    private static final int DAYS = 360;
    /** Late enough that somebody may have begun long before. */
    private static final long NOW = 3 * 365 * World.DAY;

    private final long seed;
    private final Random random;
    private final double[] helpfulness;
    private final double[] activity;
    private final World world;

    PlantedTown(long seed) {
        this(MEMBERS, WORDS, seed);
    }

    PlantedTown(int members, int words, long seed) {
        this.seed = seed;
        random = new Random(seed);
        helpfulness = lognormal(members);
        activity = lognormal(members);
        var speakers = new Lot(IntStream.range(0, members).toArray(), activity);
        var helpers = new Lot(IntStream.range(0, members).toArray(), helpfulness);
        Lot[] neighbours = IntStream.range(0, GROUPS)
                .mapToObj(group -> IntStream.range(0, members)
                        .filter(member -> member % GROUPS == group)
                        .toArray())
                .map(group -> new Lot(group, helpfulness))
                .toArray(Lot[]::new);
        var said = new ArrayList<Word>(words);
        while (said.size() < words) {
            int by = speakers.draw(random);
            int of = (random.nextDouble() < WITHIN_GROUP ? neighbours[by % GROUPS] : helpers).draw(random);
            if (by == of) continue;
            double worth = random.nextDouble() < OF_HELP ? World.HELPED : World.THANKS;
            said.add(new Word(by, of, worth, NOW - 1 - random.nextLong(DAYS * World.DAY)));
        }
        said.sort(Comparator.comparingLong(Word::at));
        var trusted = random.ints(0, members)
                .map(_ -> speakers.draw(random))
                .distinct()
                .limit(TRUSTED)
                .sorted()
                .boxed()
                .toList();
        world = new World(members, trusted, List.copyOf(said), NOW);
    }

    World world() {
        return world;
    }

    double helpfulness(int member) {
        return helpfulness[member];
    }

    /** Chance for whoever does something to this town, the same each time. */
    Random chance() {
        return new Random(seed * 31 + 7);
    }

    /** Who is more helpful than this share of all, or the next after who is not trusted. */
    int moreHelpfulThan(double share) {
        int[] byHelpfulness = IntStream.range(0, helpfulness.length)
                .filter(member -> !world.trusted().contains(member))
                .boxed()
                .sorted(Comparator.comparingDouble(member -> helpfulness[member]))
                .mapToInt(Integer::intValue)
                .toArray();
        return byHelpfulness[(int) (share * byHelpfulness.length)];
    }

    /** So many ordinary members, none of whom is trusted or is this one. */
    List<Integer> some(int count, Random chance, int butNot) {
        return chance.ints(0, helpfulness.length)
                .filter(member -> member != butNot && !world.trusted().contains(member))
                .distinct()
                .limit(count)
                .boxed()
                .toList();
    }

    private double[] lognormal(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, _ -> Math.exp(random.nextGaussian()));
        return values;
    }

    /** Members to draw from, each as likely as it weighs. */
    private static final class Lot {
        private final int[] members;
        private final double[] upTo;

        Lot(int[] members, double[] weights) {
            this.members = members;
            upTo = new double[members.length];
            double sum = 0;
            for (int i = 0; i < members.length; i++) {
                sum += weights[members[i]];
                upTo[i] = sum;
            }
        }

        int draw(Random random) {
            int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
            return members[at < 0 ? -at - 1 : at];
        }
    }
}
