package io.tummler.credit;

import static io.tummler.credit.Fakes.ADA;
import static io.tummler.credit.Fakes.BOB;
import static io.tummler.credit.Fakes.NOON;
import static io.tummler.credit.Fakes.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.FakeEvent;
import io.tummler.api.Happening;
import io.tummler.api.IntroductionId;
import io.tummler.api.MemberId;
import io.tummler.api.Sentence;
import io.tummler.api.Transfer.Reason;
import io.tummler.credit.rules.ShippedRules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditHoldingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 12);

    private final TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2, Entry.class);
    private final Book book = new Book(database.entities(), Fakes.counted(), new FakeEvent<>());
    private final Bookkeeper bookkeeper = new Bookkeeper(ShippedRules.all(), book);
    private final CreditHolding holding =
            new CreditHolding(book, new Standings(book, Clock.fixed(NOON, ZoneOffset.UTC)));

    @Test
    void a_newcomer_sees_no_credit_and_that_the_reciprocity_is_not_known() {
        assertThat(show(ADA)).containsExactly(new Says.CreditShown(0), new Says.StandingUnknown());
    }

    @Test
    void a_helper_sees_how_much_and_why() {
        adaIsHelpedByBob();
        assertThat(show(BOB))
                .containsExactly(
                        new Says.CreditShown(5),
                        new Says.StandingShown(13, 1, 0, List.of(new Says.Part(Reason.HELPED, 13, TODAY))),
                        new Says.TransfersShown(List.of(new Says.Line(TODAY, 5, Reason.HELPED, Optional.of(ADA)))));
    }

    @Test
    void what_a_score_is_made_of_adds_up_to_it() {
        var introduction = new IntroductionId(new UUID(9, 9));
        database.run(() -> {
            bookkeeper.hear(new Happening.Connected(TOWN, introduction, ADA, BOB, NOON));
            bookkeeper.hear(new Happening.Thanked(TOWN, "thanked", ADA, BOB, NOON));
            bookkeeper.hear(new Happening.Helped(TOWN, introduction, ADA, BOB, NOON));
        });
        for (MemberId member : List.of(ADA, BOB)) {
            Says.StandingShown shown = show(member).stream()
                    .filter(Says.StandingShown.class::isInstance)
                    .map(Says.StandingShown.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(shown.parts().stream().mapToLong(Says.Part::points).sum())
                    .as(shown.toString())
                    .isEqualTo(shown.score());
        }
    }

    @Test
    void the_export_has_every_transfer_that_a_member_got_or_brought_about() {
        adaIsHelpedByBob();
        var transfer = Map.<String, Object>of(
                "at",
                "2026-05-12T12:00:00Z",
                "reason",
                "HELPED",
                "amount",
                5L,
                "debit",
                "community",
                "credit",
                "member:" + BOB,
                "by",
                ADA.toString(),
                "cause",
                "helped:" + new UUID(9, 9) + ":" + ADA);
        assertThat(export(BOB)).containsExactly(transfer);
        assertThat(export(ADA)).containsExactly(transfer);
        assertThat(export(Fakes.CLEO)).isEmpty();
    }

    @Test
    void forgetting_a_member_leaves_the_ledger_in_balance() {
        adaIsHelpedByBob();
        var before = export(BOB);
        database.run(() -> holding.forget(BOB));
        assertThat(export(BOB)).isEqualTo(before);
    }

    private void adaIsHelpedByBob() {
        var helped = new Happening.Helped(TOWN, new IntroductionId(new UUID(9, 9)), ADA, BOB, NOON);
        database.run(() -> bookkeeper.hear(helped));
    }

    private List<Sentence> show(MemberId member) {
        return database.transact(() -> holding.show(TOWN, member)).sentences();
    }

    private List<Map<String, Object>> export(MemberId member) {
        return database.transact(() -> holding.export(member));
    }
}
