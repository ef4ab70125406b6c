package io.tummler.listening.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tummler.api.SignalDetector;
import io.tummler.api.SignalDetector.Finding;
import io.tummler.api.Wording;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people type, detectors decide, soon, and what they cut out is a wording. */
class AnythingTypedTest {
    private static final List<SignalDetector> ALL =
            List.of(new NeedDetector(), new OfferDetector(), new ThanksDetector(), new QuestionDetector());

    @Property(tries = 300, seed = "20260301")
    void no_detector_ever_throws(@ForAll("messages") String text) {
        for (SignalDetector detector : ALL)
            assertDecided(new Said().by(Said.BEN, text).then(detector, Said.ANA, text));
    }

    @Provide
    Arbitrary<String> messages() {
        Arbitrary<String> piece = Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(12),
                Arbitraries.of(
                        "does anyone know ",
                        "can someone help me with ",
                        "if anyone needs ",
                        "ping me",
                        "I can teach ",
                        "thanks ",
                        "no ",
                        "\n",
                        "\r\n",
                        "> ",
                        ">>> ",
                        "`",
                        "```",
                        "<@123>",
                        "<",
                        "@",
                        "https://x.y/z ",
                        "? ",
                        ". ",
                        "…",
                        ", i ",
                        " - ",
                        "\0",
                        "\u0301\u0301\u0301",
                        "\uD83D",
                        "\u202E",
                        "ich kann bei ",
                        " helfen",
                        " braucht",
                        "¿alguien sabe cómo ",
                        "(",
                        "\\"));
        return piece.list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "a ",
                "\u0301",
                "\0",
                "?",
                "? ",
                "`",
                "```",
                "<",
                "<@",
                ">",
                ">\n",
                "@",
                "h",
                "http://",
                "i need ",
                "i need help ",
                "does anyone know how ",
                "if anyone needs ",
                "ich kann bei ",
                "falls jemand x ",
                ", ",
                ", i ",
                "- ",
                " -",
                "thanks ",
                "no ",
                "can anyone ",
                "i'm really ",
                "e\u0301\u0301\u0301",
                "\uD83D",
            })
    void four_thousand_characters_of_it_are_decided_at_once(String unit) {
        String flood = unit.repeat(4_000 / unit.length() + 1);
        // What backtracks does not end within minutes; a busy machine takes seconds for what does not.
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (String text :
                    List.of(flood, "can someone help me with " + flood, "if anyone needs " + flood + ", ping me"))
                for (SignalDetector detector : ALL) assertDecided(Said.alone(detector, text));
        });
    }

    @Test
    void four_thousand_marks_on_one_letter_are_two() {
        assertThat(Prose.sentences("a" + "\u0301".repeat(4_000))).containsExactly("a\u0301\u0301");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<http", "<http://x/", "<", "<@", "`", "`a", "h", "http://", "@a", "```", ">"})
    void to_read_twice_as_much_takes_twice_as_many_looks(String unit) {
        String some = unit.repeat(2_000 / unit.length());
        assertThat(Prose.looks(some + some))
                .isLessThanOrEqualTo(2 * Prose.looks(some) + 64 * 64)
                .isLessThanOrEqualTo(64 * 4_000);
    }

    @Test
    void only_what_the_author_says_in_prose_remains() {
        assertThat(Prose.sentences("""
                        > somebody else's words
                        Hello <@123>, see `code` and ```
                        more code
                        ``` here… Is it v17.10?! Yes
                        >>> all of this
                        is quoted""")).containsExactly("Hello , see and here", "Is it v17.10?", "Yes");
    }

    private static void assertDecided(Finding found) {
        switch (found) {
            case Finding.Need need -> assertWording(need.wording(), need.confidence());
            case Finding.Offer offer -> assertWording(offer.wording(), offer.confidence());
            case Finding.Thanks thanks -> assertThat(thanks.confidence()).isBetween(0d, 1d);
            case Finding.Question question -> assertThat(question.confidence()).isBetween(0d, 1d);
            case Finding.Nothing _ -> {}
        }
    }

    private static void assertWording(String wording, double confidence) {
        assertThat(confidence).isBetween(0d, 1d);
        assertThat(Wording.parse(wording)).isEqualTo(new Wording.Parsed.Good(new Wording(wording)));
    }
}
