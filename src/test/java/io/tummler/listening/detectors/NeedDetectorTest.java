package io.tummler.listening.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.SignalDetector.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeedDetectorTest {
    private static final double SURE = .7;
    private final NeedDetector detector = new NeedDetector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "does anyone know how to fix a slipping bike chain? | how to fix a slipping bike chain",
                "Hi all! Anyone know of a good Spanish tutor? | a good Spanish tutor",
                "my oven died, can someone please help me with the wiring? thanks | the wiring",
                "Could anybody here help me to move a piano on Sunday? | move a piano on Sunday",
                "Can anyone recommend a dentist near the station? | recommend a dentist near the station",
                "I'm looking for someone to practise Italian with | someone to practise Italian with",
                "Hey folks, I need help with my tax return, it's a mess | my tax return",
                "We could use help with the harvest | the harvest",
                "Need help with a slipping chain | a slipping chain",
                "I need help with your recipe? | your recipe",
                "I really need someone who can look after my cat in May. | someone who can look after my cat in May",
                "Is there anyone who can teach me sourdough? | teach me sourdough",
                "does anyone have experience with heat pumps? | experience with heat pumps",
                "wondering if anyone could help with a broken zip :) | a broken zip",
                "any tips on repotting orchids? | tips on repotting orchids",
                "Kann mir jemand bei der Steuererklärung helfen? | der Steuererklärung",
                "Weiß jemand, wie man eine Fahrradkette kürzt? | wie man eine Fahrradkette kürzt",
                "Ich suche jemanden für ein Tandem Spanisch-Deutsch | jemanden für ein Tandem Spanisch-Deutsch",
                "¿Alguien sabe cómo podar un olivo? | cómo podar un olivo",
                "Necesito ayuda con la mudanza | la mudanza",
                "Is https://example.org/x up? does anyone know how to read a log? | how to read a log",
            })
    void a_need_is_cut_down_to_what_states_it(String said, String wording) {
        assertThat(Said.alone(detector, said)).isInstanceOfSatisfying(Finding.Need.class, need -> {
            assertThat(need.wording()).isEqualTo(wording);
            assertThat(need.confidence()).isBetween(SURE, 1d);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I need to go",
                "I need a coffee",
                "need for speed is a great game",
                "if you need help with taxes, ask her",
                "can anyone help?",
                "does anyone know?",
                "anyone know what that is?",
                "can someone help me with this?",
                "that's what I'm looking for",
                "how can anyone help with that kind of thing",
                "I don't need help with the move",
                "Please use guidance from the wiki page",
                "Need help with your taxes? DM me.",
                "Need help with taxes? We are open on Sundays.",
                "need help with your move, call 555",
                "he asked, but I doubt that anyone knows how to do it",
                "> does anyone know how to fix a bike?",
                "`does anyone know how to fix a bike?`",
                "```\ncan anyone help me with taxes\n```",
                "!ask does anyone know how to fix a bike",
                "does anyone know whether the shop is open?",
                "",
                "?????",
            })
    void what_is_no_need_is_left_alone(String said) {
        assertThat(confidence(Said.alone(detector, said))).isLessThan(SURE);
    }

    @Test
    void what_is_said_in_the_first_person_to_somebody_is_between_the_two() {
        Finding found = new Said().then(detector, Said.ANA, "no, I'm looking for a blue one", Said.BEN);
        assertThat(confidence(found)).isLessThan(SURE);
    }

    @Test
    void a_question_to_everybody_that_mentions_somebody_still_is_one() {
        Finding found =
                new Said().then(detector, Said.ANA, "<@1> and others: anyone know how to prune roses?", Said.BEN);
        assertThat(confidence(found)).isGreaterThanOrEqualTo(SURE);
    }

    @Test
    void a_long_need_is_cut_after_a_word() {
        String said = "can someone help me with " + "gardening ".repeat(60);
        assertThat(Said.alone(detector, said))
                .isInstanceOfSatisfying(
                        Finding.Need.class,
                        need -> assertThat(need.wording())
                                .hasSizeLessThanOrEqualTo(200)
                                .endsWith("gardening"));
    }

    @Test
    void the_surest_of_several_is_found() {
        assertThat(Said.alone(detector, "I'm looking for a drill. does anyone know how to mount a shelf?"))
                .isInstanceOfSatisfying(
                        Finding.Need.class, need -> assertThat(need.wording()).isEqualTo("how to mount a shelf"));
    }

    private static double confidence(Finding found) {
        return found instanceof Finding.Need need ? need.confidence() : 0;
    }
}
