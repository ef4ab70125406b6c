package io.tummler.matching.matchmakers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I can fix your bike in the evening | ENGLISH
            someone to hold my rope | ENGLISH
            Sourdough baking | ENGLISH
            Ich repariere Fahrräder | GERMAN
            wer hat eine Bohrmaschine | GERMAN
            Brot kochen lernen | GERMAN
            Steuererklärung | GERMAN
            Arreglo bicicletas por las tardes | SPANISH
            Enseño yoga | SPANISH
            ¿Alguien? | SPANISH
            clases de guitarra | SPANISH
            Je répare les vélos dans mon garage | OTHER
            Riparo le biciclette nel mio garage | OTHER
            Conserto bicicletas, não cobro muito | OTHER
            Ik zoek hulp bij het repareren van mijn fiets | OTHER
            Jag kan laga cyklar och behöver hjälp | OTHER
            Szukam pomocy przy rowerze | OTHER
            Bisiklet için yardım istiyorum | OTHER
            自転車の修理 | OTHER
            Ремонт велосипедов | OTHER
            """)
    void a_text_is_told_by_its_small_words_letters_and_endings(String text, Language language) {
        assertThat(Language.of(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "🚲", "12:30", "Scrabble", "in", "no", "Pasta", "Kletterpartner"})
    void where_nothing_tells_nothing_is_decided(String text) {
        assertThat(Language.of(text)).isEqualTo(Language.UNDECIDED);
    }

    @ParameterizedTest
    @CsvSource({"Ich kann Gitarre, true", "Kochen lernen, false", "Bücher, false", "Teach dancing, false"})
    void endings_alone_make_a_guess_that_is_not_sure(String text, boolean sure) {
        assertThat(Language.guess(text).sure()).isEqualTo(sure);
    }
}
