package io.tummler.matching.matchmakers;

import java.util.Arrays;
import java.util.BitSet;

/** Places on a {@link Shelf}, each once, in no order. */
final class Slots {
    private static final int[] NONE = {};

    private int[] slots = NONE;
    private int count;

    void add(int slot) {
        // By a quarter, for there are very many of these and most never grow again.
        if (count == slots.length) slots = Arrays.copyOf(slots, count + Math.max(1, count / 4));
        slots[count++] = slot;
    }

    void remove(int slot) {
        for (int i = 0; i < count; i++)
            if (slots[i] == slot) {
                slots[i] = slots[--count];
                break;
            }
        if (count < slots.length / 2) slots = Arrays.copyOf(slots, count);
    }

    int count() {
        return count;
    }

    void addTo(BitSet set) {
        for (int i = 0; i < count; i++) set.set(slots[i]);
    }

    /** The last of them, taken out. */
    int takeLast() {
        return slots[--count];
    }
}
