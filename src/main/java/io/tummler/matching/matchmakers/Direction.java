package io.tummler.matching.matchmakers;

import java.util.Optional;

/**
 * Where a text's vector points, in whole numbers from -127 to 127, so that what is computed of it is the same on every
 * machine; nowhere, for a text that can't be read.
 */
final class Direction {
    static final Direction NOWHERE = new Direction(new byte[0], 0);

    private static final float MOST = 127;

    private final byte[] parts;
    /** The sum of the parts' squares. */
    private final int squares;

    private Direction(byte[] parts, int squares) {
        this.parts = parts;
        this.squares = squares;
    }

    static Direction of(Optional<float[]> vector) {
        return vector.map(Direction::of).orElse(NOWHERE);
    }

    private static Direction of(float[] vector) {
        float longest = 0;
        for (float part : vector) longest = Math.max(longest, Math.abs(part));
        if (!(longest > 0 && longest < Float.POSITIVE_INFINITY)) return NOWHERE;
        byte[] parts = new byte[vector.length];
        int squares = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (byte) Math.round(vector[i] / longest * MOST);
            squares += parts[i] * parts[i];
        }
        return new Direction(parts, squares);
    }

    boolean isKnown() {
        return squares > 0;
    }

    /** From -1 to 1, and exactly 1 with itself; 0 where one of them points nowhere. */
    double cosine(Direction other) {
        if (squares == 0 || other.squares == 0) return 0;
        int product = 0;
        for (int i = 0; i < parts.length; i++) product += parts[i] * other.parts[i];
        return product / Math.sqrt((double) squares * other.squares);
    }

    /** Of how many longs the sketch of a direction of so many dimensions consists. */
    static int sketchLength(int dimensions) {
        return (dimensions + Long.SIZE - 1) / Long.SIZE;
    }

    /** Writes which parts are above 0, a bit each: in the angle between two directions about so many bits differ. */
    void sketch(long[] to, int from) {
        int length = sketchLength(parts.length);
        for (int i = 0; i < length; i++) to[from + i] = 0;
        for (int i = 0; i < parts.length; i++) if (parts[i] > 0) to[from + i / Long.SIZE] |= 1L << i % Long.SIZE;
    }
}
