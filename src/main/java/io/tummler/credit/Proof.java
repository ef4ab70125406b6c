package io.tummler.credit;

import java.util.ArrayList;
import java.util.List;

/**
 * That a leaf stands in a Merkle tree at its place: an inclusion proof as of RFC 9162, section 2.1.3.
 *
 * @param index of the leaf, from 0
 * @param size of the tree, in leaves
 * @param path the hashes beside the way from the leaf up to the root, from below; about log2 of the size
 */
record Proof(long index, long size, List<Hash> path) {
    /** What a proof is made of. */
    interface Tiles {
        /**
         * @param level 0 for leaves, and from 1 for the roots of {@link Frontier.Tile tiles}
         * @param first of its level, from 0
         * @param count 256 at most
         * @return exactly these, all of them in the tree
         */
        List<Hash> hashes(int level, long first, int count);
    }

    Proof {
        path = List.copyOf(path);
        if (index < 0 || index >= size)
            throw new IllegalArgumentException("no leaf %d in a tree of %d".formatted(index, size));
    }

    /** PATH of section 2.1.3.1, of a tree as it was at this size, however much it has grown. */
    static Proof of(long index, long size, Tiles tiles) {
        List<Hash> path = new ArrayList<>();
        long first = 0;
        long count = size;
        while (count > 1) {
            long left = leftOf(count);
            if (index - first < left) {
                path.addFirst(root(first + left, count - left, tiles));
                count = left;
            } else {
                path.addFirst(root(first, left, tiles));
                first += left;
                count -= left;
            }
        }
        return new Proof(index, size, path);
    }

    /** The largest power of two below it. */
    private static long leftOf(long count) {
        return Long.highestOneBit(count - 1);
    }

    private static Hash root(long first, long count, Tiles tiles) {
        if (Long.bitCount(count) == 1) return perfect(first, count, tiles);
        long left = leftOf(count);
        return Hash.ofNode(perfect(first, left, tiles), root(first + left, count - left, tiles));
    }

    private static Hash perfect(long first, long count, Tiles tiles) {
        int level = 0;
        long of = first;
        long left = count;
        for (; left >= Frontier.TILE; left /= Frontier.TILE, of /= Frontier.TILE) level++;
        return Hash.ofPerfect(tiles.hashes(level, of, (int) left));
    }

    /** Whether it proves that this leaf stands there in the tree with this root: section 2.1.3.2. */
    boolean proves(Hash leaf, Hash root) {
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash beside : path) {
            if (last == 0) return false;
            if ((node & 1) == 1 || node == last) {
                hash = Hash.ofNode(beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else hash = Hash.ofNode(hash, beside);
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
