package io.tummler.credit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * 32 bytes of SHA-256; prints as 64 hexadecimal digits. Hashes of a Merkle tree are those of RFC 9162, section 2.1.1: what
 * is hashed for a leaf begins with a byte 0 and for a node with a byte 1, so that neither can be taken for the other.
 */
final class Hash {
    static final int BYTES = 32;

    /** What a chain begins with. */
    static final Hash ZERO = new Hash(new byte[BYTES]);

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    static Hash ofNothing() {
        return new Hash(sha256().digest());
    }

    static Hash ofLeaf(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return new Hash(digest.digest(content));
    }

    static Hash ofLeaf(String content) {
        return ofLeaf(content.getBytes(UTF_8));
    }

    static Hash ofNode(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** The root over as many hashes as are a power of two. */
    static Hash ofPerfect(List<Hash> hashes) {
        if (hashes.size() == 1) return hashes.getFirst();
        int half = hashes.size() / 2;
        return ofNode(ofPerfect(hashes.subList(0, half)), ofPerfect(hashes.subList(half, hashes.size())));
    }

    /** The next of a chain of which this is the last. */
    Hash followedBy(Hash leaf) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        return new Hash(digest.digest(leaf.bytes));
    }

    /** @throws IllegalArgumentException when these are not 64 hexadecimal digits */
    static Hash parse(String hex) {
        if (hex.length() != 2 * BYTES) throw new IllegalArgumentException("a hash has 64 hexadecimal digits: " + hex);
        return new Hash(HEX.parseHex(hex));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HEX.formatHex(bytes);
    }
}
