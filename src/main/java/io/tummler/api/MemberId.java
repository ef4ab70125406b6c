package io.tummler.api;

import java.util.UUID;

/**
 * A member of one community, by Tummler's own id. The link from it to an account on a platform is one row, which
 * {@code /me forget} deletes. So what stays for others' sake, the ledger above all, keeps this id, and nothing by which a
 * platform would tell whose it was: of the message in which thanks were said, only a {@link Fingerprints fingerprint}.
 */
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
