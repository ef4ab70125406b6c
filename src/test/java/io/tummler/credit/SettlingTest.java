package io.tummler.credit;

import static io.tummler.credit.Fakes.ADA;
import static io.tummler.credit.Fakes.BOB;
import static io.tummler.credit.Fakes.CLEO;
import static io.tummler.credit.Fakes.NOON;
import static io.tummler.credit.Fakes.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tummler.FakeEvent;
import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.CreditRule.Promise;
import io.tummler.api.Transfer;
import io.tummler.api.Transfer.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Promises, reversals and what is left over, on both databases. After each test the whole book is verified. */
@ParameterizedClass
@EnumSource
class SettlingTest {
    private static final Account COMMUNITY = new Account.OfCommunity(TOWN);
    private static final Account OF_ADA = new Account.OfMember(TOWN, ADA);
    private static final Account OF_BOB = new Account.OfMember(TOWN, BOB);
    private static final Instant LATER = NOON.plus(Duration.ofDays(7));

    private final TestDatabase database;
    private final FakeEvent<Book.Added> added = new FakeEvent<>();
    private final Book book;

    SettlingTest(TestDatabase.Kind kind) {
        this.database = TestDatabase.of(kind, Entry.class);
        this.book = new Book(database.entities(), Fakes.counted(), added);
    }

    @AfterEach
    void verify() {
        assertThat(Verified.in(database, TOWN)).isInstanceOf(Audit.Finding.Sound.class);
    }

    @Test
    void what_is_promised_is_held_by_nobody_until_it_is_booked() {
        promise(earning(OF_ADA, 5, "talk"));
        assertThat(balance(OF_ADA)).isZero();
        assertThat(promised(OF_ADA)).isEqualTo(5);
        assertThat(openPromises()).isOne();
        assertThat(transfers()).isEmpty();

        book(earning(OF_ADA, 9, "talk"));
        assertThat(balance(OF_ADA)).as("what was promised").isEqualTo(5);
        assertThat(promised(OF_ADA)).isZero();
        assertThat(openPromises()).isZero();
        assertThat(transfers()).containsExactly(earning(OF_ADA, 5, "talk"));
        assertThat(added.events).extracting(Book.Added::kind).containsExactly(Entry.Kind.PENDING, Entry.Kind.POSTED);
        assertThat(added.events.getLast().settles())
                .contains(added.events.getFirst().entry());
    }

    @Test
    void told_again_late_or_in_the_wrong_order_a_promise_is_one() {
        promise(earning(OF_ADA, 5, "talk"));
        promise(earning(OF_ADA, 7, "talk"), earning(OF_ADA, 7, "talk"));
        book(earning(OF_ADA, 5, "talk"));
        book(earning(OF_ADA, 5, "talk"));
        promise(earning(OF_ADA, 5, "talk"));
        assertThat(balance(OF_ADA)).isEqualTo(5);
        assertThat(promised(OF_ADA)).isZero();

        book(earning(OF_BOB, 5, "first booked"));
        promise(earning(OF_BOB, 5, "first booked"));
        assertThat(promised(OF_BOB)).isZero();
    }

    @Test
    void a_promise_falls_away_when_its_time_is_over_and_may_be_booked_still() {
        promise(earning(OF_ADA, 5, "talk"));
        dissolve(LATER.minusSeconds(1));
        assertThat(promised(OF_ADA)).isEqualTo(5);
        dissolve(LATER);
        dissolve(LATER);
        assertThat(promised(OF_ADA)).isZero();
        assertThat(balance(OF_ADA)).isZero();
        assertThat(added.events).extracting(Book.Added::kind).containsExactly(Entry.Kind.PENDING, Entry.Kind.VOIDED);

        assertThat(database.transact(() -> book.wasPromised(earning(OF_ADA, 5, "talk"))))
                .as("though it fell away")
                .isTrue();
        assertThat(database.transact(() -> book.wasPromised(earning(OF_BOB, 5, "talk"))))
                .isFalse();
        book(earning(OF_ADA, 3, "talk"));
        assertThat(balance(OF_ADA)).as("it is not promised any more").isEqualTo(3);
    }

    @Test
    void many_promises_fall_away_in_several_beats() {
        promise(IntStream.range(0, 1201)
                .mapToObj(at -> earning(OF_ADA, 1, "talk " + at))
                .toArray(Transfer[]::new));
        dissolve(LATER);
        assertThat(promised(OF_ADA)).isEqualTo(701);
        dissolve(LATER);
        dissolve(LATER);
        assertThat(promised(OF_ADA)).isZero();
    }

