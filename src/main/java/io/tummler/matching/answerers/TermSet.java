package io.tummler.matching.answerers;

/** A set of numbers other than 0 that takes no more when it is full. */
final class TermSet {
    private static final int MOST_SLOTS = 4_096;

    private long[] slots = new long[8];
    private int size;

    /** Whether it is new; what finds no room isn't. */
    boolean add(long number) {
        int mask = slots.length - 1;
        int slot = (int) number & mask;
        while (slots[slot] != 0) {
            if (slots[slot] == number) return false;
            slot = slot + 1 & mask;
        }
        if ((size + 1) * 3 > slots.length * 2) return grow() && add(number);
        slots[slot] = number;
        size++;
        return true;
    }

    private boolean grow() {
        if (slots.length >= MOST_SLOTS) return false;
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        for (long number : old) if (number != 0) add(number);
        return true;
    }
}
