package io.tummler.credit;

import static io.tummler.credit.Fakes.ADA;
import static io.tummler.credit.Fakes.NOON;
import static io.tummler.credit.Fakes.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.FakeEvent;
import io.tummler.api.Account;
import io.tummler.api.Beat;
import io.tummler.api.CreditRule.Promise;
import io.tummler.api.Happening;
import io.tummler.api.Message;
import io.tummler.api.Outgoing;
import io.tummler.api.Transfer;
import io.tummler.api.Transfer.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a new day brings, on both databases. */
@ParameterizedClass
@EnumSource
class DaybreakTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-05-13T00:00:00Z");
    private static final Account OF_ADA = new Account.OfMember(TOWN, ADA);

    private final TestDatabase database;
    private final Book book;
    private final Fakes.FakeOutbox outbox = new Fakes.FakeOutbox();
    private Consumer<Happening> rule = _ -> {};
    private final FakeEvent<Happening> happenings = new FakeEvent<>(it -> rule.accept(it));
    private final Daybreak daybreak;
    private final Proofs proofs;

    DaybreakTest(TestDatabase.Kind kind) {
        this.database = TestDatabase.of(kind, Entry.class);
        this.book = new Book(database.entities(), Fakes.counted(), new FakeEvent<>());
        this.daybreak = new Daybreak(book, database.entities(), happenings, outbox);
        this.proofs = new Proofs(database.entities());
    }

    @Test
    void each_day_begins_once_and_not_on_the_day_on_which_the_book_is_opened() {
        beat(NOON);
        beat(MIDNIGHT.minusSeconds(1));
        assertThat(happenings.events).isEmpty();
        beat(MIDNIGHT);
        beat(MIDNIGHT.plusSeconds(60));
        beat(MIDNIGHT.plus(Duration.ofDays(3)));
        assertThat(happenings.events)
                .containsExactly(
                        new Happening.DayBegun(TOWN, LocalDate.of(2026, 5, 13), MIDNIGHT),
                        new Happening.DayBegun(TOWN, LocalDate.of(2026, 5, 16), MIDNIGHT.plus(Duration.ofDays(3))));
        assertThat(outbox.put).as("there is nothing to tell of an empty book").isEmpty();
    }

    @Test
    void moderators_are_told_the_root_over_all_entries_the_days_own_too_and_nothing_when_there_are_no_new_ones() {
        beat(NOON);
        book(1, NOON);
        rule = happening -> {
            if (happenings.events.size() == 1) book.book(List.of(earning(2, happening.at())));
        };
        beat(MIDNIGHT);
        Head head = database.transact(() -> book.head(TOWN));
        assertThat(head.size()).isEqualTo(2);
        Hash root = Frontier.parse(2, head.peaks()).root();
        assertThat(outbox.put)
                .containsExactly(new Outgoing.ToModerators(
                        TOWN, Message.of(new Says.LedgerRoot(LocalDate.of(2026, 5, 13), 2, root.toString()))));
        beat(MIDNIGHT.plus(Duration.ofDays(1)));
        assertThat(outbox.put).hasSize(1);
        book(3, NOON);
        beat(MIDNIGHT.plus(Duration.ofDays(2)));
        assertThat(outbox.put).hasSize(2);
        assertThat(Verified.in(database, TOWN))
                .isInstanceOfSatisfying(
                        Audit.Finding.Sound.class,
                        sound -> assertThat(sound.roots()).isEqualTo(2));
    }

    @Test
    void a_day_that_is_said_to_have_begun_though_it_lies_days_ahead_has_not() {
        beat(NOON);
        begunOn("2026-05-14");
        beat(MIDNIGHT);
        assertThat(happenings.events).as("a clock may be ahead").isEmpty();
        begunOn("2026-05-15");
        beat(MIDNIGHT);
        beat(MIDNIGHT.plusSeconds(60));
        assertThat(happenings.events)
                .containsExactly(new Happening.DayBegun(TOWN, LocalDate.of(2026, 5, 13), MIDNIGHT));
    }

    @Test
    void a_day_that_begins_once_more_has_one_root() {
        beat(NOON);
        book(1, NOON);
        beat(MIDNIGHT);
        book(2, NOON);
        begunOn("2999-01-01");
        beat(MIDNIGHT.plusSeconds(60));
        assertThat(outbox.put).hasSize(1);
        beat(MIDNIGHT.plus(Duration.ofDays(1)));
        assertThat(outbox.put).hasSize(2);
    }

    /** As somebody would write who wants no root to be told. */
    private void begunOn(String day) {
        database.run(() -> database.entities()
                .createNativeQuery("update ledger_head set begun_on = date '" + day + "'")
                .executeUpdate());
    }

    @Test
    void promises_fall_away_with_time() {
        database.run(() -> book.promise(List.of(new Promise(earning(1, NOON), NOON.plusSeconds(60)))));
        beat(NOON);
        assertThat(database.transact(() -> book.promised(OF_ADA))).isEqualTo(1);
        beat(NOON.plusSeconds(60));
        assertThat(database.transact(() -> book.promised(OF_ADA))).isZero();
    }

    @Test
    void each_entry_under_the_last_root_is_proved_by_it_and_no_younger_one() {
        beat(NOON);
        for (int at = 1; at <= 3; at++) {
            int batch = at;
            database.run(() -> book.book(IntStream.range(batch * 300, batch * 300 + 300)
                    .mapToObj(number -> earning(number, NOON))
                    .toList()));
        }
        beat(MIDNIGHT);
        book(1, NOON);
        database.run(() -> {
            List<Entry> entries = book.entries(ADA);
            assertThat(entries).hasSize(901);
            for (Entry entry : entries.subList(0, 900)) {
                Proofs.Proven proven = proofs.of(TOWN, entry.id).orElseThrow();
                assertThat(proven.line()).isEqualTo(entry.line());
                assertThat(proven.root().size()).isEqualTo(900);
                assertThat(proven.proof()
                                .proves(
                                        Hash.ofLeaf(proven.line()),
                                        proven.root().hash()))
                        .isTrue();
                assertThat(proven.proof().path()).hasSizeLessThanOrEqualTo(10);
            }
            assertThat(proofs.of(TOWN, entries.getLast().id)).isEmpty();
            assertThat(proofs.lastRoot(TOWN)).map(Roots.Root::day).contains(LocalDate.of(2026, 5, 13));
        });
    }

    @Test
    void the_line_of_an_entry_says_all_of_it() {
        database.run(() -> book.promise(List.of(new Promise(
                new Transfer(
                        new Account.OfBrand(TOWN, "two\tparts"),
                        OF_ADA,
                        7,
                        Reason.SPONSORED,
                        "back\\slash",
                        NOON.plusNanos(1_234),
                        Optional.of(Fakes.BOB),
                        3),
                MIDNIGHT))));
        Entry entry = database.transact(() -> book.entries(ADA)).getFirst();
        assertThat(entry.line())
                .isEqualTo(String.join(
                        "\t",
                        TOWN.toString(),
                        "1",
                        entry.id.toString(),
                        "PENDING",
                        "-",
                        "brand:two\\tparts",
                        "member:" + ADA,
                        "7",
                        "SPONSORED",
                        "back\\\\slash",
                        "2026-05-12T12:00:00.000001Z",
                        Fakes.BOB.toString(),
                        "3",
                        "2026-05-13T00:00:00Z"));
        assertThat(entry.hash)
                .isEqualTo(Hash.ZERO.followedBy(Hash.ofLeaf(entry.line())).toString());
    }

    private void beat(Instant now) {
        database.run(() -> daybreak.pass(new Beat(TOWN, now)));
    }

    private void book(int number, Instant at) {
        database.run(() -> book.book(List.of(earning(number, at))));
    }

    private static Transfer earning(int number, Instant at) {
        return new Transfer(
                new Account.OfCommunity(TOWN), OF_ADA, 1, Reason.HELPED, "cause " + number, at, Optional.empty());
    }
}
