package io.tummler.api;

import java.util.UUID;

/** A community (a Discord guild), by Tummler's own id. */
public record CommunityId(UUID value) implements Comparable<CommunityId> {
    public static CommunityId of(String text) {
        return new CommunityId(UUID.fromString(text));
    }

    @Override
    public int compareTo(CommunityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
