package io.tummler.credit.trust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A community in which it is known how helpful everybody is, and what its members said over 360 days. */
final class TuningTown {
    static final long DAY = 24 * 60 * 60;
    static final long NOW = 360 * DAY;
    static final double THANKS = .5;

    private static final int GROUPS = 20;
    private static final double HOMOPHILY = .3;
    private static final int MORE_ACTIVE = 5;

    final int members;
    final double[] helpfulness;
    final int[] trusted;
    final List<Word> words = new ArrayList<>();

    record Word(int by, int of, double worth, long at) {}

    TuningTown(int members, int count, int trustedCount, long seed) {
        this.members = members;
        var chance = new Random(seed);
        helpfulness = lognormal(chance);
        double[] activity = lognormal(chance);
        trusted = trusted(activity, trustedCount, chance);
        double[] activities = sums(activity, 0, 1);
        double[] all = sums(helpfulness, 0, 1);
        double[][] groups = new double[GROUPS][];
        for (int group = 0; group < GROUPS; group++) groups[group] = sums(helpfulness, group, GROUPS);
        while (words.size() < count) {
            int by = drawn(activities, chance);
            int group = by % GROUPS;
            int of = chance.nextDouble() < HOMOPHILY
                    ? group + GROUPS * drawn(groups[group], chance)
                    : drawn(all, chance);
            if (by != of) words.add(new Word(by, of, THANKS, (long) (chance.nextDouble() * NOW)));
        }
    }

    private double[] lognormal(Random chance) {
        double[] values = new double[members];
        Arrays.setAll(values, _ -> Math.exp(chance.nextGaussian()));
        return values;
    }

    /** Some of the most active fifth. */
    private int[] trusted(double[] activity, int count, Random chance) {
        List<Integer> active = new ArrayList<>();
        for (int member = 0; member < members; member++) active.add(member);
        active.sort((one, other) -> Double.compare(activity[other], activity[one]));
        List<Integer> most = new ArrayList<>(active.subList(0, Math.max(count, members / MORE_ACTIVE)));
        Collections.shuffle(most, chance);
        return most.subList(0, count).stream().mapToInt(it -> it).toArray();
    }

    private double[] sums(double[] values, int from, int step) {
        double[] sums = new double[(members - from + step - 1) / step];
        double sum = 0;
        for (int index = 0; index < sums.length; index++) sums[index] = sum += values[from + index * step];
        return sums;
    }

    private static int drawn(double[] sums, Random chance) {
        int place = Arrays.binarySearch(sums, chance.nextDouble() * sums[sums.length - 1]);
        return place < 0 ? ~place : place;
    }

    Trust trust(Tuning tuning, List<Word> more) {
        var trust = new Trust(tuning, 1);
        trust.seeds(trusted);
        for (Word word : words) trust.said(word.by, word.of, word.worth, word.at);
        for (Word word : more) trust.said(word.by, word.of, word.worth, word.at);
        trust.anew(NOW);
        return trust;
    }
}
