package io.tummler.credit;

/**
 * Where the book of a community ends.
 *
 * @param size how many entries there are
 * @param hash the last of their chain, {@link Hash#ZERO} before the first
 * @param peaks of the Merkle tree over them, as {@link Frontier} writes them
 */
record Head(long size, Hash hash, String peaks) {
    static final Head NEW = new Head(0, Hash.ZERO, "");
}
