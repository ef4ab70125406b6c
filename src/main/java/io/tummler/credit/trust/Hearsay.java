package io.tummler.credit.trust;

import java.util.Arrays;

/** What is said of a member, and how far it can be trusted without asking that member. */
final class Hearsay {
    /** Of so many members it is tried what is left without them. */
    private static final int DOUBTED = 4;

    /** So many of the walks that pass a speaker tell by whom they come. */
    private static final int SOME = 64;

    private final Words words;
    private final Walks walks;
    private final Tuning tuning;
    private int[] buffer = new int[64];
    private int filled;
    private int[] places = {};
    private int found;
    private final Tally passing = new Tally();
    private final Tally shares = new Tally();
    private final Tally fewer = new Tally();

    Hearsay(Words words, Walks walks, Tuning tuning) {
        this.words = words;
        this.walks = walks;
        this.tuning = tuning;
    }

    /**
     * How many people's words there are, in effect.
     *
     * @param counted for the score
     * @param certain for the lower bound
     * @param by what each word counts before the doubts, in order of {@link Words#of}
     */
    record Heard(double counted, double certain, double[] by) {}

    Heard of(int member) {
        Voices voices = voices(member);
        Voices.Sum all = voices.without(Walks.NOBODY, Walks.NOBODY, DOUBTED);
        double left = all.fully();
        double certain = all.atLeast();
        for (int doubted : all.through()) {
            Voices.Sum without = voices.without(doubted, Walks.NOBODY, 1);
            left = Math.min(left, without.fully());
            certain = Math.min(certain, without.atLeast());
            for (int other : without.through()) {
                certain = Math.min(certain, voices.without(doubted, other, 0).atLeast());
            }
        }
        double counted = left + Math.min(all.fully() - left, tuning.balance() * left);
        return new Heard(counted, Math.min(certain, counted), all.by());
    }

    private Voices voices(int member) {
        Pair[] heard = words.of(member);
        int[] speakers = new int[heard.length];
        double[] weights = new double[heard.length];
        boolean[] trusted = new boolean[heard.length];
        double[] each = new double[heard.length];
        int[] ends = new int[heard.length];
        int[] mutual = untrusted(words.mutual(member));
        filled = 0;
        for (int voice = 0; voice < heard.length; voice++) {
            int speaker = heard[voice].by;
            speakers[voice] = speaker;
            weights[voice] = weight(heard[voice], mutual);
            trusted[voice] = walks.isTrusted(speaker);
            if (!trusted[voice]) each[voice] = lay(speaker, member);
            ends[voice] = filled;
        }
        int[] passed = Arrays.copyOf(buffer, filled);
        return new Voices(tuning, speakers, weights, trusted, enough(member), passed, each, ends, passing, shares);
    }

    private int[] untrusted(int[] members) {
        return Arrays.stream(members).filter(it -> !walks.isTrusted(it)).toArray();
    }

    /** A word among many by the same member counts less, and so does one between two who help the same members mutually. */
    private double weight(Pair pair, int[] mutual) {
        double weight = pair.strength() * Math.min(1, tuning.capacity() / words.said(pair.by));
        if (tuning.clique() == 0 || Arrays.binarySearch(mutual, pair.by) < 0) return weight;
        return weight / (1 + tuning.clique() * common(mutual, words.mutual(pair.by)));
    }

    private static int common(int[] some, int[] others) {
        int count = 0;
        for (int one = 0, other = 0; one < some.length && other < others.length; ) {
            int difference = Integer.compare(some[one], others[other]);
            if (difference == 0) count++;
            if (difference <= 0) one++;
            if (difference >= 0) other++;
        }
        return count;
    }

    /** Notes walks that pass a speaker but not before it whom this is about; tells for how many walks each stands. */
    private double lay(int speaker, int about) {
        found = 0;
        if (places.length < walks.passing(speaker)) places = new int[2 * walks.passing(speaker)];
        walks.eachPassing(speaker, place -> {
            for (int at = walks.start(place); at < place; at++) if (walks.member(at) == about) return;
            places[found++] = place;
        });
        int some = Math.min(found, SOME);
        // Which ones must not depend on the order in which the walks were led there.
        if (some < found) Arrays.sort(places, 0, found);
        for (int index = 0; index < some; index++) lay(places[index]);
        return some == 0 ? 0 : (double) found / some;
    }

    /** Notes whom a walk passes up to this place. */
    private void lay(int place) {
        if (filled + walks.placesOfAWalk() >= buffer.length) buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        int end = filled;
        for (int at = walks.start(place); at <= place; at++) {
            int member = walks.member(at);
            if (walks.isFirst(at) && !walks.isTrusted(member)) buffer[++end] = member;
        }
        buffer[filled] = end - filled;
        filled = end + 1;
    }

    /**
     * So many walks make somebody trusted fully: a share of those that pass whom walks pass typically, without the steps that
     * walks take after this member, or it could change its own score.
     */
    private double enough(int member) {
        long[] sums = {walks.passes(), walks.squares()};
        int length = walks.placesOfAWalk();
        walks.eachPassing(member, place -> {
            int end = walks.start(place) + length;
            for (int at = place + 1; at < end && walks.member(at) != Walks.NOBODY; at++) {
                int other = walks.member(at);
                if (!walks.isFirst(at) || walks.isTrusted(other)) continue;
                sums[0]--;
                sums[1] -= 2L * (walks.passing(other) - (long) fewer.sum(other)) - 1;
                fewer.add(other, 1);
            }
        });
        fewer.clear();
        return sums[0] == 0 ? 1 : Math.max(1, tuning.ordinary() * sums[1] / sums[0]);
    }
}
