package io.tummler.matching.matchmakers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFormsTest {
    @ParameterizedTest
    @CsvSource({
        "bikes,bike",
        "fixing,fixed",
        "baking,bakes",
        "baked,bake",
        "running,runs",
        "studies,study",
        "classes,class",
        "boxes,box",
        "teaching,teach",
        "repairs,repaired",
        "stories,story"
    })
    void forms_of_a_word_meet(String one, String other) {
        assertThat(Words.stem(one)).isEqualTo(Words.stem(other));
    }

    @ParameterizedTest
    @CsvSource({"sing,s", "red,r", "bus,bu", "string,str", "chess,che", "need,ne"})
    void short_words_stay_themselves(String word, String cut) {
        assertThat(Words.stem(word)).isNotEqualTo(cut).isEqualTo(word);
    }
}
