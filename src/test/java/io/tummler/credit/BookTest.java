package io.tummler.credit;

import static io.tummler.credit.Fakes.ADA;
import static io.tummler.credit.Fakes.BOB;
import static io.tummler.credit.Fakes.CLEO;
import static io.tummler.credit.Fakes.NOON;
import static io.tummler.credit.Fakes.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tummler.FakeEvent;
import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Transfer;
import io.tummler.api.Transfer.Reason;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the ledger promises, on both databases. */
@ParameterizedClass
@EnumSource
class BookTest {
    private static final CommunityId OTHER_TOWN = new CommunityId(new UUID(1, 2));
    private static final Account COMMUNITY = new Account.OfCommunity(TOWN);
    private static final Account BAKERY = new Account.OfBrand(TOWN, "bakery");
    private static final Account OF_ADA = new Account.OfMember(TOWN, ADA);
    private static final Account OF_BOB = new Account.OfMember(TOWN, BOB);

    private final TestDatabase database;
    private final Book book;

    BookTest(TestDatabase.Kind kind) {
        this.database = TestDatabase.of(kind, Entry.class);
        this.book = new Book(database.entities(), Fakes.counted(), new FakeEvent<>());
    }

    @Test
    void what_one_account_gives_another_gets() {
        book(earning(OF_ADA, 5, "first"), earning(OF_BOB, 3, "second"));
        assertThat(balance(OF_ADA)).isEqualTo(5);
        assertThat(balance(OF_BOB)).isEqualTo(3);
        assertThat(balance(COMMUNITY)).isEqualTo(-8);
        assertThat(balance(new Account.OfMember(TOWN, CLEO))).isZero();
        assertThat(balance(new Account.OfCommunity(OTHER_TOWN))).isZero();
    }

    @Test
    void a_retry_books_once_and_is_quietly_nothing() {
        Transfer transfer = earning(OF_ADA, 5, "first");
        assertThat(book(transfer)).isInstanceOf(Book.Booking.Booked.class);
        assertThat(book(transfer)).isInstanceOf(Book.Booking.Booked.class);
        assertThat(book(transfer, transfer, earning(OF_ADA, 1, "second"))).isInstanceOf(Book.Booking.Booked.class);
        assertThat(balance(OF_ADA)).isEqualTo(6);
    }

    @Test
    void the_same_twice_within_one_transaction_books_once_too() {
        Transfer transfer = earning(OF_ADA, 5, "first");
        database.run(() -> {
            book.book(List.of(transfer));
            book.book(List.of(transfer));
        });
        assertThat(balance(OF_ADA)).isEqualTo(5);
    }

    @Test
    void the_same_cause_for_another_amount_is_still_the_same() {
        book(earning(OF_ADA, 5, "first"));
        book(earning(OF_ADA, 7, "first"));
        assertThat(balance(OF_ADA)).isEqualTo(5);
    }

    @Test
    void the_database_itself_keeps_a_cause_from_booking_twice() {
        Transfer transfer = earning(OF_ADA, 5, "first");
        book(transfer);
        assertThatThrownBy(() -> database.run(() -> database.entities()
                        .createNativeQuery("""
                                insert into transfer (id, community_id, debit, credit, amount, reason, cause, happened_at)
                                select :id, community_id, debit, credit, amount, reason, cause, happened_at
                                from transfer""")
                        .setParameter("id", new UUID(7, 7))
                        .executeUpdate()))
                .isInstanceOf(PersistenceException.class);
        assertThat(balance(OF_ADA)).isEqualTo(5);
    }

    @Test
    void a_transaction_that_fails_books_nothing_and_its_retry_books_once() {
        Transfer transfer = earning(OF_ADA, 5, "first");
        assertThatThrownBy(() -> database.run(() -> {
                    book.book(List.of(transfer));
                    assertThat(book.balance(OF_ADA)).isEqualTo(5);
                    throw new IllegalStateException("the plug is pulled");
                }))
                .hasMessage("the plug is pulled");
        assertThat(balance(OF_ADA)).isZero();
        book(transfer);
        assertThat(balance(OF_ADA)).isEqualTo(5);
    }

