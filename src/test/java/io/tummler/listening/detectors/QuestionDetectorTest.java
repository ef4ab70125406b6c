package io.tummler.listening.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.SignalDetector.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionDetectorTest {
    private static final double SURE = .7;
    private final QuestionDetector detector = new QuestionDetector();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Does anyone know when the library opens?",
                "anyone here tried the new café",
                "How do I get a parking permit?",
                "hey all. what is a good height for a desk??",
                "where can I buy yeast on a Sunday？",
                "Weiß jemand, wann die Bücherei öffnet?",
                "¿Alguien sabe dónde comprar levadura?",
            })
    void a_question_to_everybody_is_found(String said) {
        assertThat(confidence(Said.alone(detector, said))).isGreaterThanOrEqualTo(SURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "really?",
                "what?",
                "how are you doing today?",
                "nice, isn't it?",
                "did you get home all right?",
                "that is how I do it",
                "who cares about the weather?",
                "> how do I get a parking permit?",
                "see https://example.org/search?q=how+do+i",
                "",
            })
    void what_asks_nobody_or_one_person_is_no_question_to_everybody(String said) {
        assertThat(confidence(Said.alone(detector, said))).isLessThan(SURE);
    }

    @Test
    void a_question_to_somebody_who_is_no_member_is_not_for_everybody() {
        String question = "Does anyone know how to prune roses?";
        assertThat(new Said().thenToAStranger(detector, Said.ANA, question)).isEqualTo(Finding.Nothing.NOTHING);
        assertThat(Said.alone(detector, question)).isEqualTo(new Finding.Question(question, .9));
    }

    @Test
    void a_question_to_somebody_is_not_to_everybody() {
        assertThat(new Said().then(detector, Said.ANA, "does anyone know when it opens?", Said.BEN))
                .isEqualTo(Finding.Nothing.NOTHING);
        assertThat(new Said().thenAnswering(detector, Said.BEN, Said.ANA, "how do I get there by bus?"))
                .isEqualTo(Finding.Nothing.NOTHING);
    }

    @Test
    void within_a_conversation_only_a_question_that_says_so_is_to_everybody() {
        var talk = new Said().by(Said.BEN, "just take the bus");
        assertThat(confidence(talk.then(detector, Said.ANA, "how do I get there by bus?")))
                .isLessThan(SURE);
        assertThat(confidence(talk.then(detector, Said.ANA, "does anyone know which bus?")))
                .isGreaterThanOrEqualTo(SURE);
    }

    private static double confidence(Finding found) {
        return found instanceof Finding.Question question ? question.confidence() : 0;
    }
}
