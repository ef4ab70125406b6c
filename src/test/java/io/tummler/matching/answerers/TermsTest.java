package io.tummler.matching.answerers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {
    @ParameterizedTest
    @CsvSource({
        "baking,bak",
        "baked,bak",
        "bakes,bak",
        "bake,bak",
        "king,king",
        "glass,glass",
        "bikes,bik",
        "use,use",
        "it's,it'"
    })
    void words_lose_their_endings(String word, String stem) {
        assertThat(Terms.stem(word)).isEqualTo(stem);
    }

    @Test
    void parts_of_a_name_count_beside_the_whole() {
        assertThat(Terms.of("HttpClient.readLine(x)"))
                .containsExactly("httpclient", "http", "client", "readlin", "read", "lin");
    }

    @Test
    void a_link_counts_by_its_path_and_a_mention_not_at_all() {
        assertThat(Terms.of("see https://example.org/bread/rye @ada.b <@!123>"))
                .containsExactly("see", "exampl", "org", "bread", "rye");
    }

    @Test
    void letters_of_all_scripts_are_words_and_signs_are_none() {
        assertThat(Terms.of("Über 🦆 хлеб 麺包!")).containsExactly("über", "хлеб", "麺包");
    }

    @Test
    void a_long_text_is_not_read_to_its_end() {
        assertThat(Terms.of("ab ".repeat(10_000))).hasSizeLessThan(410);
    }
}
