package io.tummler.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for the circles that serve the most members, each member in one at most. To choose sets of three so that none
 * share a member is NP-hard (Karp 1972, Reducibility Among Combinatorial Problems), so this takes the best ones
 * greedily and improves them by exchange: a circle through a member who has none goes in, those in its way come out,
 * and whoever these leave alone is served again by what is free. What serves fewer is kept now and then, ever more
 * rarely (Kirkpatrick, Gelatt, Vecchi 1983, Optimization by Simulated Annealing): the ways to more lead over fewer.
 */
final class PackingSearch {
    private static final long STEPS_OF_MEMBER = 60;
    /** Of the first two thousand members each is worth more steps: where there are few, one more served is much. */
    private static final long MORE_STEPS = 600;

    private static final int FIRST = 2_000;
    private static final long STEPS_MOST = 8_000_000;
    /** So many served members fewer are taken with the chance 1/e, at first; at last, none. */
    private static final double WARMTH = .6;
    /** How often the greater weakest link is looked for among those that serve as many. */
    private static final int PASSES = 3;

    /** So many circles through one member are tried for a better packing, ... */
    private static final int BRANCHES = 12;
    /** ... and so many through each whom that leaves alone, so often. */
    private static final int DEPTH = 1;
    /** ... and so many in all. */
    private static final int TRIES = 60;

    private final Packing packing;
    private final IntFunction<List<Circle>> through;
    private final SplittableRandom chance;
    private int tries;

    /** @param through the circles through a member, the best first, always the same ones */
    PackingSearch(Packing packing, IntFunction<List<Circle>> through, long seed) {
        this.packing = packing;
        this.through = through;
        this.chance = new SplittableRandom(seed);
    }

    /** The best packing found of all circles in this exchange; the same for the same links and seed. */
    static Packing pack(Exchange exchange, long seed) {
        return pack(
                IntStream.range(0, exchange.members())
                        .mapToObj(exchange::through)
                        .toList(),
                seed);
    }

    /**
     * The best packing found, never one that serves fewer than the greedy one.
     *
     * @param circles those through each member, the best first
     */
    static Packing pack(List<List<Circle>> circles, long seed) {
        Packing packing = greedy(circles.stream().flatMap(List::stream));
        List<Circle> greedy = packing.circles();
        int served = packing.served();
        int members = circles.size();
        long steps = Math.min(STEPS_MOST, STEPS_OF_MEMBER * members + MORE_STEPS * Math.min(FIRST, members));
        new PackingSearch(packing, circles::get, seed).anneal(members, steps);
        if (packing.served() < served) packing = greedy(greedy.stream());
        new PackingSearch(packing, circles::get, seed).strengthen(members);
        return packing;
    }

    /** One circle after the other, the best first, wherever its members are free. */
    static Packing greedy(Stream<Circle> circles) {
        var packing = new Packing();
        circles.sorted(Circle.BEST_FIRST).filter(packing::isFree).forEachOrdered(packing::put);
        return packing;
    }

    /** A change of the packing: what came in, the first of them for its own sake, and what went out for it. */
    private record Move(List<Circle> added, List<Circle> dropped) {
        /** How many more are served by it, less than 0 for fewer. */
        int gain() {
            return members(added) - members(dropped);
        }

        private static int members(List<Circle> circles) {
            int members = 0;
            for (Circle circle : circles) members += circle.size();
            return members;
        }
    }

    /** Puts a circle in, takes out what is in its way, and serves those again whom this leaves alone. */
    private Move exchange(Circle circle) {
        var move = new Move(new ArrayList<>(4), new ArrayList<>(3));
        for (int i = 0; i < circle.size(); i++)
            packing.of(circle.member(i)).ifPresent(old -> {
                packing.drop(old);
                move.dropped.add(old);
            });
        packing.put(circle);
        move.added.add(circle);
        for (Circle old : move.dropped)
            for (int i = 0; i < old.size(); i++) serve(old.member(i)).ifPresent(move.added::add);
        return move;
    }

    private void takeBack(Move move) {
        move.added.forEach(packing::drop);
        move.dropped.forEach(packing::put);
    }

    /** By the best circle whose members are all free, if there is one and this member has none. */
    private Optional<Circle> serve(int member) {
        if (!packing.isFree(member)) return Optional.empty();
        for (Circle circle : through.apply(member))
            if (packing.isFree(circle)) {
                packing.put(circle);
                return Optional.of(circle);
            }
        return Optional.empty();
    }

    private void anneal(int members, long steps) {
        var waiting = new Waiting();
        for (int member = 0; member < members; member++)
            if (packing.isFree(member) && !through.apply(member).isEmpty()) waiting.add(member);
        for (long step = 0; step < steps && waiting.size > 0; step++) {
            int place = chance.nextInt(waiting.size);
            int member = waiting.members[place];
            if (!packing.isFree(member)) {
                waiting.remove(place);
                continue;
            }
            List<Circle> own = through.apply(member);
            Move move = exchange(own.get(chance.nextInt(own.size())));
            if (!isTaken(move.gain(), WARMTH * (1 - (double) step / steps))) takeBack(move);
            for (Circle circle : move.dropped)
                for (int i = 0; i < circle.size(); i++)
                    if (packing.isFree(circle.member(i))) waiting.add(circle.member(i));
        }
    }

    private boolean isTaken(int gain, double warmth) {
        return gain >= 0 || chance.nextDouble() < StrictMath.exp(gain / warmth);
    }

    /**
     * Serves those of these members who are alone, and looks whether a circle through one of them, in place of others,
     * serves more. What serves only as many is left as it is, so that plans do not change for nothing.
     */
    void improve(Collection<Integer> members) {
        members.forEach(this::serve);
        tries = TRIES;
        for (int member : members) gains(member, 0, DEPTH);
    }

    /** Whether an exchange that begins with this member served more than so many more; else nothing has changed. */
    private boolean gains(int member, int owed, int depth) {
        List<Circle> own = through.apply(member);
        for (Circle circle : own.subList(0, Math.min(BRANCHES, own.size()))) {
            if (packing.of(member).filter(circle::equals).isPresent()) continue;
            if (tries-- <= 0) return false;
            Move move = exchange(circle);
            if (move.gain() > owed) return true;
            if (depth > 0 && servesMore(move, owed - move.gain(), depth - 1)) return true;
            takeBack(move);
        }
        return false;
    }

    private boolean servesMore(Move move, int owed, int depth) {
        for (Circle circle : move.dropped)
            for (int i = 0; i < circle.size(); i++)
                if (packing.isFree(circle.member(i)) && gains(circle.member(i), owed, depth)) return true;
        return false;
    }

    /** Those in no circle, and some who are in one by now, in no order. */
    private static final class Waiting {
        private final BitSet known = new BitSet();
        private int[] members = new int[16];
        private int size;

        void add(int member) {
            if (known.get(member)) return;
            known.set(member);
            if (size == members.length) members = Arrays.copyOf(members, 2 * size);
            members[size++] = member;
        }

        void remove(int place) {
            known.clear(members[place]);
            members[place] = members[--size];
        }
    }

    /** Of circles that serve as many, and need nobody who is in another, the one with the greater weakest link. */
    private void strengthen(int members) {
        for (int pass = 0; pass < PASSES; pass++)
            for (int member = 0; member < members; member++) {
                // It is itself among those that can take its place.
                packing.of(member).ifPresent(packing::drop);
                serve(member);
            }
    }
}