    @Test
    void what_a_member_promised_is_kept_back_for_it() {
        book(earning(OF_ADA, 5, "first"));
        assertThat(promise(gift(4, "gift"))).isInstanceOf(Book.Booking.Booked.class);
        assertThat(book(gift(2, "other"))).isEqualTo(new Book.Booking.Overdrawn(OF_ADA));
        assertThat(promise(gift(2, "other"))).isEqualTo(new Book.Booking.Overdrawn(OF_ADA));
        assertThat(book(gift(1, "other"))).isInstanceOf(Book.Booking.Booked.class);
        assertThat(book(gift(4, "gift"))).isInstanceOf(Book.Booking.Booked.class);
        assertThat(balance(OF_ADA)).isZero();
        assertThat(balance(OF_BOB)).isEqualTo(5);
    }

    @Test
    void a_reversal_moves_it_back_once_and_what_was_reversed_does_not_count_any_more() {
        book(earning(OF_ADA, 5, "first"));
        UUID entry = added.events.getFirst().entry();
        assertThat(reverse(entry)).isInstanceOf(Register.Reversal.Reversed.class);
        assertThat(reverse(entry)).isInstanceOf(Register.Reversal.AlreadyReversed.class);
        assertThat(balance(OF_ADA)).isZero();
        assertThat(balance(COMMUNITY)).isZero();
        assertThat(transfers()).isEmpty();
        database.run(() -> {
            assertThat(book.count(Reason.HELPED, CLEO, ADA, Instant.EPOCH)).isZero();
            assertThat(book.countTo(Reason.HELPED, ADA, Instant.EPOCH)).isZero();
            assertThat(book.countBy(Reason.HELPED, CLEO, Instant.EPOCH)).isZero();
            assertThat(book.words(TOWN, 0, 10)).isEmpty();
            assertThat(book.entries(ADA)).hasSize(2);
        });
        assertThat(book(earning(OF_ADA, 5, "first"))).isInstanceOf(Book.Booking.Booked.class);
        assertThat(balance(OF_ADA)).as("told once more it is not booked again").isZero();
        Book.Added reversal = added.events.getLast();
        assertThat(reversal.kind()).isEqualTo(Entry.Kind.REVERSED);
        assertThat(reversal.transfer().debit()).isEqualTo(OF_ADA);
        assertThat(reversal.settles()).contains(entry);
    }

    @Test
    void what_was_spent_is_not_moved_back() {
        book(earning(OF_ADA, 5, "first"));
        book(gift(1, "gift"));
        assertThat(reverse(added.events.getFirst().entry())).isEqualTo(new Register.Reversal.Overdrawn(OF_ADA));
        assertThat(balance(OF_ADA)).isEqualTo(4);
    }

    @Test
    void what_expired_since_is_given_back_first_so_that_a_word_can_be_taken_back_after_its_credit_is_gone() {
        book(earning(OF_ADA, 5, "first"));
        UUID word = added.events.getFirst().entry();
        book(earning(OF_ADA, 2, "second"));
        expire(OF_ADA, 4, "one day");
        expire(OF_ADA, 3, "the next");

        assertThat(reverse(word)).isInstanceOf(Register.Reversal.Reversed.class);

        assertThat(balance(OF_ADA)).as("what is too much expires again").isEqualTo(2);
        assertThat(balance(new Account.Expired(TOWN))).isZero();
        assertThat(added.events)
                .extracting(Book.Added::kind)
                .endsWith(Entry.Kind.REVERSED, Entry.Kind.REVERSED, Entry.Kind.REVERSED);
        assertThat(added.events.getLast().settles()).contains(word);
        database.run(() -> assertThat(book.words(TOWN, 0, 10))
                .extracting(Book.Word::entry)
                .doesNotContain(word)
                .hasSize(1));
    }

    @Test
    void no_more_of_what_expired_is_given_back_than_it_takes() {
        book(earning(OF_ADA, 5, "first"), earning(OF_ADA, 2, "second"));
        UUID word = added.events.getFirst().entry();
        expire(OF_ADA, 1, "one day");
        expire(OF_ADA, 3, "the next");

        assertThat(reverse(word)).isInstanceOf(Register.Reversal.Reversed.class);

        assertThat(balance(OF_ADA)).isEqualTo(1);
        assertThat(balance(new Account.Expired(TOWN))).isEqualTo(1);
    }

