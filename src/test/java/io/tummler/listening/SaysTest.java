package io.tummler.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.Wording;
import org.junit.jupiter.api.Test;

class SaysTest {
    private static final Wording CHAIN = new Wording("fix a chain");

    @Test
    void a_proposal_says_where_it_comes_from_and_quotes_it_on_a_line_of_its_own() {
        assertThat(Rendered.text("need-noticed", new Says.NeedNoticed("bikes", CHAIN))
                        .lines())
                .hasSize(3)
                .startsWith("Something you wrote in #bikes reads as if you could use some help:", "> fix a chain");
        assertThat(Rendered.text("offer-noticed", new Says.OfferNoticed("bikes", CHAIN))
                        .lines())
                .hasSize(3)
                .startsWith("Something you wrote in #bikes reads as if you could help others:", "> fix a chain");
    }

    @Test
    void a_confirmed_need_says_how_many_could_help() {
        assertThat(Rendered.text("need-confirmed", new Says.NeedConfirmed(CHAIN, 0)))
                .contains("fix a chain.", "Nobody here offers that at the moment.");
        assertThat(Rendered.text("need-confirmed", new Says.NeedConfirmed(CHAIN, 1)))
                .contains("One member could help.");
        assertThat(Rendered.text("need-confirmed", new Says.NeedConfirmed(CHAIN, 3)))
                .contains("3 members could help.")
                .doesNotContain("Nobody here", "One member");
    }

    @Test
    void a_member_reads_what_is_in_memory_and_why_no_need_is_proposed() {
        assertThat(Rendered.text("heard", new Says.Heard(true, true, 4, 1)))
                .contains(
                        "ask you before anything comes of a need or an offer",
                        "4 of your messages",
                        "your open questions: 1");
        assertThat(Rendered.text("heard", new Says.Heard(true, false, 0, 0)))
                .contains("because you have not allowed introductions");
        assertThat(Rendered.text("heard", new Says.Heard(false, false, 0, 0)))
                .endsWith("I do not listen to you, and hold nothing that you wrote.");
    }
}
