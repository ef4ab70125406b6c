package io.tummler.matching.matchmakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private static final List<String> PIECES = List.of(
            "bread", "bake", "b", "##ak", "##er", "##r", "un", "##bread", "ø", "cafe", "-", "車", "berry", "stop");

    @Test
    void a_word_is_cut_into_the_longest_known_pieces_from_the_left() {
        assertThat(cut("unbread baker")).containsExactly("un", "##bread", "bake", "##r");
        assertThat(cut("bakber")).isEmpty();
    }

    @Test
    void case_and_accents_make_no_difference_and_marks_and_cjk_characters_stand_alone() {
        assertThat(cut("CAFÉ-Bread自車ø")).containsExactly("cafe", "-", "bread", "車", "ø");
        assertThat(cut("bre\u200bad")).containsExactly("bread");
    }

    @Test
    void an_unknown_form_of_a_known_english_word_is_that_word() {
        assertThat(cut("berries baking breads stopped")).containsExactly("berry", "bake", "bread", "stop");
        assertThat(cut("berries baking", new WordPiece(Pieces.of(PIECES), false)))
                .isEmpty();
    }

    @Test
    void the_part_that_stands_in_whole_words_and_long_pieces_is_told() {
        var tokenizer = new WordPiece(Pieces.of(PIECES), true);
        assertThat(tokenizer.cut("bread -- unbread baker", piece -> {})).isCloseTo(10 / 17.0, within(1e-9));
        assertThat(tokenizer.cut("--", piece -> {})).isZero();
        assertThat(tokenizer.cut("x".repeat(101), piece -> {})).isZero();
    }

    @Property(tries = 200)
    void each_piece_is_found_under_its_number_and_no_other_is_found(
            @ForAll @UniqueElements @Size(min = 1, max = 300) List<@From("pieces") String> known,
            @ForAll @Size(max = 50) List<@From("pieces") String> asked) {
        Pieces pieces = Pieces.of(known);
        Map<String, Integer> expected = new HashMap<>();
        for (String piece : known) expected.put(piece, expected.size());
        var all = new ArrayList<>(known);
        all.addAll(asked);
        for (String piece : all) {
            byte[] bytes = ("<" + piece + ">").getBytes(StandardCharsets.UTF_8);
            assertThat(pieces.id(bytes, 1, bytes.length - 1)).isEqualTo(expected.getOrDefault(piece, Pieces.NONE));
        }
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.strings().withCharRange('a', 'e').ofMinLength(1).ofMaxLength(4);
    }

    @Test
    void a_wrong_number_of_pieces_is_refused() {
        byte[] three = "a\nb\nc".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> new Pieces(three, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pieces(three, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_no_table_or_ends_early_is_refused() {
        assertThatThrownBy(() -> WordVectors.read(new ByteArrayInputStream(new byte[100])))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> WordVectors.read(new ByteArrayInputStream(new byte[3])))
                .isInstanceOf(IOException.class);
    }

    private static List<String> cut(String text) {
        return cut(text, new WordPiece(Pieces.of(PIECES), true));
    }

    private static List<String> cut(String text, WordPiece tokenizer) {
        var found = new ArrayList<String>();
        tokenizer.cut(text, piece -> found.add(PIECES.get(piece)));
        return found;
    }
}
