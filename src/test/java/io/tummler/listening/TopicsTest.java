package io.tummler.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.Wording;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void a_question_is_cut_down_to_the_words_that_tell_what_it_is_about() {
        assertThat(Topics.of("Does anyone know how I can fix a slipping bicycle chain without a new cassette?"))
                .contains(new Wording("slipping, bicycle, chain, cassette"));
    }

    @Test
    void the_sentence_is_not_kept_however_long_it_is() {
        assertThat(Topics.of("alpha bravo charlie delta echo foxtrot golf hotel"))
                .contains(new Wording("alpha, bravo, charlie, delta, echo, foxtrot"));
    }

    @Test
    void a_question_that_tells_nothing_has_no_topics() {
        assertThat(Topics.of("What is this? And how about that?")).isEmpty();
        assertThat(Topics.of("")).isEmpty();
    }
}
