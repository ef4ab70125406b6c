package io.tummler.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Merkle trees as of RFC 9162, section 2.1, against its recursive definitions written down word by word. */
class MerkleTest {
    /** The leaves with which logs of Certificate Transparency are tested, and the roots over the first of them. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void known_leaves_have_the_roots_that_others_computed() {
        var frontier = Frontier.empty();
        assertThat(frontier.root()).hasToString(ROOTS.getFirst());
        for (int at = 0; at < LEAVES.size(); at++) {
            frontier.add(Hash.ofLeaf(HexFormat.of().parseHex(LEAVES.get(at))));
            assertThat(frontier.root()).hasToString(ROOTS.get(at + 1));
        }
    }

    @Property(tries = 60, seed = "8")
    void a_tree_that_grew_leaf_by_leaf_has_the_root_of_the_definition(@ForAll @IntRange(max = 1100) int size) {
        List<Hash> leaves = leaves(size);
        var frontier = Frontier.empty();
        for (Hash leaf : leaves) {
            frontier.add(leaf);
            // As between two transactions.
            frontier = Frontier.parse(frontier.size(), frontier.toString());
        }
        assertThat(frontier.root()).isEqualTo(root(leaves));
    }

    @Property(tries = 60, seed = "8")
    void tiles_are_the_roots_over_each_full_256(@ForAll @IntRange(max = 1100) int size) {
        List<Hash> leaves = leaves(size);
        var frontier = Frontier.empty();
        List<Hash> tiles = new ArrayList<>();
        for (Hash leaf : leaves)
            frontier.add(leaf).forEach(tile -> {
                assertThat(tile.level()).isEqualTo(1);
                assertThat(tile.number()).isEqualTo(tiles.size());
                tiles.add(tile.root());
            });
        assertThat(tiles)
                .containsExactlyElementsOf(IntStream.range(0, size / 256)
                        .mapToObj(at -> root(leaves.subList(at * 256, at * 256 + 256)))
                        .toList());
    }

    @Test
    void every_leaf_of_every_small_tree_has_the_path_of_the_definition_which_proves_it_and_no_other() {
        for (int size = 1; size <= 40; size++) {
            List<Hash> leaves = leaves(size);
            Hash root = root(leaves);
            for (int index = 0; index < size; index++) {
                Proof proof = Proof.of(index, size, tiles(leaves));
                assertThat(proof.path()).isEqualTo(path(index, leaves));
                for (int other = 0; other < size; other++)
                    assertThat(proof.proves(leaves.get(other), root)).isEqualTo(other == index);
                assertThat(proof.proves(leaves.get(index), Hash.ZERO)).isFalse();
            }
        }
    }

    @Property(tries = 40, seed = "8")
    void a_leaf_of_a_large_tree_is_proved_with_tiles_alone(
            @ForAll @IntRange(min = 1, max = 140_000) int size, @ForAll @IntRange(max = 139_999) int any) {
        int index = any % size;
        List<Hash> leaves = leaves(size);
        var frontier = Frontier.empty();
        leaves.forEach(frontier::add);
        Proof proof = Proof.of(index, size, tiles(leaves));
        assertThat(proof.path()).hasSizeLessThanOrEqualTo(18);
        assertThat(proof.proves(leaves.get(index), frontier.root())).isTrue();
        assertThat(proof.proves(Hash.ZERO, frontier.root())).isFalse();
    }

    @Property(tries = 40, seed = "8")
    void a_proof_with_one_hash_changed_moved_or_left_out_proves_nothing(
            @ForAll @IntRange(min = 2, max = 300) int size, @ForAll @IntRange(max = 299) int any) {
        int index = any % size;
        List<Hash> leaves = leaves(size);
        Proof proof = Proof.of(index, size, tiles(leaves));
        Hash leaf = leaves.get(index);
        Hash root = root(leaves);
        for (int at = 0; at < proof.path().size(); at++) {
            List<Hash> path = new ArrayList<>(proof.path());
            path.set(at, Hash.ZERO);
            assertThat(new Proof(index, size, path).proves(leaf, root)).isFalse();
            path.remove(at);
            assertThat(new Proof(index, size, path).proves(leaf, root)).isFalse();
        }
        Stream.of(index - 1, index + 1, size / 2)
                .filter(at -> at != index && at >= 0 && at < size)
                .forEach(at -> assertThat(new Proof(at, size, proof.path()).proves(leaf, root))
                        .isFalse());
    }

    @Test
    void what_is_no_hash_and_what_are_no_peaks_is_refused() {
        assertThatThrownBy(() -> Hash.parse("abc")).hasMessage("a hash has 64 hexadecimal digits: abc");
        assertThatThrownBy(() -> Frontier.parse(3, Hash.ZERO.toString())).hasMessageStartingWith("a tree of 3 has not");
        assertThatThrownBy(() -> new Proof(3, 3, List.of())).hasMessage("no leaf 3 in a tree of 3");
    }

    private static List<Hash> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(at -> Hash.ofLeaf("leaf " + at))
                .toList();
    }

    /** Section 2.1.1, over leaves that are hashed already. */
    private static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) return Hash.ofNothing();
        if (leaves.size() == 1) return leaves.getFirst();
        int left = left(leaves.size());
        return Hash.ofNode(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    /** Section 2.1.3.1. */
    private static List<Hash> path(int index, List<Hash> leaves) {
        if (leaves.size() == 1) return List.of();
        int left = left(leaves.size());
        List<Hash> lefts = leaves.subList(0, left);
        List<Hash> rights = leaves.subList(left, leaves.size());
        return index < left
                ? Stream.concat(path(index, lefts).stream(), Stream.of(root(rights)))
                        .toList()
                : Stream.concat(path(index - left, rights).stream(), Stream.of(root(lefts)))
                        .toList();
    }

    private static int left(int size) {
        int left = 1;
        while (left * 2 < size) left *= 2;
        return left;
    }

    /** As a database gives them. */
    private static Proof.Tiles tiles(List<Hash> leaves) {
        var frontier = Frontier.empty();
        var tiles = new TreeMap<Integer, List<Hash>>();
        tiles.put(0, leaves);
        for (Hash leaf : leaves)
            for (Frontier.Tile tile : frontier.add(leaf))
                tiles.computeIfAbsent(tile.level(), _ -> new ArrayList<>()).add(tile.root());
        return (level, first, count) -> {
            assertThat(count).isLessThanOrEqualTo(256);
            return tiles.get(level).subList((int) first, (int) first + count);
        };
    }
}
