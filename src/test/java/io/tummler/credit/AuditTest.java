package io.tummler.credit;

import static io.tummler.credit.Fakes.ADA;
import static io.tummler.credit.Fakes.BOB;
import static io.tummler.credit.Fakes.NOON;
import static io.tummler.credit.Fakes.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.FakeEvent;
import io.tummler.api.Account;
import io.tummler.api.CreditRule.Promise;
import io.tummler.api.Transfer;
import io.tummler.api.Transfer.Reason;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever somebody changes in the database behind the bot's back is found, and the first bad entry named. */
@ParameterizedClass
@EnumSource
class AuditTest {
    private static final int EARNED = 600;
    /** With a promise, what it became, one that is open and a reversal. */
    private static final int ENTRIES = EARNED + 4;

    private static final Account COMMUNITY = new Account.OfCommunity(TOWN);
    private static final String HERE = " where community_id = '" + TOWN + "'";

    private static final String ONLY_BOOKED = "delete from transfer" + HERE + " and kind <> 'BOOKED'";

    /** Together with that, what is left is as an older version wrote it, and only a root that somebody kept tells. */
    private static final List<String> WIPED = List.of(
            "update transfer set seq = null, hash = null" + HERE,
            "delete from ledger_head" + HERE,
            "delete from ledger_account" + HERE,
            "delete from ledger_promise" + HERE,
            "delete from ledger_tile" + HERE,
            "delete from ledger_root" + HERE);

    private final TestDatabase database;
    private final FakeEvent<Book.Added> added = new FakeEvent<>();
    private final Book book;
    private Audit.Told told = new Audit.Told(1, "");

    AuditTest(TestDatabase.Kind kind) {
        this.database = TestDatabase.of(kind, Entry.class);
        this.book = new Book(database.entities(), Fakes.counted(), added);
    }

    @BeforeEach
    void fill() {
        database.run(() -> {
            List<Transfer> earned = new ArrayList<>();
            for (int at = 0; at < EARNED; at++) earned.add(earning(at));
            book.book(earned.subList(0, 300));
            var roots = new Roots(new Sql(database.entities()));
            roots.keep(TOWN, root(LocalDate.of(2026, 5, 13)), NOON);
            book.book(earned.subList(300, EARNED));
            book.promise(List.of(promise("kept"), promise("open")));
            book.book(List.of(promise("kept").transfer()));
            book.reverse(TOWN, added.events.get(9).entry(), "mistake", NOON);
            Roots.Root last = root(LocalDate.of(2026, 5, 14));
            roots.keep(TOWN, last, NOON);
            told = new Audit.Told(last.size(), last.hash().toString());
        });
    }

    private Roots.Root root(LocalDate day) {
        Head head = book.head(TOWN);
        return new Roots.Root(
                day, head.size(), Frontier.parse(head.size(), head.peaks()).root());
    }

    private static Transfer earning(int number) {
        return new Transfer(
                COMMUNITY,
                new Account.OfMember(TOWN, number % 3 == 0 ? BOB : ADA),
                1 + number % 7,
                Reason.HELPED,
                "cause " + number,
                NOON.plus(Duration.ofMinutes(number)),
                Optional.of(number % 2 == 0 ? BOB : ADA));
    }

    private static Promise promise(String cause) {
        var transfer = new Transfer(
                COMMUNITY, new Account.OfMember(TOWN, ADA), 3, Reason.HELPED, cause, NOON, Optional.empty());
        return new Promise(transfer, NOON.plus(Duration.ofDays(30)));
    }

    @Test
    void what_nobody_touched_is_sound() {
        assertThat(Verified.in(database, TOWN, Optional.of(told)))
                .isEqualTo(new Audit.Finding.Sound(ENTRIES, told.root(), 2));
        assertThat(Audit.Told.parse(told.size() + ":" + told.root())).isEqualTo(told);
    }

