package io.tummler.credit;

import static io.tummler.credit.Fakes.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tummler.FakeEvent;
import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.CreditRule;
import io.tummler.api.Happening;
import io.tummler.api.IntroductionId;
import io.tummler.api.MemberId;
import io.tummler.api.Transfer;
import io.tummler.credit.rules.ShippedRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Rules and ledger together, told whatever happens in whatever way. */
class BookkeepingTest {
    /** Besides a broker. */
    private static final int MEMBERS = 6;

    private static final List<String> BRANDS = List.of("bakery", "bikes");

    private final TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2, Entry.class, AlternateRow.class);
    private final Book book = new Book(database.entities(), Fakes.counted(), new FakeEvent<>());
    private final Alternates alternates = new Alternates(database.entities(), new FakeEvent<>());
    private final Bookkeeper bookkeeper = new Bookkeeper(ShippedRules.all(), book, alternates);

    private long communities;

    @Property(tries = 100, seed = "45")
    void whatever_is_told_twice_late_or_through_crashes_is_booked_once(
            @ForAll @Size(max = 40) List<@IntRange(max = 299) Integer> numbers, @ForAll long seed) {
        var community = new CommunityId(new UUID(4, communities++));
        List<Happening> happened =
                numbers.stream().distinct().map(it -> happening(community, it)).toList();
        tell(happened, new Random(seed));
        database.run(() -> {
            for (Happening happening : happened) eachOnce(community, happening);
            assertThat(accounts(community).mapToLong(book::balance).sum()).isZero();
            members(community).forEach(it -> assertThat(book.balance(it)).isEqualTo(earned(it)));
        });
    }

    @Test
    void the_order_of_rules_does_not_matter() {
        CreditRule firstHelp = (happening, history) -> happening instanceof Happening.Helped helped
                        && history.count(Transfer.Reason.HELPED, helped.asker(), helped.helper(), Instant.EPOCH) == 0
                ? List.of(new Transfer(
                        new Account.OfCommunity(helped.community()),
                        new Account.OfMember(helped.community(), helped.helper()),
                        2,
                        Transfer.Reason.HELPED,
                        "first-help:" + helped.asker() + ":" + helped.helper(),
                        helped.at(),
                        Optional.of(helped.asker())))
                : List.of();
        List<CreditRule> last =
                Stream.concat(ShippedRules.all().stream(), Stream.of(firstHelp)).toList();
        for (List<CreditRule> rules : List.of(last, last.reversed())) {
            var community = new CommunityId(new UUID(6, communities++));
            MemberId asker = Fakes.member(30 + 2 * communities);
            MemberId helper = Fakes.member(31 + 2 * communities);
            var introduction = new IntroductionId(new UUID(6, communities));
            var helped = new Happening.Helped(community, introduction, asker, helper, Optional.empty(), NOON);
            database.run(() -> new Bookkeeper(rules, book, alternates).hear(helped));
            assertThat(database.transact(() -> book.balance(new Account.OfMember(community, helper))))
                    .isEqualTo(7);
        }
    }

    /** Each at least once, in any order, in transactions of which some fail and are tried again. */
    private void tell(List<Happening> happened, Random random) {
        var told = new ArrayList<>(happened);
        for (Happening happening : happened) if (random.nextBoolean()) told.add(happening);
        Collections.shuffle(told, random);
        for (Happening happening : told) {
            if (random.nextInt(4) == 0)
                assertThatThrownBy(() -> database.run(() -> {
                            bookkeeper.hear(happening);
                            throw new IllegalStateException("the plug is pulled");
                        }))
                        .hasMessage("the plug is pulled");
            database.run(() -> bookkeeper.hear(happening));
        }
    }

    private void eachOnce(CommunityId community, Happening happening) {
        List<Transfer> booked = book.causedBy(community, happening.cause());
        assertThat(new HashSet<>(booked)).hasSameSizeAs(booked);
        // Each earns once by each reason; how much, and whether, depends on what was before.
        assertThat(booked.stream().map(it -> List.of(it.credit(), it.reason())).distinct())
                .hasSameSizeAs(booked);
        switch (happening) {
            case Happening.Connected _ -> assertThat(booked).hasSizeLessThanOrEqualTo(2);
            case Happening.Helped _ -> assertThat(booked).hasSizeLessThanOrEqualTo(3);
            case Happening.Thanked _ -> assertThat(booked).hasSizeLessThanOrEqualTo(2);
            case Happening.BothHelped _, Happening.DayBegun _ ->
                assertThat(booked).isEmpty();
            case Happening.TaskDone _ -> assertThat(booked).hasSize(1);
        }
    }

    @Test
    void what_one_says_of_another_account_of_theirs_earns_nothing() {
        var community = new CommunityId(new UUID(7, 1));
        MemberId ada = Fakes.member(60);
        MemberId alsoAda = Fakes.member(61);
        MemberId ben = Fakes.member(62);
        database.run(() -> alternates.join(community, ada, alsoAda));
        database.run(() -> {
            bookkeeper.hear(new Happening.Thanked(community, "one", ada, alsoAda, NOON));
            bookkeeper.hear(new Happening.Helped(
                    community, new IntroductionId(new UUID(7, 2)), alsoAda, ada, Optional.empty(), NOON));
            bookkeeper.hear(new Happening.Thanked(community, "two", ada, ben, NOON));
        });
        database.run(() -> {
            assertThat(book.balance(new Account.OfMember(community, alsoAda))).isZero();
            assertThat(book.balance(new Account.OfMember(community, ben))).isEqualTo(1);
            // For thanking somebody else.
            assertThat(book.balance(new Account.OfMember(community, ada))).isEqualTo(1);
        });
        database.run(() -> alternates.part(alsoAda));
        database.run(() -> bookkeeper.hear(new Happening.Thanked(community, "three", ada, alsoAda, NOON)));
        database.run(() -> assertThat(book.balance(new Account.OfMember(community, alsoAda)))
                .isEqualTo(1));
    }

    @Test
    void meetings_that_are_open_at_once_are_promised_less_each_time_too() {
        var community = new CommunityId(new UUID(7, 5));
        MemberId ada = Fakes.member(90);
        MemberId ben = Fakes.member(91);
        MemberId cleo = Fakes.member(92);
        List<Long> toBen = new ArrayList<>();
        List<Long> toCleo = new ArrayList<>();
        for (int time = 0; time < 5; time++) {
            var introduction = new IntroductionId(new UUID(7, 50 + time));
            List<Long> before = List.of(promised(community, ben), promised(community, cleo));
            database.run(() -> bookkeeper.hear(new Happening.Connected(
                    community, introduction, ada, ben, Optional.of(cleo), NOON.plusSeconds(1), NOON)));
            toBen.add(promised(community, ben) - before.getFirst());
            toCleo.add(promised(community, cleo) - before.getLast());
        }
        assertThat(toBen).as("two more for the first, as Ada was new").containsExactly(5L + 2, 3L, 1L, 1L, 0L);
        assertThat(toCleo).containsExactly(2L, 1L, 1L, 0L, 0L);
    }

    private long promised(CommunityId community, MemberId member) {
        return database.transact(() -> book.promised(new Account.OfMember(community, member)));
    }

    @Test
    void what_one_account_of_a_person_did_counts_for_all_of_them() {
        var community = new CommunityId(new UUID(7, 4));
        MemberId ada = Fakes.member(80);
        MemberId alsoAda = Fakes.member(81);
        MemberId ben = Fakes.member(82);
        MemberId alsoBen = Fakes.member(83);
        database.run(() -> alternates.join(community, ada, alsoAda));
        database.run(() -> alternates.join(community, ben, alsoBen));

        database.run(() -> {
            bookkeeper.hear(new Happening.Thanked(community, "one", ada, ben, NOON));
            bookkeeper.hear(new Happening.Thanked(community, "two", alsoAda, alsoBen, NOON.plusSeconds(1)));
        });

        database.run(() -> {
            assertThat(book.balance(new Account.OfMember(community, ben))).isEqualTo(1);
            assertThat(book.balance(new Account.OfMember(community, alsoBen))).isZero();
            var history = new PersonHistory(book, alternates, false);
            assertThat(history.countBy(Transfer.Reason.THANKED, alsoAda, Instant.EPOCH))
                    .isOne();
            assertThat(history.countTo(Transfer.Reason.THANKED, alsoBen, Instant.EPOCH))
                    .isOne();
        });
    }

    @Test
    void three_accounts_of_one_person_are_one_and_whoever_parts_leaves_the_others_together() {
        var community = new CommunityId(new UUID(7, 3));
        List<MemberId> all = List.of(Fakes.member(70), Fakes.member(71), Fakes.member(72), Fakes.member(73));
        database.run(() -> alternates.join(community, all.get(0), all.get(1)));
        database.run(() -> alternates.join(community, all.get(2), all.get(3)));
        assertThat(areSame(all.get(1), all.get(2))).isFalse();
        database.run(() -> alternates.join(community, all.get(1), all.get(2)));
        for (MemberId one : all)
            for (MemberId other : all) assertThat(areSame(one, other)).isTrue();
        database.run(() -> alternates.part(all.get(0)));
        assertThat(areSame(all.get(0), all.get(1))).isFalse();
        assertThat(areSame(all.get(1), all.get(3))).isTrue();
        assertThat(database.transact(() -> alternates.persons(community)).keySet())
                .containsExactlyInAnyOrderElementsOf(all.subList(1, 4));
    }

    private boolean areSame(MemberId one, MemberId other) {
        return database.transact(() -> alternates.areSame(one, other));
    }

    private long earned(Account.OfMember account) {
        return book.transfers(account.community(), account.member(), Integer.MAX_VALUE).stream()
                .mapToLong(Transfer::amount)
                .sum();
    }

    private static Stream<Account> accounts(CommunityId community) {
        return Stream.of(
                        Stream.of(new Account.OfCommunity(community)),
                        BRANDS.stream().map(it -> new Account.OfBrand(community, it)),
                        members(community))
                .flatMap(it -> it);
    }

    private static Stream<Account.OfMember> members(CommunityId community) {
        return Stream.iterate(0, it -> it <= MEMBERS, it -> it + 1)
                .map(it -> new Account.OfMember(community, Fakes.member(it)));
    }

    /** The same number is the same happening, and five in a row are about the same two members. */
    private static Happening happening(CommunityId community, int number) {
        var introduction = new IntroductionId(new UUID(5, number / 5));
        MemberId one = Fakes.member(number / 5 % MEMBERS);
        MemberId other = Fakes.member((number / 5 + 1 + number / 30 % (MEMBERS - 1)) % MEMBERS);
        Optional<MemberId> broker = number % 3 == 0 ? Optional.of(Fakes.member(MEMBERS)) : Optional.empty();
        Instant at = NOON.plus(Duration.ofHours(number));
        return switch (number % 5) {
            case 0 -> new Happening.Connected(community, introduction, one, other, broker, at.plusSeconds(9), at);
            case 1 -> new Happening.Helped(community, introduction, one, other, broker, at);
            case 2 -> new Happening.BothHelped(community, introduction, one, other, at);
            case 3 -> new Happening.Thanked(community, "thanks " + number, one, other, at);
            default -> new Happening.TaskDone(community, BRANDS.get(number % 2), "task " + number, one, 20, at);
        };
    }
}