    @Test
    void no_member_is_overdrawn_and_then_nothing_of_it_is_booked() {
        book(earning(OF_ADA, 5, "first"));
        var tooMuch = new Transfer(OF_ADA, OF_BOB, 6, Reason.HELPED, "gift", NOON, Optional.empty());
        assertThat(book(earning(OF_BOB, 1, "gift"), tooMuch)).isEqualTo(new Book.Booking.Overdrawn(OF_ADA));
        assertThat(balance(OF_ADA)).isEqualTo(5);
        assertThat(balance(OF_BOB)).isZero();
    }

    @Test
    void a_member_can_give_all_that_is_there() {
        book(earning(OF_ADA, 5, "first"));
        book(new Transfer(OF_ADA, OF_BOB, 5, Reason.HELPED, "gift", NOON, Optional.empty()));
        assertThat(balance(OF_ADA)).isZero();
        assertThat(balance(OF_BOB)).isEqualTo(5);
    }

    @Test
    void two_gifts_booked_together_can_not_give_the_same_credit_twice() {
        book(earning(OF_ADA, 5, "first"));
        var once = new Transfer(OF_ADA, OF_BOB, 5, Reason.HELPED, "gift", NOON, Optional.empty());
        var again = new Transfer(OF_ADA, OF_BOB, 5, Reason.THANKED, "gift", NOON, Optional.empty());
        assertThat(book(once, again)).isInstanceOf(Book.Booking.Overdrawn.class);
        assertThat(balance(OF_ADA)).isEqualTo(5);
    }

    @Test
    void a_brand_below_zero_owes() {
        book(new Transfer(BAKERY, OF_ADA, 20, Reason.TASK_DONE, "task", NOON, Optional.empty()));
        assertThat(balance(BAKERY)).isEqualTo(-20);
    }

    @Test
    void transfers_come_back_as_they_were_booked_newest_first() {
        Transfer old = earning(OF_ADA, 1, "old");
        var young = new Transfer(BAKERY, OF_ADA, 20, Reason.TASK_DONE, "young", NOON.plusSeconds(60), Optional.empty());
        book(old, young, earning(OF_BOB, 1, "other"));
        assertThat(transfers(ADA, 10)).containsExactly(young, old);
        assertThat(transfers(ADA, 1)).containsExactly(young);
    }

    @Test
    void history_counts_what_came_after_then() {
        book(new Transfer(COMMUNITY, OF_BOB, 1, Reason.THANKED, "one", NOON, Optional.of(ADA)));
        book(new Transfer(
                COMMUNITY, new Account.OfMember(TOWN, CLEO), 1, Reason.THANKED, "two", NOON, Optional.of(ADA)));
        Instant before = NOON.minus(Duration.ofDays(7));
        database.run(() -> {
            assertThat(book.countBy(Reason.THANKED, ADA, before)).isEqualTo(2);
            assertThat(book.countBy(Reason.THANKED, ADA, NOON)).isZero();
            assertThat(book.countBy(Reason.HELPED, ADA, before)).isZero();
            assertThat(book.count(Reason.THANKED, ADA, BOB, before)).isEqualTo(1);
            assertThat(book.count(Reason.THANKED, BOB, ADA, before)).isZero();
        });
    }

    private static Transfer earning(Account account, long amount, String cause) {
        return new Transfer(COMMUNITY, account, amount, Reason.HELPED, cause, NOON, Optional.of(CLEO));
    }

    private Book.Booking book(Transfer... transfers) {
        return database.transact(() -> book.book(List.of(transfers)));
    }

    private long balance(Account account) {
        return database.transact(() -> book.balance(account));
    }

    private List<Transfer> transfers(MemberId member, int limit) {
        return database.transact(() -> book.transfers(TOWN, member, limit));
    }
}
