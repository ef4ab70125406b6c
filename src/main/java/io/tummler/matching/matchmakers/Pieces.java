package io.tummler.matching.matchmakers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The words and pieces of words that a table has vectors for, each with a number. They stay the UTF-8 bytes that they
 * come as, found by a hash table with linear probing: a map of strings would hold ten times as much.
 */
public final class Pieces {
    /** What {@link #id} says of a piece that is not among these. */
    static final int NONE = -1;

    private final byte[] lines;
    private final int[] starts;
    /** By hash: the number of a piece and 1 more, or 0 where there is none. A quarter at least is empty. */
    private final int[] slots;

    /**
     * @param lines the pieces in UTF-8, one a line, none twice; the number of a piece is that of its line, from 0
     * @param count how many they are
     * @throws IllegalArgumentException where there are more or fewer
     */
    Pieces(byte[] lines, int count) {
        this.lines = lines;
        starts = new int[count + 1];
        slots = new int[Integer.highestOneBit(Math.max(1, count + count / 3)) * 2];
        int start = 0;
        int id = 0;
        for (int i = 0; i <= lines.length; i++) {
            if (i < lines.length && lines[i] != '\n') continue;
            if (id == count) throw new IllegalArgumentException("there are more than " + count + " pieces");
            starts[id] = start;
            int slot = hash(lines, start, i) & slots.length - 1;
            while (slots[slot] != 0) slot = slot + 1 & slots.length - 1;
            slots[slot] = ++id;
            start = i + 1;
        }
        if (id != count) throw new IllegalArgumentException("there are " + id + " pieces, not " + count);
        starts[count] = start;
    }

    /** These pieces, numbered from 0 in their order. */
    public static Pieces of(List<String> pieces) {
        return new Pieces(String.join("\n", pieces).getBytes(StandardCharsets.UTF_8), pieces.size());
    }

    /** The number of the piece with the bytes from one (inclusive) to the other (exclusive), or {@link #NONE}. */
    int id(byte[] text, int from, int to) {
        int slot = hash(text, from, to) & slots.length - 1;
        while (slots[slot] != 0) {
            int id = slots[slot] - 1;
            if (Arrays.equals(lines, starts[id], starts[id + 1] - 1, text, from, to)) return id;
            slot = slot + 1 & slots.length - 1;
        }
        return NONE;
    }

    private static int hash(byte[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) hash = hash * 31 + text[i];
        hash *= 0x9e3779b9;
        return hash ^ hash >>> 15;
    }
}
