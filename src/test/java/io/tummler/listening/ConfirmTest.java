package io.tummler.listening;

import static io.tummler.listening.Fakes.ANA;
import static io.tummler.listening.Fakes.BEN;
import static io.tummler.listening.Fakes.CEM;
import static io.tummler.listening.Fakes.COMMUNITY;
import static io.tummler.listening.Fakes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.Button;
import io.tummler.api.Call;
import io.tummler.api.Message;
import io.tummler.api.Statement;
import io.tummler.api.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfirmTest {
    private static final String QUOTED = "You wrote:\n> fix a bike\\-chain\nShall I?";
    private static final Wording CHAIN = new Wording("fix a bike-chain");

    private final Fakes.FakeMatching matching = new Fakes.FakeMatching();
    private final Fakes.FakeMembers members = new Fakes.FakeMembers();
    private final Waiting waiting = new Waiting();
    private final Confirm confirm = new Confirm(matching, members, waiting);

    @Test
    void a_confirmed_need_is_declared_and_its_helpers_can_be_asked() {
        matching.helpers.addAll(List.of(BEN, CEM));
        Message answer = confirm.press(press("NEED." + Quotation.key(CHAIN), QUOTED));
        Statement need = matching.statements.values().iterator().next();
        assertThat(need.kind()).isEqualTo(Statement.Kind.NEED);
        assertThat(need.owner()).isEqualTo(ANA);
        assertThat(need.wording()).isEqualTo(CHAIN);
        assertThat(answer)
                .isEqualTo(Message.of(
                        new Says.NeedConfirmed(CHAIN, 2),
                        new Button(
                                new Says.AskThem(),
                                Button.Style.PRIMARY,
                                "introduction.ask",
                                need.id().toString())));
    }

    @Test
    void a_need_that_nobody_can_help_with_is_noted_without_a_button() {
        assertThat(confirm.press(press("NEED." + Quotation.key(CHAIN), QUOTED)))
                .isEqualTo(Message.of(new Says.NeedConfirmed(CHAIN, 0)));
        assertThat(matching.statements).hasSize(1);
    }

    @Test
    void a_confirmed_offer_is_declared() {
        assertThat(confirm.press(press("OFFER." + Quotation.key(CHAIN), QUOTED)))
                .isEqualTo(Message.of(new Says.OfferConfirmed(CHAIN)));
        assertThat(matching.statements.values()).extracting(Statement::kind).containsExactly(Statement.Kind.OFFER);
    }

    @Test
    void of_several_proposals_in_one_message_the_one_of_the_button_is_confirmed() {
        confirm.press(press("NEED." + Quotation.key(CHAIN), "> teach me Dutch\n" + QUOTED + "\n> a loom"));
        assertThat(matching.statements.values()).extracting(Statement::wording).containsExactly(CHAIN);
    }

    @Test
    void a_button_that_no_version_makes_declares_nothing() {
        for (String argument : new String[] {"", "NEED", ".", "WISH." + Quotation.key(CHAIN)})
            assertThat(confirm.press(press(argument, QUOTED))).isEqualTo(Message.of(new Says.WordingUnread()));
        assertThat(matching.statements).isEmpty();
    }

    @Test
    void a_message_whose_quotation_is_gone_declares_nothing() {
        assertThat(confirm.press(press("NEED." + Quotation.key(CHAIN), "")))
                .isEqualTo(Message.of(new Says.WordingUnread()));
        assertThat(matching.statements).isEmpty();
    }

    @Test
    void without_consent_to_introductions_any_more_nothing_is_declared() {
        members.introducible.remove(ANA);
        assertThat(confirm.press(press("NEED." + Quotation.key(CHAIN), QUOTED)))
                .isEqualTo(Message.of(new Says.IntroductionsOff()));
        assertThat(matching.statements).isEmpty();
    }

    @Test
    void what_is_dismissed_is_left_alone() {
        assertThat(new Dismiss(waiting).press(press("", QUOTED))).isEqualTo(Message.of(new Says.LeftAlone()));
    }

    @Test
    void what_was_decided_does_not_wait_in_me_any_more() {
        var loom = new Wording("a loom");
        for (Wording wording : List.of(CHAIN, loom))
            waiting.add(new Proposal(ANA, ANA, "bikes", Statement.Kind.NEED, wording, NOON));
        confirm.press(press("NEED." + Quotation.key(CHAIN), QUOTED));
        assertThat(waiting.export(ANA)).singleElement().asString().contains("a loom");
        new Dismiss(waiting).press(press(Quotation.key(loom), "> a loom"));
        assertThat(waiting.export(ANA)).isEmpty();
    }

    private static Call press(String argument, String quoted) {
        return new Call(
                "i1", COMMUNITY, ANA, NOON, Locale.ENGLISH, argument, quoted, Map.of(), Map.of(), Map.of(), Map.of());
    }
}