    private void expire(Account account, long amount, String cause) {
        book(new Transfer(account, new Account.Expired(TOWN), amount, Reason.EXPIRED, cause, NOON, Optional.empty()));
    }

    @Test
    void who_said_so_stands_in_the_posting_whoever_was_thought_of_in_the_promise() {
        Transfer thought = earning(OF_ADA, 5, "talk");
        promise(thought);
        var said =
                new Transfer(thought.debit(), OF_ADA, 5, thought.reason(), thought.cause(), NOON, Optional.of(BOB), 1);

        book(said);

        Book.Added posted = added.events.getLast();
        assertThat(posted.kind()).isEqualTo(Entry.Kind.POSTED);
        assertThat(posted.transfer().by()).contains(BOB);
        database.run(() ->
                assertThat(book.words(TOWN, 0, 10)).extracting(Book.Word::by).containsExactly(BOB));
    }

    @Test
    void what_another_community_claims_to_settle_is_not_settled_here() {
        promise(earning(OF_ADA, 5, "talk"));
        UUID promise = added.events.getFirst().entry();
        database.run(() -> database.entities()
                .createNativeQuery("""
                        insert into transfer (id, community_id, kind, settles, debit, credit, amount, reason, cause,
                          happened_at, nth)
                        values (?1, ?2, 'VOIDED', ?3, 'community', 'expired', 1, 'HELPED', 'elsewhere', ?4, 1)""")
                .setParameter(1, new UUID(8, 1))
                .setParameter(2, new UUID(8, 2))
                .setParameter(3, promise)
                .setParameter(4, NOON.atOffset(ZoneOffset.UTC))
                .executeUpdate());

        book(earning(OF_ADA, 5, "talk"));

        assertThat(added.events.getLast().kind()).isEqualTo(Entry.Kind.POSTED);
        assertThat(balance(OF_ADA)).isEqualTo(5);
        database.run(() -> database.entities()
                .createNativeQuery("delete from transfer where id = ?1")
                .setParameter(1, new UUID(8, 1))
                .executeUpdate());
    }

    @Test
    void only_what_moved_credit_can_be_moved_back() {
        promise(earning(OF_ADA, 5, "talk"));
        book(earning(OF_BOB, 5, "first"));
        reverse(added.events.getLast().entry());
        assertThat(reverse(added.events.getFirst().entry())).isInstanceOf(Register.Reversal.NothingToReverse.class);
        assertThat(reverse(added.events.getLast().entry())).isInstanceOf(Register.Reversal.NothingToReverse.class);
        assertThat(reverse(new UUID(8, 8))).isInstanceOf(Register.Reversal.NothingToReverse.class);
        var elsewhere = new CommunityId(new UUID(1, 2));
        UUID first = added.events.get(1).entry();
        assertThat(database.transact(() -> book.reverse(elsewhere, first, "mistake", NOON)))
                .isInstanceOf(Register.Reversal.NothingToReverse.class);
    }

    @Test
    void one_cause_can_move_back_several() {
        book(earning(OF_ADA, 5, "first"), earning(OF_ADA, 6, "second"));
        added.events.stream()
                .map(Book.Added::entry)
                .toList()
                .forEach(entry -> assertThat(reverse(entry)).isInstanceOf(Register.Reversal.Reversed.class));
        assertThat(balance(OF_ADA)).isZero();
    }

    @Test
    void left_over_is_what_came_before_and_was_not_used_the_oldest_first() {
        Instant young = NOON.plus(Duration.ofDays(10));
        book(at(NOON, OF_ADA, 7, "old"), at(young, OF_ADA, 4, "young"), at(young, OF_BOB, 3, "young too"));
        assertThat(leftOver(young)).isEqualTo("{%s=7}".formatted(ADA));
        book(gift(5, "gift"));
        assertThat(leftOver(young)).isEqualTo("{%s=2, %s=5}".formatted(ADA, BOB));
        assertThat(leftOver(NOON)).isEqualTo("{}");
        assertThat(leftOver(young.plusSeconds(1))).isEqualTo("{%s=6, %s=8}".formatted(ADA, BOB));
        promise(gift(6, "the rest"));
        assertThat(leftOver(young.plusSeconds(1))).as("kept back").isEqualTo("{%s=8}".formatted(BOB));
    }

