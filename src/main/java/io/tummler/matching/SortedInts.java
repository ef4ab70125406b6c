package io.tummler.matching;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Numbers in ascending order, each as often as it was added. */
final class SortedInts {
    private static final int LEAST_ROOM = 4;

    private int[] values = {};
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return values[index];
    }

    IntStream distinct() {
        return Arrays.stream(values, 0, size).distinct();
    }

    void forEach(IntConsumer each) {
        for (int i = 0; i < size; i++) each.accept(values[i]);
    }

    /** Where the first of this value stands, or would. */
    int indexOf(int value) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    boolean contains(int value) {
        int index = indexOf(value);
        return index < size && values[index] == value;
    }

    void insert(int index, int value) {
        if (size == values.length) values = Arrays.copyOf(values, Math.max(LEAST_ROOM, size + size / 2));
        System.arraycopy(values, index, values, index + 1, size - index);
        values[index] = value;
        size++;
    }

    void add(int value) {
        insert(indexOf(value), value);
    }

    void removeAt(int index) {
        size--;
        System.arraycopy(values, index + 1, values, index, size - index);
        if (size < values.length / 4) values = Arrays.copyOf(values, size);
    }

    /** Removes it once; it must be there. */
    void remove(int value) {
        removeAt(indexOf(value));
    }
}
