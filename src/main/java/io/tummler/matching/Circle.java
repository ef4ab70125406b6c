package io.tummler.matching;

import java.util.Comparator;

/**
 * A swap of two members or a ring of three: each gets what they look for from the next, and the last from the first.
 * The smallest number stands first, so that one circle is one value.
 *
 * @param third {@link #NOBODY} in a swap
 * @param weakest the least score of its links, 0 to 1
 */
record Circle(int first, int second, int third, double weakest) {
    static final int NOBODY = -1;

    /** Which is to be preferred: the one that serves more, has the greater weakest link, has the smaller numbers. */
    static final Comparator<Circle> BEST_FIRST = Circle::compare;

    Circle {
        boolean isSwap = third == NOBODY;
        if (first < 0 || second <= first || (!isSwap && (third <= first || third == second)))
            throw new IllegalArgumentException(
                    "different members, the smallest first: " + first + ", " + second + ", " + third);
        if (!(weakest >= 0 && weakest <= 1)) throw new IllegalArgumentException("score must be 0 to 1: " + weakest);
    }

    static Circle swap(int one, int other, double weakest) {
        return new Circle(Math.min(one, other), Math.max(one, other), NOBODY, weakest);
    }

    /** Whoever is named gets from whom is named next. */
    static Circle ring(int one, int next, int last, double weakest) {
        if (one < next && one < last) return new Circle(one, next, last, weakest);
        return next < last ? new Circle(next, last, one, weakest) : new Circle(last, one, next, weakest);
    }

    boolean isSwap() {
        return third == NOBODY;
    }

    /** How many members it serves. */
    int size() {
        return isSwap() ? 2 : 3;
    }

    /** @param place 0 to {@link #size} - 1 */
    int member(int place) {
        return switch (place) {
            case 0 -> first;
            case 1 -> second;
            default -> third;
        };
    }

    boolean contains(int member) {
        return first == member || second == member || third == member;
    }

    /** By hand, since sorting is most of what it costs to find circles. */
    private static int compare(Circle one, Circle other) {
        if (one.isSwap() != other.isSwap()) return one.isSwap() ? 1 : -1;
        int order = Double.compare(other.weakest, one.weakest);
        if (order == 0) order = Integer.compare(one.first, other.first);
        if (order == 0) order = Integer.compare(one.second, other.second);
        return order == 0 ? Integer.compare(one.third, other.third) : order;
    }
}
