package io.tummler.credit;

import io.tummler.credit.HelpingMonth.Mutual;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Who helped whom how much, and how much of it would be mutual by chance.
 *
 * <p>Reciprocity is {@code r = sum min(w_ij, w_ji) / sum w_ij} over all ordered pairs of members, {@code w_ij} being what
 * {@code i} said of {@code j} in sum (Squartini, Picciollo, Ruzzenenti and Garlaschelli, "Reciprocity of weighted networks",
 * Scientific Reports 3, 2013). Chance is there a maximum-entropy model that keeps what everybody gives and gets on average;
 * here it is shuffles that keep it exactly: two words of the same worth swap of whom they are, unless somebody would
 * then speak of themselves, again and again (the weighted, directed configuration model by its swap chain).
 */
final class HelpingNetwork {
    /** As often each word is up for a swap before the first shuffle counts. */
    private static final int SWAPS_FIRST = 8;
    /** And between two that count. */
    private static final int SWAPS_BETWEEN = 2;

    private static final int SHUFFLES_LEAST = 10;
    private static final int SHUFFLES_MOST = 200;
    /** So many words are shuffled in all, unless that were less than the least number of shuffles. */
    private static final int WORDS_SHUFFLED = 2_500_000;
    /** Of a normal distribution, so many standard deviations to both sides of the mean hold 95 %. */
    private static final double DEVIATIONS = 1.96;

    private static final long NO_PAIR = -1;

    /** By worth, then by member: swaps are among neighbours of the same worth. */
    private final int[] by;

    private final int[] of;
    private final double[] worth;
    /** For each word, where those of its worth begin and end. */
    private final int[] from;

    private final int[] to;

    /** What each ordered pair comes to, by a hash with open addressing; laid out once and emptied before each count. */
    private final long[] pairs;

    private final double[] sums;

    /** Of members by their numbers, from 0 on; nobody of themselves. */
    record Link(int by, int of, double worth) {}

    /**
     * @param links in any order: it changes nothing
     */
    HelpingNetwork(List<Link> links) {
        List<Link> sorted = links.stream()
                .sorted(Comparator.comparingDouble(Link::worth)
                        .thenComparingInt(Link::by)
                        .thenComparingInt(Link::of))
                .toList();
        by = sorted.stream().mapToInt(Link::by).toArray();
        of = sorted.stream().mapToInt(Link::of).toArray();
        worth = sorted.stream().mapToDouble(Link::worth).toArray();
        from = new int[worth.length];
        to = new int[worth.length];
        for (int start = 0, end; start < worth.length; start = end) {
            end = start;
            while (end < worth.length && worth[end] == worth[start]) end++;
            Arrays.fill(from, start, end, start);
            Arrays.fill(to, start, end, end);
        }
        int room = Integer.highestOneBit(Math.max(1, worth.length)) * 4;
        pairs = new long[room];
        sums = new double[room];
    }

    static int shuffles(int words) {
        return Math.clamp(WORDS_SHUFFLED / Math.max(1, words), SHUFFLES_LEAST, SHUFFLES_MOST);
    }

    /** Leaves the network shuffled. */
    Mutual mutual(Random random) {
        double measured = reciprocity();
        int count = shuffles(worth.length);
        double sum = 0;
        double squares = 0;
        swap(random, SWAPS_FIRST);
        for (int shuffle = 0; shuffle < count; shuffle++) {
            swap(random, SWAPS_BETWEEN);
            double chance = reciprocity();
            sum += chance;
            squares += chance * chance;
        }
        double mean = sum / count;
        double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean) * count / (count - 1));
        return new Mutual(
                measured, mean, Math.max(0, mean - DEVIATIONS * deviation), Math.min(1, mean + DEVIATIONS * deviation));
    }

    /** 0 to 1; 0 where nobody said anything. */
    double reciprocity() {
        Arrays.fill(pairs, NO_PAIR);
        double all = 0;
        for (int word = 0; word < worth.length; word++) {
            int place = place(by[word], of[word]);
            if (pairs[place] == NO_PAIR) {
                pairs[place] = pair(by[word], of[word]);
                sums[place] = 0;
            }
            sums[place] += worth[word];
            all += worth[word];
        }
        double mutual = 0;
        for (int place = 0; place < pairs.length; place++) {
            if (pairs[place] == NO_PAIR) continue;
            int back = place((int) pairs[place], (int) (pairs[place] >>> Integer.SIZE));
            if (pairs[back] != NO_PAIR) mutual += Math.min(sums[place], sums[back]);
        }
        return all == 0 ? 0 : mutual / all;
    }

    /** Each word in turn swaps of whom it is with one of the same worth, so many times around. */
    void swap(Random random, int times) {
        for (int time = 0; time < times; time++) {
            for (int word = 0; word < worth.length; word++) {
                int other = from[word] + random.nextInt(to[word] - from[word]);
                if (by[word] == of[other] || by[other] == of[word]) continue;
                int swapped = of[word];
                of[word] = of[other];
                of[other] = swapped;
            }
        }
    }

    List<Link> links() {
        return IntStream.range(0, worth.length)
                .mapToObj(word -> new Link(by[word], of[word], worth[word]))
                .toList();
    }

    private static long pair(int one, int other) {
        return (long) one << Integer.SIZE | other;
    }

    /** Where this pair stands, or has room. */
    private int place(int one, int other) {
        long wanted = pair(one, other);
        long mixed = wanted * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> Integer.SIZE) & (pairs.length - 1);
        while (pairs[place] != NO_PAIR && pairs[place] != wanted) place = (place + 1) & (pairs.length - 1);
        return place;
    }
}
