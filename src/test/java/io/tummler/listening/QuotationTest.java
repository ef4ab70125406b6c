package io.tummler.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.Wording;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationTest {
    @Test
    void quoted_lines_are_wordings() {
        assertThat(Quotation.in("You wrote:\n> fix a chain\nShall I?\n> ...\n> or this"))
                .containsExactly(new Wording("fix a chain"), new Wording("or this"));
        assertThat(Quotation.in("You wrote:\r\n> fix a chain\r\nShall I?")).contains(new Wording("fix a chain"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "You wrote: fix a chain", ">fix a chain", "> ", "> ...", " > fix a chain"})
    void a_message_that_quotes_no_wording_gives_none(String text) {
        assertThat(Quotation.in(text)).isEmpty();
    }

    @Test
    void what_is_too_long_for_a_wording_gives_none() {
        assertThat(Quotation.in("> " + "a".repeat(201))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fix *my* c:\\temp_folder_ `now`",
                "> nested",
                "\\\\ two backslashes \\",
                "a\\b",
                "||spoiler|| ~~gone~~ <@1> @everyone #1 [a](b)",
                "1. Fahrräder & 自転車 🚲",
            })
    void an_escaped_wording_reads_back_as_it_was(String text) {
        assertReadsBack(new Wording(text));
    }

    @Property(tries = 500, seed = "20260301")
    void any_wording_reads_back_from_the_message_that_proposes_it(@ForAll String typed) {
        if (Wording.parse(typed) instanceof Wording.Parsed.Good(Wording wording)) assertReadsBack(wording);
    }

    private static void assertReadsBack(Wording wording) {
        assertThat(Quotation.in(Rendered.text("need-noticed", new Says.NeedNoticed("bikes", wording))))
                .contains(wording);
        assertThat(Quotation.in(Rendered.text("offer-noticed", new Says.OfferNoticed("bikes", wording))))
                .contains(wording);
    }
}
