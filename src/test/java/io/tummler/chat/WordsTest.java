package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.MemberId;
import io.tummler.api.Wording;
import io.tummler.listening.ReadBack;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final MemberId ADA = new MemberId(UUID.fromString("01902f5e-0000-7000-8000-000000000001"));

    @Property(tries = 2_000, seed = "20260304")
    void what_is_escaped_reads_back_as_it_was(@ForAll String typed) {
        if (Wording.parse(typed) instanceof Wording.Parsed.Good(Wording wording))
            assertThat(ReadBack.wordings("> " + Words.escape(wording.text()))).containsExactly(wording);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<@123456789012345678>",
                "@everyone",
                "<#1>",
                "**bold**",
                "[a bank](https://example.org)",
                "||hidden||",
                "`code`",
                "# loud",
                "-# quiet",
                "> quoted",
                "<t:0:R>",
            })
    void members_words_mean_themselves(String typed) {
        String escaped = Words.escape(typed);
        for (int i = 0; i < escaped.length(); i++)
            if ("*_~`|>#<[]()@:-".indexOf(escaped.charAt(i)) >= 0)
                assertThat(escaped.charAt(i - 1)).isEqualTo('\\');
    }

    @Test
    void nobody_can_type_the_mark_of_a_member() {
        String forged = Words.mark(ADA) + " a loom";
        assertThat(Wording.parse(forged))
                .isInstanceOfSatisfying(
                        Wording.Parsed.Good.class,
                        good -> assertThat(
                                        Words.fill(Words.escape(good.wording().text()), _ -> "somebody"))
                                .doesNotContain("somebody"));
    }

    @Test
    void a_mark_becomes_what_the_platform_calls_the_member() {
        assertThat(Words.fill(
                        "Hello " + Words.mark(ADA) + ".", marked -> "$1 \\" + ((Words.Marked.Member) marked).member()))
                .isEqualTo("Hello $1 \\" + ADA + ".");
    }
}
