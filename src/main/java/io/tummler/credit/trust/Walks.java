package io.tummler.credit.trust;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Walks from the trusted along who said of whom that they helped; where each goes depends on nothing but its number and the
 * words themselves, so that it can be mended from any step on.
 *
 * <p>A walk is {@code steps + 1} places; each holds a member, or {@link #NOBODY} after its end. Only the first time that a
 * walk passes a member counts, as in MeritRank (Nasrulin, Ishmaev, Pouwelse: "MeritRank: Sybil tolerant reputation for merit-based
 * tokenomics", 2022). For each member the places are kept where walks pass first.
 */
final class Walks {
    static final int NOBODY = -1;

    private static final int COUNT_LEAST = 1 << 12;
    private static final int COUNT_MOST = 1 << 21;
    private static final int ROOM_MORE = 4;
    private static final int[] NOWHERE = {};

    private final Words words;
    private final Tuning tuning;
    private final long seed;
    private final int[] trusted;
    private final boolean[] isTrusted;
    private final int length;
    private final int[] members;

    /** Of each place: where it stands in {@link #first} of its member, or {@link #NOBODY} if it isn't that member's first. */
    private final int[] listed;

    private int[][] first;
    private int[] counts;

    /** Of all members but the trusted: how many walks pass, added up, and the squares of that. */
    private long passes;

    private long squares;

    Walks(Words words, Tuning tuning, long seed, int[] trusted) {
        this.words = words;
        this.tuning = tuning;
        this.seed = seed;
        this.trusted = trusted;
        isTrusted = new boolean[words.members()];
        for (int member : trusted) isTrusted[member] = true;
        length = tuning.steps() + 1;
        first = new int[words.members()][];
        Arrays.fill(first, NOWHERE);
        counts = new int[words.members()];
        int walks = trusted.length == 0 ? 0 : count(words.members(), tuning);
        members = new int[walks * length];
        listed = new int[members.length];
        Arrays.fill(members, NOBODY);
        Arrays.fill(listed, NOBODY);
        for (int walk = 0; walk < walks; walk++) {
            int start = walk * length;
            put(start, start, trusted[walk % trusted.length]);
            goOn(start, start);
        }
    }

    /** A power of two, so that it seldom changes while a community grows. */
    static int count(int members, Tuning tuning) {
        long wanted = (long) members * tuning.walksPerMember();
        int count = COUNT_LEAST;
        while (count < wanted && count < COUNT_MOST) count <<= 1;
        return count;
    }

    /** Makes room for a member; false if there ought to be more walks then. */
    boolean know(int member) {
        if (member < counts.length) return true;
        if (trusted.length > 0 && count(member + 1, tuning) * length != members.length) return false;
        int room = Math.max(member + 1, counts.length + (counts.length >> 1));
        int before = first.length;
        first = Arrays.copyOf(first, room);
        Arrays.fill(first, before, room, NOWHERE);
        counts = Arrays.copyOf(counts, room);
        return true;
    }

    boolean isTrusted(int member) {
        return member < isTrusted.length && isTrusted[member];
    }

    /** How many walks pass this member. */
    int passing(int member) {
        return counts[member];
    }

    int placesOfAWalk() {
        return length;
    }

    /** Where the walk begins that this is a place of. */
    int start(int place) {
        return place - place % length;
    }

    int member(int place) {
        return members[place];
    }

    /** Whether the walk that this is a place of hasn't passed its member before. */
    boolean isFirst(int place) {
        return listed[place] != NOBODY;
    }

    /** Tells of each walk that passes this member, at which place it does so first; in no order that means anything. */
    void eachPassing(int member, IntConsumer place) {
        int[] places = first[member];
        for (int index = 0; index < counts[member]; index++) place.accept(places[index]);
    }

    long passes() {
        return passes;
    }

    long squares() {
        return squares;
    }

    /** Leads the walks that pass this member another way, where what the member says now makes them go another. */
    void mend(int member) {
        // The list is left as it is meanwhile: this member's first place in a walk stays.
        for (int index = 0; index < counts[member]; index++) {
            int firstPlace = first[member][index];
            int start = start(firstPlace);
            for (int place = firstPlace; place < start + length - 1 && members[place] != NOBODY; place++) {
                if (members[place] != member) continue;
                int next = next(start, place);
                if (next == members[place + 1]) continue;
                cut(start, place + 1);
                if (next != NOBODY) {
                    put(start, place + 1, next);
                    goOn(start, place + 1);
                }
                break;
            }
        }
    }

    private void goOn(int start, int from) {
        for (int place = from; place < start + length - 1; place++) {
            int next = next(start, place);
            if (next == NOBODY) return;
            put(start, place + 1, next);
        }
    }

    /** Where the walk goes from this place. */
    private int next(int start, int place) {
        int member = members[place];
        double[] sums = words.sums(member);
        if (sums.length == 0) return NOBODY;
        double all = sums[sums.length - 1];
        double goesOn = tuning.transitivity() * all / (all + tuning.reserve());
        double drawn = uniform(start / length, place - start);
        if (drawn >= goesOn) return NOBODY;
        double target = drawn / goesOn * all;
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > target) high = middle;
            else low = middle + 1;
        }
        return words.by(member)[low].of;
    }

    /** SplitMix64 (Steele, Lea, Flood 2014) of the walk and the step: 0 to 1, without 1. */
    private double uniform(int walk, int step) {
        long mixed = seed + 0x9E3779B97F4A7C15L * (((long) walk << 8) + step + 1);
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        return (mixed >>> 11) * 0x1p-53;
    }

    private void put(int start, int place, int member) {
        members[place] = member;
        for (int before = start; before < place; before++) if (members[before] == member) return;
        int count = counts[member];
        int[] places = first[member];
        if (count == places.length) places = Arrays.copyOf(places, count + ROOM_MORE + (count >> 1));
        places[count] = place;
        first[member] = places;
        listed[place] = count;
        recount(member, count + 1);
    }

    private void cut(int start, int from) {
        for (int place = from; place < start + length && members[place] != NOBODY; place++) {
            int member = members[place];
            members[place] = NOBODY;
            if (listed[place] == NOBODY) continue;
            int last = counts[member] - 1;
            int moved = first[member][last];
            first[member][listed[place]] = moved;
            listed[moved] = listed[place];
            listed[place] = NOBODY;
            recount(member, last);
        }
    }

    private void recount(int member, int count) {
        if (!isTrusted(member)) {
            passes += count - counts[member];
            squares += (long) count * count - (long) counts[member] * counts[member];
        }
        counts[member] = count;
    }
}
