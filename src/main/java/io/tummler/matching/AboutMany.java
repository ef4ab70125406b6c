package io.tummler.matching;

import java.util.stream.IntStream;

/**
 * A number of members so coarse that one who comes or goes does not show in it, but where it crosses a step; and below the
 * first step there may be nobody.
 */
final class AboutMany {
    private static final int[] STEPS = {5, 10, 20, 50, 100};

    private AboutMany() {}

    /** The greatest step that is reached, 0 for none. */
    static int of(int members) {
        return IntStream.of(STEPS).filter(step -> step <= members).max().orElse(0);
    }
}
