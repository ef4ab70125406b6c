package io.tummler.credit;

import static io.tummler.credit.Fakes.ADA;
import static io.tummler.credit.Fakes.BOB;
import static io.tummler.credit.Fakes.NOON;
import static io.tummler.credit.Fakes.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.FakeEvent;
import io.tummler.api.CommunityId;
import io.tummler.api.Happening;
import io.tummler.api.IntroductionId;
import io.tummler.api.MemberId;
import io.tummler.api.Reciprocity;
import io.tummler.api.Sentence;
import io.tummler.api.Transfer.Reason;
import io.tummler.credit.rules.ShippedRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditHoldingTest {
    private static final IntroductionId INTRODUCTION = new IntroductionId(new UUID(9, 9));
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 12);

    private final TestDatabase database =
            TestDatabase.of(TestDatabase.Kind.H2, Entry.class, AlternateRow.class, TrustedRow.class);
    private final Book book = new Book(database.entities(), Fakes.counted(), new FakeEvent<>());
    private final Alternates alternates = new Alternates(database.entities(), new FakeEvent<>());
    private final Bookkeeper bookkeeper = new Bookkeeper(ShippedRules.all(), book, alternates);
    private final Known reciprocity = new Known();
    private final CreditHolding holding = new CreditHolding(book, new Proofs(database.entities()), reciprocity);

    /** Of everybody the same. */
    private static final class Known implements Reciprocity {
        Standing standing = new Standing.NotYetKnown();

        @Override
        public Standing of(CommunityId community, MemberId member) {
            return standing;
        }
    }

    @Test
    void a_newcomer_sees_no_credit_and_that_the_reciprocity_is_not_known() {
        assertThat(show(ADA)).containsExactly(new Says.CreditShown(0, 0), new Says.StandingUnknown());
    }

    @Test
    void a_helper_sees_how_much_and_why() {
        reciprocity.standing = new Reciprocity.Standing.Known(14, 12, 1, 0, List.of());
        adaIsHelpedByBob();
        assertThat(show(BOB))
                .containsExactly(
                        new Says.CreditShown(5, 0),
                        new Says.StandingShown(14, 12, 1, 0),
                        new Says.TransfersShown(
                                List.of(new Says.Line(1, TODAY, 5, Reason.HELPED, Optional.of(ADA), 1))));
    }

    @Test
    void what_an_older_version_booked_is_shown_before_it_has_a_number() {
        adaIsHelpedByBob();
        for (String old : List.of(
                "update transfer set seq = null, hash = null",
                "delete from ledger_head",
                "delete from ledger_account",
                "delete from ledger_tile"))
            database.run(() -> database.entities().createNativeQuery(old).executeUpdate());
        assertThat(show(BOB))
                .contains(new Says.CreditShown(5, 0))
                .contains(new Says.TransfersShown(
                        List.of(new Says.Line(0, TODAY, 5, Reason.HELPED, Optional.of(ADA), 1))));
    }

    @Test
    void what_may_still_come_is_told_beside_what_is_there() {
        database.run(() -> bookkeeper.hear(
                new Happening.Connected(TOWN, INTRODUCTION, ADA, BOB, Optional.empty(), NOON.plusSeconds(9), NOON)));
        // One for meeting; five for helping and two for welcoming, if the other says so.
        assertThat(show(BOB).getFirst()).isEqualTo(new Says.CreditShown(1, 7));
        adaIsHelpedByBob();
        assertThat(show(BOB).getFirst()).isEqualTo(new Says.CreditShown(8, 0));
    }

    @Test
    void the_export_has_every_transfer_that_a_member_got_or_brought_about() {
        adaIsHelpedByBob();
        Map<String, Object> helped = Map.of(
                "entry",
                1L,
                "kind",
                "BOOKED",
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
        for (MemberId member : List.of(BOB, ADA)) {
            assertThat(export(member)).hasSize(2);
            assertThat(export(member).getFirst())
                    .containsAllEntriesOf(helped)
                    .hasEntrySatisfying(
                            "line", line -> assertThat((String) line).contains("HELPED"));
        }
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
        var helped = new Happening.Helped(TOWN, INTRODUCTION, ADA, BOB, Optional.empty(), NOON);
        database.run(() -> bookkeeper.hear(helped));
    }

    private List<Sentence> show(MemberId member) {
        return database.transact(() -> holding.show(TOWN, member)).sentences();
    }

    private List<Map<String, Object>> export(MemberId member) {
        return database.transact(() -> holding.export(member));
    }
}
