package io.tummler.matching.matchmakers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            learn baking bread | bread baker | 2
            fixing my bikes | bike repair | 1
            studies of stories | a study and a story | 2
            Wer repariert mein Fahrrad | Ich repariere Fahrräder | 2
            alte Bücher gesucht | Altes Buch zu verschenken | 2
            Straße kehren | in den Strassen | 1
            Busco clases de guitarra | Doy una clase de guitarras | 2
            mi jardín tiene flores | la flor del jardin | 2
            mis peces enfermos | dos peces para la niña | 1
            naprawa roweru, od zaraz | szukam: naprawa kranu | 1
            """)
    void forms_of_a_word_meet_in_their_language(String one, String other, int shared) {
        Set<String> stems = Words.of(one).counts().keySet();
        assertThat(Words.of(other).counts().keySet().stream().filter(stems::contains))
                .hasSize(shared);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"how do I get what they want", "wie kann ich das nicht", "qué es lo que no tiene nadie", "!", ""
            })
    void small_words_of_each_language_tell_nothing(String text) {
        assertThat(Words.of(text).counts()).isEmpty();
        assertThat(Words.of(text).length()).isZero();
    }

    @Test
    void a_stem_is_shown_as_it_was_written_first() {
        Words words = Words.of("Ich nähe Röcke, auch einen Rock");
        assertThat(words.surface()).containsValues("nähe", "Röcke");
        assertThat(words.length()).isEqualTo(3);
    }

    @Test
    void marks_of_other_scripts_are_part_of_the_word() {
        assertThat(Words.of("साइकिल").counts()).containsOnlyKeys("साइकिल");
        assertThat(Words.of("йод").counts()).doesNotContainKey("иод");
    }
}
