package io.tummler.api;

import java.util.UUID;

/** A need or an offer. */
public record StatementId(UUID value) implements Comparable<StatementId> {
    public static StatementId of(String text) {
        return new StatementId(UUID.fromString(text));
    }

    @Override
    public int compareTo(StatementId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