    @Test
    void whichever_field_of_whichever_entry_is_flipped_it_is_named() {
        List<String> flips = List.of(
                "amount = amount + 1",
                "cause = cause || '!'",
                "credit = 'member:00000000-0000-0002-0000-000000000003'",
                "debit = 'brand:bakery'",
                "reason = 'CONNECTED'",
                "happened_at = happened_at + interval '1' second",
                "by_member = '00000000-0000-0002-0000-000000000003'",
                "by_member = null",
                "nth = nth + 1",
                "lapses_at = happened_at",
                "kind = 'VOIDED'",
                "id = '00000000-0000-0002-0000-000000000009'",
                "hash = '" + Hash.ZERO + "'",
                "hash = null");
        var random = new Random(8);
        for (String flip : flips)
            for (int time = 0; time < 3; time++) {
                int number = 1 + random.nextInt(EARNED);
                assertThat(after("update transfer set " + flip + HERE + " and seq = " + number))
                        .as("%s of %d", flip, number)
                        .startsWith("entry " + number + ": its hash does not follow");
            }
    }

    @Test
    void what_can_not_even_be_read_is_named() {
        assertThat(after("update transfer set kind = 'BOUGHT'" + HERE + " and seq = 17"))
                .startsWith("entry 17: it can't be read: ");
        assertThat(after("update transfer set reason = 'FUN'" + HERE + " and seq = 1"))
                .startsWith("entry 1: it can't be read: ");
    }

    @Test
    void one_left_out_is_named() {
        var random = new Random(8);
        for (int time = 0; time < 10; time++) {
            int number = 1 + random.nextInt(ENTRIES - 1);
            assertThat(after("delete from transfer" + HERE + " and seq = " + number))
                    .isEqualTo("entry %d: it is missing: number %d comes next".formatted(number, number + 1));
        }
    }

    @Test
    void two_that_change_places_are_named_by_the_first() {
        var random = new Random(8);
        for (int time = 0; time < 10; time++) {
            int one = 1 + random.nextInt(EARNED - 1);
            int other = one + 1 + random.nextInt(EARNED - one);
            assertThat(after(
                            "update transfer set seq = -1" + HERE + " and seq = " + one,
                            "update transfer set seq = " + one + HERE + " and seq = " + other,
                            "update transfer set seq = " + other + HERE + " and seq = -1"))
                    .startsWith("entry " + one + ": its hash does not follow");
        }
    }

    @Test
    void a_book_cut_short_is_named_by_the_first_that_is_missing() {
        for (int left : List.of(0, 1, 255, 256, 300, 512, ENTRIES - 1))
            assertThat(after("delete from transfer" + HERE + " and seq > " + left))
                    .isEqualTo("entry %d: it is missing: ledger_head says there are %d".formatted(left + 1, ENTRIES));
    }

    @Test
    void a_book_cut_short_with_its_head_is_found_by_the_roots_that_were_told() {
        String cut = "delete from transfer" + HERE + " and seq > 300";
        String head = "update ledger_head set size = 300" + HERE;
        assertThat(after(cut, head)).isEqualTo("entry 301: it is missing: on 2026-05-14 there were " + ENTRIES);
        assertThat(after(cut, head, "delete from ledger_root" + HERE + " and size > 300"))
                .isEqualTo("entry 301: it is missing: the root that you gave is over " + ENTRIES);
    }

    @Test
    void an_entry_put_in_is_named() {
        String columns = "community_id, debit, credit, amount, reason, happened_at, kind, nth, hash";
        assertThat(after("insert into transfer (id, seq, cause, " + columns
                        + ") select '00000000-0000-0002-0000-000000000009', " + (ENTRIES + 1) + ", 'mine', " + columns
                        + " from transfer" + HERE + " and seq = 5"))
                .startsWith("entry " + (ENTRIES + 1) + ": its hash does not follow");
        assertThat(after("insert into transfer (id, seq, cause, " + columns
                        + ") select '00000000-0000-0002-0000-000000000009', null, 'mine', " + columns + " from transfer"
                        + HERE + " and seq = 5"))
                .isEqualTo("transfer: there are entries that are not in the row: 1");
    }