    @Test
    void what_was_reversed_is_neither_old_nor_young() {
        Instant young = NOON.plus(Duration.ofDays(10));
        book(at(NOON, OF_ADA, 7, "old"), at(young, OF_ADA, 4, "young"));
        reverse(added.events.getLast().entry());
        assertThat(leftOver(young)).isEqualTo("{%s=7}".formatted(ADA));
    }

    @Test
    void words_are_who_said_of_whom_in_the_order_of_the_book() {
        book(
                earning(OF_ADA, 5, "first"),
                new Transfer(COMMUNITY, OF_BOB, 1, Reason.CONNECTED, "met", NOON, Optional.of(ADA)));
        promise(earning(OF_BOB, 2, "later"));
        book(earning(OF_BOB, 2, "later"));
        List<Book.Word> words = database.transact(() -> book.words(TOWN, 0, 10));
        assertThat(words)
                .extracting(Book.Word::seq, Book.Word::by, Book.Word::member)
                .containsExactly(tuple(1L, CLEO, ADA), tuple(4L, CLEO, BOB));
        assertThat(database.transact(() -> book.words(TOWN, 1, 10))).containsExactly(words.getLast());
        assertThat(database.transact(() -> book.words(TOWN, 0, 1))).containsExactly(words.getFirst());
    }

    @Test
    void every_kind_of_account_comes_back_as_it_was() {
        Account goodwill = new Account.Goodwill(TOWN, "bikes: new\tand\\old", ADA);
        var sponsored = new Transfer(
                new Account.OfBrand(TOWN, "bikes: new\tand\\old"),
                goodwill,
                3,
                Reason.SPONSORED,
                "a\nb",
                NOON.plusNanos(1234),
                Optional.of(BOB),
                4);
        book(sponsored);
        book(earning(OF_ADA, 1, "x"));
        book(new Transfer(OF_ADA, new Account.Expired(TOWN), 1, Reason.EXPIRED, "day", NOON, Optional.empty()));
        assertThat(balance(goodwill)).isEqualTo(3);
        assertThat(balance(new Account.Expired(TOWN))).isEqualTo(1);
        Transfer back = database.transact(() -> book.causedBy(TOWN, "a\nb")).getFirst();
        assertThat(back.credit()).isEqualTo(goodwill);
        assertThat(back.nth()).isEqualTo(4);
        assertThat(back.at()).isEqualTo(NOON.plusNanos(1000));
    }

    @Test
    void what_is_booked_together_is_of_one_community() {
        var other = new CommunityId(new UUID(1, 2));
        var there = new Transfer(
                new Account.OfCommunity(other),
                new Account.OfMember(other, ADA),
                1,
                Reason.HELPED,
                "x",
                NOON,
                Optional.empty());
        assertThatThrownBy(() -> book(earning(OF_ADA, 1, "x"), there)).isInstanceOf(IllegalArgumentException.class);
        book(earning(OF_ADA, 1, "x"));
    }

    private static Transfer earning(Account account, long amount, String cause) {
        return new Transfer(COMMUNITY, account, amount, Reason.HELPED, cause, NOON, Optional.of(CLEO));
    }

    private static Transfer at(Instant at, Account account, long amount, String cause) {
        return new Transfer(COMMUNITY, account, amount, Reason.HELPED, cause, at, Optional.of(CLEO));
    }

    private static Transfer gift(long amount, String cause) {
        return new Transfer(OF_ADA, OF_BOB, amount, Reason.THANKED, cause, NOON, Optional.of(ADA));
    }

    private Book.Booking book(Transfer... transfers) {
        return database.transact(() -> book.book(List.of(transfers)));
    }

    private Book.Booking promise(Transfer... transfers) {
        List<Promise> promises =
                List.of(transfers).stream().map(it -> new Promise(it, LATER)).toList();
        return database.transact(() -> book.promise(promises));
    }

    private long openPromises() {
        return database.transact(() -> book.promised(Reason.HELPED, CLEO, ADA));
    }

    private void dissolve(Instant now) {
        database.run(() -> book.dissolveLapsed(TOWN, now));
    }

    private Register.Reversal reverse(UUID entry) {
        return database.transact(() -> book.reverse(TOWN, entry, "mistake", NOON));
    }

    private long balance(Account account) {
        return database.transact(() -> book.balance(account));
    }

    private long promised(Account account) {
        return database.transact(() -> book.promised(account));
    }

    private String leftOver(Instant before) {
        return database.transact(() -> book.leftOver(TOWN, before)).toString();
    }

    private List<Transfer> transfers() {
        return database.transact(() -> book.transfers(TOWN, ADA, 10));
    }
}
