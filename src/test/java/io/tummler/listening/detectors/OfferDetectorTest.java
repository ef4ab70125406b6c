package io.tummler.listening.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.SignalDetector.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferDetectorTest {
    private static final double SURE = .7;
    private final OfferDetector detector = new OfferDetector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If anyone needs help with tax returns, ping me | tax returns",
                "if anybody needs a van this weekend. I have one, just ask | a van this weekend",
                "I can teach beginners to knit | teach beginners to knit",
                "Happy to mentor people who start with Rust :) | mentor people who start with Rust",
                "I'm happy to help anyone with their CV | their CV",
                "I'd love to teach Spanish for an hour a week | teach Spanish for an hour a week",
                "I'm giving away two boxes of Lego | two boxes of Lego",
                "Offering free maths tutoring on Mondays | free maths tutoring on Mondays",
                "Feel free to ask me anything about beekeeping | beekeeping",
                "I have a spare bike rack, if someone wants it | a spare bike rack",
                "Ich helfe gerne bei Umzügen | Umzügen",
                "Falls jemand Hilfe bei Mathe braucht, meldet euch | Mathe",
                "Puedo ayudar con trámites | trámites",
                "Si alguien necesita clases de guitarra, avísame | clases de guitarra",
            })
    void an_offer_is_cut_down_to_what_is_offered(String said, String wording) {
        assertThat(Said.alone(detector, said)).isInstanceOfSatisfying(Finding.Offer.class, offer -> {
            assertThat(offer.wording()).isEqualTo(wording);
            assertThat(offer.confidence()).isBetween(SURE, 1d);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I can offer no opinion on that",
                "I offer my apologies",
                "I'm not sure if I can help with that",
                "I can't help with plumbing",
                "I'm happy to hear that",
                "happy to switch to another branch if that helps",
                "if anyone needs the loo, it's upstairs",
                "if anyone wants to take a look at my PR let me know",
                "can I teach here?",
                "> I can teach beginners to knit",
                "`I can teach beginners to knit`",
                "you can offer help",
                "I could fix people if I wanted to",
                "I could help people if I only cared",
                "I can repair others",
                "I could help people if I wanted to",
                "",
            })
    void what_is_no_offer_is_left_alone(String said) {
        assertThat(confidence(Said.alone(detector, said))).isLessThan(SURE);
    }

    @Test
    void help_for_the_one_who_is_talked_with_is_no_offer_to_everybody() {
        var talk = new Said().by(Said.BEN, "my chain slips");
        assertThat(confidence(talk.then(detector, Said.ANA, "I can help with bike chains")))
                .isLessThan(SURE);
        assertThat(confidence(new Said().then(detector, Said.ANA, "I can help with bike chains", Said.BEN)))
                .isLessThan(SURE);
        assertThat(confidence(Said.alone(detector, "I can help with bike chains")))
                .isGreaterThanOrEqualTo(SURE);
    }

    @Test
    void an_offer_to_anyone_is_one_in_the_middle_of_a_conversation_too() {
        var talk = new Said().by(Said.BEN, "my chain slips");
        assertThat(confidence(talk.then(detector, Said.ANA, "I can help anyone with bike chains")))
                .isGreaterThanOrEqualTo(SURE);
    }

    private static double confidence(Finding found) {
        return found instanceof Finding.Offer offer ? offer.confidence() : 0;
    }
}
