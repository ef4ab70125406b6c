package io.tummler.matching.matchmakers;

import io.tummler.api.Statement;

/** What the index knows of a statement. It is small, for there may be hundreds of thousands. */
final class Reading {
    private final Statement statement;
    private final Stem[] stems;
    private final Direction direction;
    /** Its place on the {@link Shelf} of its kind, while it stands there. */
    private int slot = -1;

    /** @param stems of its telling words, those that are the same next to each other */
    Reading(Statement statement, Stem[] stems, Direction direction) {
        this.statement = statement;
        this.stems = stems;
        this.direction = direction;
    }

    Statement statement() {
        return statement;
    }

    /** Of how many telling words it consists, repetitions included. */
    int length() {
        return stems.length;
    }

    Stem stem(int at) {
        return stems[at];
    }

    /** Whether the stem there is another than the one before it. */
    boolean isFirst(int at) {
        return at == 0 || stems[at - 1] != stems[at];
    }

    int count(Stem stem) {
        int count = 0;
        for (Stem one : stems) if (one == stem) count++;
        return count;
    }

    Direction direction() {
        return direction;
    }

    int slot() {
        return slot;
    }

    void putInto(int slot) {
        this.slot = slot;
    }
}
