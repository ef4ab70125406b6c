package io.tummler.listening.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.MemberId;
import io.tummler.api.SignalDetector.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThanksDetectorTest {
    private static final double SURE = .7;
    private final ThanksDetector detector = new ThanksDetector();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thanks <@2>!",
                "Thank you so much <@2>, that worked",
                "thx <@2> :)",
                "ty <@2>",
                "<@2> I really appreciate your help",
                "cheers <@2>",
                "kudos to <@2> for the map",
                "Thanks to <@2> for the map",
                "thank you to <@2>, that worked",
                "Thanks to @ben the build works",
                "thank youuu <@2>",
                "thanks <@2> for all the help",
                "Danke <@2>!",
                "vielen Dank <@2>",
                "¡Muchas gracias <@2>!",
                "merci <@2>",
            })
    void whoever_is_mentioned_is_thanked(String said) {
        assertThanked(new Said().then(detector, Said.ANA, said, Said.BEN), Said.BEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thanks in advance <@2>",
                "no thanks <@2>",
                "No, thank you <@2>",
                "thanks but no thanks <@2>",
                "thanks, Obama <@2>",
                "thanks for nothing <@2>",
                "thank god <@2> is here",
                "thanks to the new release it works <@2>",
                "I would appreciate that, <@2>",
                "happy thanksgiving <@2>",
                "nein danke <@2>",
                "no gracias <@2>",
                "danke im Voraus <@2>",
                "> thanks\nagreed <@2>",
                "`thanks` <@2>",
                "the merciless <@2>",
                "We should thank users who report bugs, <@2>",
                "thank yahoo for that, <@2>",
            })
    void thanks_that_are_none_thank_nobody(String said) {
        assertThat(new Said().by(Said.BEN, "hello").then(detector, Said.ANA, said, Said.BEN))
                .isEqualTo(Finding.Nothing.NOTHING);
    }

    @Test
    void thanks_at_the_end_of_a_request_are_thanks_in_advance() {
        var talk = new Said().by(Said.BEN, "hello");
        assertThat(talk.then(detector, Said.ANA, "how do I fix this? Thanks")).isEqualTo(Finding.Nothing.NOTHING);
        assertThat(talk.then(detector, Said.ANA, "please send me the list, thanks"))
                .isEqualTo(Finding.Nothing.NOTHING);
    }

    @Test
    void thanks_before_a_question_are_thanks() {
        var talk = new Said().by(Said.ANA, "where is it?").by(Said.BEN, "here", Said.ANA);
        assertThanked(talk.then(detector, Said.ANA, "Thanks! And how do I open it?"), Said.BEN);
    }

    @Test
    void whose_message_is_answered_is_thanked() {
        var talk = new Said().by(Said.BEN, "turn it off and on").by(Said.CEM, "or buy a new one");
        assertThanked(talk.thenAnswering(detector, Said.BEN, Said.ANA, "thanks, that worked"), Said.BEN);
    }

    @Test
    void who_last_spoke_to_the_thanker_is_thanked_rather_than_who_spoke_last() {
        var talk = new Said()
                .by(Said.ANA, "my chain slips")
                .answering(Said.ANA, Said.BEN, "check its length")
                .by(Said.CEM, "nice weather");
        assertThanked(talk.then(detector, Said.ANA, "thanks, I will"), Said.BEN);
    }

    @Test
    void the_only_other_who_is_heard_in_a_conversation_is_a_guess_for_others_may_have_helped() {
        var talk = new Said().by(Said.ANA, "my chain slips").by(Said.BEN, "check its length");
        assertThat(talk.then(detector, Said.ANA, "thanks, I will")).isEqualTo(new Finding.Thanks(Said.BEN, .6));
    }

    @Test
    void thanks_to_somebody_who_is_no_member_are_not_taken_for_thanks_to_another() {
        var talk = new Said().by(Said.ANA, "my chain slips").answering(Said.ANA, Said.BEN, "check its length");
        assertThat(talk.thenToAStranger(detector, Said.ANA, "thanks <@9>!")).isEqualTo(Finding.Nothing.NOTHING);
        assertThanked(talk.then(detector, Said.ANA, "thanks!"), Said.BEN);
    }

    @Test
    void who_spoke_last_among_many_is_a_guess() {
        var talk =
                new Said().by(Said.ANA, "my chain slips").by(Said.BEN, "hello").by(Said.CEM, "hello");
        assertThat(confidence(talk.then(detector, Said.ANA, "thanks"))).isLessThan(SURE);
    }

    @Test
    void thanks_to_all_are_to_nobody_in_particular() {
        var talk = new Said().by(Said.ANA, "my chain slips").by(Said.BEN, "check its length", Said.ANA);
        assertThat(confidence(talk.then(detector, Said.ANA, "thanks everyone"))).isLessThan(SURE);
    }

    @Test
    void nobody_thanks_oneself() {
        assertThat(new Said().then(detector, Said.ANA, "thanks <@1>", Said.ANA)).isEqualTo(Finding.Nothing.NOTHING);
        assertThat(Said.alone(detector, "thanks")).isEqualTo(Finding.Nothing.NOTHING);
    }

    private static void assertThanked(Finding found, MemberId whom) {
        assertThat(found).isInstanceOfSatisfying(Finding.Thanks.class, thanks -> {
            assertThat(thanks.to()).isEqualTo(whom);
            assertThat(thanks.confidence()).isBetween(SURE, 1d);
        });
    }

    private static double confidence(Finding found) {
        return found instanceof Finding.Thanks thanks ? thanks.confidence() : 0;
    }
}
