package io.tummler.api;

import java.util.UUID;

/** A member of one community, by Tummler's own id. The only link from it to an account on a platform is one row that {@code /me forget} deletes, which is why ledger and introductions keep this id and no other. */
public record MemberId(UUID value) implements Comparable<MemberId> {
    public static MemberId of(String text) {
        return new MemberId(UUID.fromString(text));
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
