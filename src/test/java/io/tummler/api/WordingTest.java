package io.tummler.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    private static String tamed(String raw) {
        return Wording.parse(raw) instanceof Wording.Parsed.Good(Wording wording) ? wording.text() : "no wording";
    }

    @Test
    void four_thousand_combining_marks_are_no_words() {
        assertThat(Wording.parse("\u0301".repeat(4_000))).isEqualTo(new Wording.Parsed.Empty());
    }

    @Test
    void a_letter_keeps_at_most_two_marks_above_what_composes() {
        assertThat(tamed("e" + "\u0301".repeat(4_000))).isEqualTo("é\u0301\u0301");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r", "\u00A0\u2003", "\u200B\u200D\uFEFF", "\u202E", "...", "🚲", "\uE000"})
    void without_a_letter_or_a_digit_there_is_no_wording(String raw) {
        assertThat(Wording.parse(raw)).isEqualTo(new Wording.Parsed.Empty());
    }

    @ParameterizedTest
    @CsvSource({
        "'a\u202Eb', ab",
        "'a\u2066b\u2069', ab",
        "'a\u200Bb', ab",
        "'\uFEFFab', ab",
        "'a\u0000b', a b",
        "'\uE000123\uE001', 123",
    })
    void what_turns_text_around_or_hides_it_goes(String raw, String tamed) {
        assertThat(tamed(raw)).isEqualTo(tamed);
    }

    @Test
    void what_scripts_and_emoji_are_joined_by_stays() {
        assertThat(tamed("می\u200Cخواهم")).isEqualTo("می\u200Cخواهم");
        assertThat(tamed("for my 👩\u200D🌾")).isEqualTo("for my 👩\u200D🌾");
    }

    @Test
    void lines_become_one() {
        assertThat(tamed("  a loom\r\n\n\tand\u2028wool  ")).isEqualTo("a loom and wool");
    }

    @Test
    void the_length_that_counts_is_that_of_what_is_left() {
        assertThat(tamed("a".repeat(200) + " ".repeat(500))).hasSize(200);
        assertThat(Wording.parse("a".repeat(201))).isEqualTo(new Wording.Parsed.TooLong(201));
    }

    @Property(tries = 2_000, seed = "20260303")
    void whatever_is_typed_comes_out_tame(@ForAll String raw) {
        if (!(Wording.parse(raw) instanceof Wording.Parsed.Good(Wording wording))) return;
        String text = wording.text();
        assertThat(text).isEqualTo(text.strip()).doesNotContain("\n", "  ").hasSizeBetween(1, Wording.LENGTH_MAX);
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
        assertThat(tamed(text)).as("tamed again").isEqualTo(text);
    }
}
