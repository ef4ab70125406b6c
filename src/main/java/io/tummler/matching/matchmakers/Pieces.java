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

    private static final int FACTOR = 31;

    private final byte[] lines;
    private final int[] starts;
    /** By hash: the number of a piece and 1 more, or 0 where there is none. A quarter at least is empty. */
    private final int[] slots;

    private final int longestLength;

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
        int longest = 0;
        for (int i = 0; i <= lines.length; i++) {
            if (i < lines.length && lines[i] != '\n') continue;
            if (id == count) throw new IllegalArgumentException("there are more than " + count + " pieces");
            starts[id] = start;
            int hash = 0;
            for (int j = start; j < i; j++) hash = hash * FACTOR + lines[j];
            int slot = mixed(hash) & slots.length - 1;
            while (slots[slot] != 0) slot = slot + 1 & slots.length - 1;
            slots[slot] = ++id;
            longest = Math.max(longest, i - start);
            start = i + 1;
        }
        if (id != count) throw new IllegalArgumentException("there are " + id + " pieces, not " + count);
        starts[count] = start;
        longestLength = longest;
    }

    /** These pieces, numbered from 0 in their order. */
    public static Pieces of(List<String> pieces) {
        return new Pieces(String.join("\n", pieces).getBytes(StandardCharsets.UTF_8), pieces.size());
    }

    /** The number of the piece with the bytes from one (inclusive) to the other (exclusive), or {@link #NONE}. */
    int id(byte[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) hash = hash * FACTOR + text[i];
        return id(hash, text, from, to);
    }

    /** The number of the longest piece that begins there and ends between the other two, or {@link #NONE}. */
    int longest(byte[] text, int from, int least, int most) {
        int longest = NONE;
        int hash = 0;
        int last = Math.min(most, from + longestLength);
        for (int i = from; i < last; i++) {
            hash = hash * FACTOR + text[i];
            if (i + 1 < least) continue;
            int id = id(hash, text, from, i + 1);
            if (id != NONE) longest = id;
        }
        return longest;
    }

    /** How many bytes the piece with that number has. */
    int length(int id) {
        return starts[id + 1] - 1 - starts[id];
    }

    private int id(int hash, byte[] text, int from, int to) {
        int slot = mixed(hash) & slots.length - 1;
        while (slots[slot] != 0) {
            int id = slots[slot] - 1;
            if (Arrays.equals(lines, starts[id], starts[id + 1] - 1, text, from, to)) return id;
            slot = slot + 1 & slots.length - 1;
        }
        return NONE;
    }

    private static int mixed(int hash) {
        int spread = hash * 0x9e3779b9;
        return spread ^ spread >>> 15;
    }
}
