package io.tummler.credit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The right edge of a Merkle tree that grows: the roots of the perfect trees that it is made of, the largest first, as many
 * as its size has bits that are one. They are all that is needed to add a leaf and to tell the root.
 */
final class Frontier {
    /** How many of one level a tile spans, and its logarithm. */
    static final int TILE = 256;

    private static final int TILE_BITS = 8;

    private final List<Hash> peaks;
    private long size;

    /**
     * A perfect tree within the whole one that is complete, and so never changes again.
     *
     * @param level it has 256 to the power of this many leaves, from 1
     * @param number how many of its level stand to its left
     */
    record Tile(int level, long number, Hash root) {}

    private Frontier(long size, List<Hash> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    static Frontier empty() {
        return new Frontier(0, new ArrayList<>());
    }

    /** @throws IllegalArgumentException when these are not the peaks of a tree of this size */
    static Frontier parse(long size, String peaks) {
        int digits = 2 * Hash.BYTES;
        if (peaks.length() != Long.bitCount(size) * digits)
            throw new IllegalArgumentException("a tree of %d has not these peaks: %s".formatted(size, peaks));
        List<Hash> parsed = new ArrayList<>();
        for (int at = 0; at < peaks.length(); at += digits) parsed.add(Hash.parse(peaks.substring(at, at + digits)));
        return new Frontier(size, parsed);
    }

    long size() {
        return size;
    }

    /** @return the tiles that this completes: mostly none, and one of each level at most */
    List<Tile> add(Hash leaf) {
        size++;
        Hash root = leaf;
        List<Tile> tiles = List.of();
        int height = 0;
        for (; (size >>> height & 1) == 0; height++) {
            tiles = withTile(tiles, height, root);
            root = Hash.ofNode(peaks.removeLast(), root);
        }
        peaks.add(root);
        return withTile(tiles, height, root);
    }

    private List<Tile> withTile(List<Tile> tiles, int height, Hash root) {
        if (height == 0 || height % TILE_BITS != 0) return tiles;
        List<Tile> more = new ArrayList<>(tiles);
        more.add(new Tile(height / TILE_BITS, (size >>> height) - 1, root));
        return more;
    }

    /** The Merkle tree hash of RFC 9162, section 2.1.1, of all leaves so far. */
    Hash root() {
        if (peaks.isEmpty()) return Hash.ofNothing();
        Hash root = peaks.getLast();
        for (int at = peaks.size() - 2; at >= 0; at--) root = Hash.ofNode(peaks.get(at), root);
        return root;
    }

    /** As {@link #parse} takes it. */
    @Override
    public String toString() {
        return peaks.stream().map(Hash::toString).collect(Collectors.joining());
    }
}
