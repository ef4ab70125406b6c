package io.tummler.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Circles of which each member is in one at most. */
final class Packing {
    /** Stands where there is none, so that nothing has to be asked twice in the innermost loop; never handed out. */
    private static final Circle NONE = Circle.swap(0, 1, 0);

    private final BitSet served = new BitSet();
    private Circle[] circleOf = {};

    /** @throws IllegalArgumentException when one of its members is in another */
    void put(Circle circle) {
        if (!isFree(circle)) throw new IllegalArgumentException("a member of it is in another: " + circle);
        for (int i = 0; i < circle.size(); i++) {
            int member = circle.member(i);
            if (member >= circleOf.length) grow(member + 1);
            circleOf[member] = circle;
            served.set(member);
        }
    }

    private void grow(int least) {
        int known = circleOf.length;
        circleOf = Arrays.copyOf(circleOf, Math.max(least, known + known / 2));
        Arrays.fill(circleOf, known, circleOf.length, NONE);
    }

    /** It must be there. */
    void drop(Circle circle) {
        for (int i = 0; i < circle.size(); i++) {
            served.clear(circle.member(i));
            circleOf[circle.member(i)] = NONE;
        }
    }

    boolean isFree(int member) {
        return !served.get(member);
    }

    boolean isFree(Circle circle) {
        return isFree(circle.first()) && isFree(circle.second()) && (circle.isSwap() || isFree(circle.third()));
    }

    Optional<Circle> of(int member) {
        return isFree(member) ? Optional.empty() : Optional.of(circleOf[member]);
    }

    /** How many members are in a circle. */
    int served() {
        return served.cardinality();
    }

    /** By their smallest members. */
    List<Circle> circles() {
        List<Circle> circles = new ArrayList<>();
        served.stream()
                .filter(member -> circleOf[member].first() == member)
                .forEach(member -> circles.add(circleOf[member]));
        return circles;
    }
}