    @Test
    void what_is_kept_beside_the_entries_is_compared_with_them() {
        assertThat(after("update ledger_account set credits = credits + 1" + HERE + " and name = 'member:" + ADA + "'"))
                .startsWith("account member:" + ADA + ": its entries come to ");
        assertThat(after("insert into ledger_account values ('" + TOWN + "', 'brand:bakery', 0, 1, 0, 0)"))
                .startsWith("account brand:bakery: its entries come to ");
        assertThat(after("delete from ledger_promise" + HERE)).startsWith("ledger_promise: ");
        assertThat(after("update ledger_head set hash = '" + Hash.ZERO + "'" + HERE))
                .startsWith("ledger_head: ");
        assertThat(after("update ledger_tile set root = '" + Hash.ZERO + "'" + HERE + " and number = 1"))
                .startsWith("entry 257: it or one of those up to 512 ");
        assertThat(after("delete from ledger_tile" + HERE + " and number = 0"))
                .startsWith("entry 1: it or one of those up to 256 ");
        assertThat(after("insert into ledger_tile values ('" + TOWN + "', 1, 2, '" + Hash.ZERO + "')"))
                .startsWith("ledger_tile: ");
        assertThat(after("update ledger_root set root = '" + Hash.ZERO + "'" + HERE + " and size = 300"))
                .startsWith("entry 1: it or one of those up to 300 was changed");
        assertThat(after("update ledger_root set root = '" + Hash.ZERO + "'" + HERE + " and size > 300"))
                .startsWith("entry 301: it or one of those up to " + ENTRIES + " was changed");
    }

    /** As whoever knows the program and may write into the database could do. */
    @Test
    void one_changed_with_all_hashes_after_it_is_found_by_the_roots_that_were_told() {
        String[] forged = {
            ONLY_BOOKED,
            "update transfer set amount = amount + 100" + HERE + " and seq = 450",
            "update transfer set seq = null, hash = null" + HERE,
            "delete from ledger_head" + HERE,
            "delete from ledger_account" + HERE,
            "delete from ledger_promise" + HERE,
            "delete from ledger_tile" + HERE,
            "delete from ledger_root" + HERE + " and size > 300"
        };
        assertThat(after(() -> book.head(TOWN), forged))
                .isEqualTo("entry 601: it is missing: the root that you gave is over " + ENTRIES);
        Audit.Told all = database.transact(() -> {
            Roots.Root now = root(LocalDate.EPOCH);
            return new Audit.Told(now.size(), now.hash().toString());
        });
        assertThat(all).isEqualTo(told);
        told = new Audit.Told(EARNED, "0".repeat(64));
        assertThat(after(() -> book.head(TOWN), forged))
                .startsWith("entry 301: it or one of those up to 600 was changed, together with all hashes after it");
    }

    @Test
    void a_book_without_its_hashes_is_no_older_versions_when_a_root_was_told() {
        assertThat(after(wiped(ONLY_BOOKED)))
                .isEqualTo("entry 1: it is missing: the root that you gave is over " + ENTRIES);
    }

    @Test
    void a_book_with_what_no_older_version_wrote_is_no_older_versions() {
        assertThat(after(() -> {}, true, wiped()))
                .isEqualTo("transfer: there are entries that are not in the row: " + ENTRIES);
        for (String newer : List.of("settles = id", "lapses_at = happened_at", "hash = '" + Hash.ZERO + "'"))
            assertThat(after(
                            () -> {},
                            true,
                            wiped(ONLY_BOOKED, "update transfer set " + newer + HERE + " and cause = 'cause 5'")))
                    .as(newer)
                    .isEqualTo("transfer: there are entries that are not in the row: " + EARNED);
    }

    private static String[] wiped(String... then) {
        return Stream.concat(WIPED.stream(), Stream.of(then)).toArray(String[]::new);
    }

