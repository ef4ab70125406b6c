package io.tummler.credit.trust;

import java.util.Arrays;

/** Who said of whom that they helped, by member; each member's pairs in order of the other one's number. */
final class Words {
    private static final Pair[] NONE = {};
    private static final double[] UNSAID = {};

    private final Tuning tuning;
    private int members;
    private Pair[][] by = {};
    private Pair[][] of = {};

    /** What each member's pairs count added up, pair by pair; {@link #UNSAID} where it has to be worked out. */
    private double[][] sums = {};

    private long nowSecond;

    Words(Tuning tuning) {
        this.tuning = tuning;
    }

    /** One more than the highest number of a member. */
    int members() {
        return members;
    }

    /** Makes room for a member. */
    void know(int member) {
        if (member < 0) throw new IllegalArgumentException("members are numbered from 0 on, not " + member);
        int before = by.length;
        members = Math.max(members, member + 1);
        if (member < before) return;
        int room = Math.max(members, before + (before >> 1));
        by = Arrays.copyOf(by, room);
        of = Arrays.copyOf(of, room);
        sums = Arrays.copyOf(sums, room);
        Arrays.fill(by, before, room, NONE);
        Arrays.fill(of, before, room, NONE);
        Arrays.fill(sums, before, room, UNSAID);
    }

    Pair[] by(int member) {
        return by[member];
    }

    Pair[] of(int member) {
        return of[member];
    }

    /** Notes such a word; false if it is too old to count. */
    boolean add(int speaker, int subject, double worth, long second) {
        if (second < oldest()) return false;
        int place = placeOf(by[speaker], subject);
        Pair pair;
        if (place >= 0) {
            pair = by[speaker][place];
        } else {
            pair = new Pair(speaker, subject);
            by[speaker] = with(by[speaker], ~place, pair);
            of[subject] = with(of[subject], ~placeBy(of[subject], speaker), pair);
        }
        pair.add(worth, second);
        pair.weigh(tuning, nowSecond);
        sums[speaker] = UNSAID;
        return true;
    }

    private void drop(Pair pair) {
        by[pair.by] = without(by[pair.by], placeOf(by[pair.by], pair.of));
        of[pair.of] = without(of[pair.of], placeBy(of[pair.of], pair.by));
        sums[pair.by] = UNSAID;
    }

    /** Weighs everything as of now, and drops what is too old to count. */
    void anew(long second) {
        nowSecond = second;
        for (int member = 0; member < members; member++) {
            for (Pair pair : by[member].clone()) {
                pair.dropBefore(oldest());
                if (pair.times() == 0) drop(pair);
                else pair.weigh(tuning, second);
            }
            sums[member] = UNSAID;
        }
    }

    private long oldest() {
        return nowSecond - Tuning.HALF_LIVES * tuning.halfLifeSeconds();
    }

    /** What all pairs by this member up to each of them count together. */
    double[] sums(int member) {
        double[] known = sums[member];
        if (known.length == by[member].length) return known;
        double[] added = new double[by[member].length];
        double sum = 0;
        for (int index = 0; index < added.length; index++) {
            sum += by[member][index].strength();
            added[index] = sum;
        }
        sums[member] = added;
        return added;
    }

    /** What all that this member said counts. */
    double said(int member) {
        double[] added = sums(member);
        return added.length == 0 ? 0 : added[added.length - 1];
    }

    /** Those who said of this one, and of whom this one said, that they helped; in order. */
    int[] mutual(int member) {
        Pair[] said = by[member];
        Pair[] heard = of[member];
        int[] both = new int[Math.min(said.length, heard.length)];
        int count = 0;
        for (int one = 0, other = 0; one < said.length && other < heard.length; ) {
            int difference = Integer.compare(said[one].of, heard[other].by);
            if (difference == 0) both[count++] = said[one].of;
            if (difference <= 0) one++;
            if (difference >= 0) other++;
        }
        return Arrays.copyOf(both, count);
    }

    private static int placeOf(Pair[] pairs, int subject) {
        int low = 0;
        int high = pairs.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (pairs[middle].of < subject) low = middle + 1;
            else if (pairs[middle].of > subject) high = middle - 1;
            else return middle;
        }
        return ~low;
    }

    private static int placeBy(Pair[] pairs, int speaker) {
        int low = 0;
        int high = pairs.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (pairs[middle].by < speaker) low = middle + 1;
            else if (pairs[middle].by > speaker) high = middle - 1;
            else return middle;
        }
        return ~low;
    }

    private static Pair[] with(Pair[] pairs, int place, Pair pair) {
        Pair[] more = Arrays.copyOf(pairs, pairs.length + 1);
        System.arraycopy(pairs, place, more, place + 1, pairs.length - place);
        more[place] = pair;
        return more;
    }

    private static Pair[] without(Pair[] pairs, int place) {
        Pair[] fewer = Arrays.copyOf(pairs, pairs.length - 1);
        System.arraycopy(pairs, place + 1, fewer, place, pairs.length - 1 - place);
        return fewer;
    }
}
