package io.tummler.api;

import java.util.UUID;

/** The life of one match. */
public record IntroductionId(UUID value) implements Comparable<IntroductionId> {
    public static IntroductionId of(String text) {
        return new IntroductionId(UUID.fromString(text));
    }

    @Override
    public int compareTo(IntroductionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