    @Test
    void a_hash_that_is_none_is_named_by_where_it_stands() {
        assertThat(after("update transfer set hash = 'none'" + HERE + " and seq = 17"))
                .startsWith("entry 17: its hash does not follow");
        assertThat(after("update ledger_head set hash = 'none'" + HERE))
                .startsWith("ledger_head: its hash or its peaks");
        assertThat(after("update ledger_head set peaks = 'none'" + HERE))
                .startsWith("ledger_head: its hash or its peaks");
        assertThat(after("update ledger_tile set root = 'none'" + HERE + " and number = 1"))
                .startsWith("entry 257: it or one of those up to 512 is not what is kept of them in ledger_tile");
        assertThat(after("update ledger_root set root = 'none'" + HERE + " and size > 300"))
                .startsWith("entry 301: it or one of those up to " + ENTRIES + " was changed")
                .endsWith("they don't lead to the root of 2026-05-14 in ledger_root");
    }

    @Test
    void a_root_over_nothing_is_named() {
        for (int size : List.of(0, -1))
            assertThat(after("update ledger_root set size = " + size + HERE + " and size > 300"))
                    .isEqualTo(
                            "ledger_root: its root of 2026-05-14 is over %d entries, and there is none over fewer than 1"
                                    .formatted(size));
    }

    @Test
    void a_promise_falls_away_when_its_entry_says() {
        assertThat(after("update ledger_promise set lapses_at = lapses_at - interval '1' day" + HERE))
                .isEqualTo(
                        "ledger_promise: entry 602 falls away at 2026-06-11T12:00:00Z, and there at 2026-06-10T12:00:00Z");
    }

    @Test
    void a_promise_that_fell_away_before_its_time_is_named() {
        String early = "update ledger_promise set lapses_at = lapses_at - interval '30' day" + HERE;
        assertThat(after(() -> book.dissolveLapsed(TOWN, NOON), early))
                .startsWith("entry " + (ENTRIES + 1) + ": it is VOIDED, and there is nothing before it");
    }

    @Test
    void no_day_has_begun_that_lies_more_than_one_ahead() {
        String begun = "update ledger_head set begun_on = date '2100-01-0%d'" + HERE;
        assertThat(after(begun.formatted(2))).startsWith("Sound[");
        assertThat(after(begun.formatted(3))).startsWith("ledger_head: it says that 2100-01-03 has begun already");
        assertThat(after(
                        () -> {},
                        true,
                        wiped(
                                ONLY_BOOKED,
                                "insert into ledger_head (community_id, size, hash, peaks, begun_on) values ('" + TOWN
                                        + "', 0, '" + Hash.ZERO + "', '', date '2100-01-03')")))
                .startsWith("ledger_head: it says that 2100-01-03 has begun already");
    }

    @Test
    void a_book_of_an_older_version_is_taken_in_when_it_is_opened_next() {
        String[] old = wiped(ONLY_BOOKED);
        assertThat(after(() -> {}, true, old)).isEqualTo(new Audit.Finding.NotChained(EARNED).toString());
        assertThat(after(
                        () -> {
                            Account ada = new Account.OfMember(TOWN, ADA);
                            long before = book.balance(ada);
                            book.book(List.of(earning(3), earning(EARNED + 1)));
                            assertThat(book.balance(ada)).isEqualTo(before + 1 + (EARNED + 1) % 7);
                        },
                        true,
                        old))
                .startsWith("Sound[entries=601, ");
    }

    private String after(String... tampering) {
        return after(() -> {}, tampering);
    }

    private String after(Runnable then, String... tampering) {
        return after(then, false, tampering);
    }

    /** What is found in a transaction that comes to nothing. */
    private String after(Runnable then, boolean alone, String... tampering) {
        var found = new AtomicReference<String>();
        try {
            database.run(() -> {
                for (String sql : tampering)
                    assertThat(database.entities().createNativeQuery(sql).executeUpdate())
                            .as(sql)
                            .isPositive();
                then.run();
                found.set(
                        switch (Verified.in(database, TOWN, alone ? Optional.empty() : Optional.of(told))) {
                            case Audit.Finding.Bad(String where, String what) -> where + ": " + what;
                            case Audit.Finding other -> other.toString();
                        });
                throw new MemoryShelf.Crash();
            });
        } catch (MemoryShelf.Crash _) {
            return found.get();
        }
        throw new AssertionError();
    }
}
