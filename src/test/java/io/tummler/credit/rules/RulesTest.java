package io.tummler.credit.rules;

import static io.tummler.credit.Fakes.ADA;
import static io.tummler.credit.Fakes.BOB;
import static io.tummler.credit.Fakes.CLEO;
import static io.tummler.credit.Fakes.NOON;
import static io.tummler.credit.Fakes.TOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.CreditRule;
import io.tummler.api.CreditRule.Promise;
import io.tummler.api.Happening;
import io.tummler.api.IntroductionId;
import io.tummler.api.MemberId;
import io.tummler.api.Sponsor;
import io.tummler.api.Transfer;
import io.tummler.api.Transfer.Reason;
import io.tummler.credit.Fakes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final IntroductionId INTRODUCTION = new IntroductionId(new UUID(9, 9));
    private static final Account COMMUNITY = new Account.OfCommunity(TOWN);
    private static final Account OF_ADA = new Account.OfMember(TOWN, ADA);
    private static final Account OF_BOB = new Account.OfMember(TOWN, BOB);

    private final Past past = new Past();
    private final List<Sponsor> sponsors = new ArrayList<>();
    private final Fakes.FakeMembers members = new Fakes.FakeMembers();

    @Test
    void both_sides_of_a_connection_earn_one() {
        var met = met(Optional.empty());
        assertThat(rewards(met))
                .containsExactly(
                        transfer(COMMUNITY, OF_ADA, 1, Reason.CONNECTED, met, Optional.of(BOB)),
                        transfer(COMMUNITY, OF_BOB, 1, Reason.CONNECTED, met, Optional.of(ADA)));
    }

    @Test
    void what_helping_earns_is_promised_when_two_meet_until_it_is_known_whether_it_helped() {
        past.keep(rewards(met(Optional.empty())));
        var met = met(Optional.empty());
        assertThat(promises(met))
                .contains(
                        new Promise(helped(BOB, ADA, met.at(), 5, 1), met.until()),
                        new Promise(helped(ADA, BOB, met.at(), 5, 1), met.until()))
                .hasSize(2);
    }

    @Test
    void a_helper_earns_five_when_the_asker_says_so_and_the_asker_one_by_saying_it() {
        var said = said(Optional.empty());
        assertThat(rewards(said))
                .containsExactly(
                        transfer(COMMUNITY, OF_BOB, 5, Reason.HELPED, said, Optional.of(ADA)),
                        transfer(COMMUNITY, OF_ADA, 1, Reason.SAID_SO, said, Optional.of(BOB)));
    }

    @Test
    void what_two_earn_by_each_other_again_halves_until_nothing_is_left_and_is_whole_again_after_the_memory() {
        List<Long> earned = new ArrayList<>();
        for (int time = 0; time < 5; time++) {
            Instant at = NOON.plus(Duration.ofDays(time));
            var said =
                    new Happening.Helped(TOWN, new IntroductionId(new UUID(8, time)), ADA, BOB, Optional.empty(), at);
            List<Transfer> helped = rewards(said).stream()
                    .filter(transfer -> transfer.reason() == Reason.HELPED)
                    .toList();
            helped.forEach(transfer -> assertThat(transfer.nth()).isEqualTo(earned.size() + 1));
            earned.add(helped.stream().mapToLong(Transfer::amount).sum());
            past.keep(helped);
        }
        assertThat(earned).containsExactly(5L, 3L, 1L, 1L, 0L);

        var later = new Happening.Helped(
                TOWN, INTRODUCTION, ADA, BOB, Optional.empty(), NOON.plus(Duration.ofDays(3 + 90)));
        assertThat(rewards(later)).contains(helped(BOB, ADA, later.at(), 5, 1));
    }

    @Test
    void a_broker_is_promised_two_and_earns_them_when_one_of_both_says_that_it_helped() {
        var met = met(Optional.of(CLEO));
        assertThat(promises(met)).contains(new Promise(brokered(met.at()), met.until()));
        assertThat(rewards(met)).noneMatch(transfer -> transfer.reason() == Reason.BROKERED);
        var said = said(Optional.of(CLEO));
        assertThat(rewards(said)).contains(brokered(said.at()));
    }

    @Test
    void whoever_helps_somebody_new_in_their_first_introduction_earns_two_more_on_their_word() {
        var met = met(Optional.empty());
        List<Promise> promised = promises(met);
        Transfer welcome = new Transfer(
                COMMUNITY,
                OF_BOB,
                2,
                Reason.WELCOMED,
                Happening.Helped.cause(INTRODUCTION, ADA),
                met.at(),
                Optional.of(ADA));
        assertThat(promised).contains(new Promise(welcome, met.until()));

        assertThat(rewards(said(Optional.empty())))
                .as("nothing that was not promised")
                .noneMatch(transfer -> transfer.reason() == Reason.WELCOMED);
        past.promise(promised);
        assertThat(rewards(said(Optional.empty())))
                .filteredOn(transfer -> transfer.reason() == Reason.WELCOMED)
                .extracting(Transfer::credit)
                .containsExactly(OF_BOB);
    }

    @Test
    void a_second_introduction_is_nobodys_welcome() {
        past.keep(rewards(met(Optional.empty())));
        assertThat(promises(met(Optional.empty())))
                .noneMatch(promise -> promise.transfer().reason() == Reason.WELCOMED);
    }

    @Test
    void a_sponsor_is_promised_goodwill_with_both_and_earns_it_only_when_both_say_that_it_helped() {
        sponsors.add((_, _, _) -> Set.of("oven", "bakery"));
        var met = met(Optional.empty());
        List<Promise> promised = promises(met).stream()
                .filter(promise -> promise.transfer().reason() == Reason.SPONSORED)
                .toList();
        assertThat(promised)
                .extracting(promise -> promise.transfer().credit())
                .containsExactly(
                        new Account.Goodwill(TOWN, "bakery", ADA),
                        new Account.Goodwill(TOWN, "bakery", BOB),
                        new Account.Goodwill(TOWN, "oven", ADA),
                        new Account.Goodwill(TOWN, "oven", BOB));
        past.promise(promised);
        assertThat(rewards(said(Optional.empty())))
                .as("one of both alone")
                .noneMatch(transfer -> transfer.reason() == Reason.SPONSORED);
        assertThat(rewards(new Happening.BothHelped(TOWN, INTRODUCTION, ADA, BOB, NOON)))
                .hasSize(4)
                .allMatch(transfer -> transfer.reason() == Reason.SPONSORED);
    }

    @Test
    void who_sponsors_since_two_have_met_earns_no_goodwill_with_them() {
        sponsors.add((_, _, _) -> Set.of("late"));
        assertThat(rewards(new Happening.BothHelped(TOWN, INTRODUCTION, ADA, BOB, NOON)))
                .isEmpty();
    }

    @Test
    void what_lay_unused_for_a_year_goes_at_the_beginning_of_a_day() {
        past.left.put(ADA, 3L);
        past.left.put(CLEO, 0L);
        var day = new Happening.DayBegun(TOWN, LocalDate.of(2026, 5, 12), NOON);
        assertThat(rewards(day))
                .containsExactly(new Transfer(
                        OF_ADA, new Account.Expired(TOWN), 3, Reason.EXPIRED, day.cause(), NOON, Optional.empty()));
        assertThat(past.askedFor).isEqualTo(NOON.minus(Duration.ofDays(365)));
    }

    @Test
    void a_brand_pays_what_it_promised() {
        var done = new Happening.TaskDone(TOWN, "bakery", "try-rye", BOB, 20, NOON);
        assertThat(rewards(done))
                .containsExactly(transfer(
                        new Account.OfBrand(TOWN, "bakery"), OF_BOB, 20, Reason.TASK_DONE, done, Optional.empty()));
    }

    @Test
    void being_thanked_earns_one_and_thanking_too() {
        var thanked = thanks("first", ADA, BOB, NOON);
        assertThat(rewards(thanked))
                .containsExactly(
                        transfer(COMMUNITY, OF_BOB, 1, Reason.THANKED, thanked, Optional.of(ADA)),
                        transfer(COMMUNITY, OF_ADA, 1, Reason.SAID_SO, thanked, Optional.of(BOB)));
        assertThat(whyNothing(thanked)).isEmpty();
    }

    @Test
    void the_same_two_earn_by_thanks_again_only_after_the_quiet_period() {
        past.keep(thanked(thanks("first", ADA, BOB, NOON)));

        var soon = thanks("soon", ADA, BOB, NOON.plus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(rewards(soon)).isEmpty();
        assertThat(whyNothing(soon)).contains(new Says.ThankedRecently(BOB, 7));

        assertThat(thanked(thanks("back", BOB, ADA, NOON.plusSeconds(1)))).hasSize(1);
        assertThat(thanked(thanks("other", CLEO, BOB, NOON.plusSeconds(1)))).hasSize(1);
        assertThat(thanked(thanks("later", ADA, BOB, NOON.plus(Duration.ofDays(7)))))
                .hasSize(1);
    }

    @Test
    void who_is_forgotten_and_comes_back_in_the_quiet_period_gives_nobody_more_than_who_stays() {
        past.keep(thanked(thanks("first", ADA, BOB, NOON)));
        for (int life = 0; life < 5; life++) {
            MemberId adaAgain = Fakes.member(20 + life);
            Instant back = NOON.plus(Duration.ofMinutes(1 + life));
            members.since.put(adaAgain, back);
            var again = thanks("life " + life, adaAgain, BOB, back.plusSeconds(9));
            assertThat(rewards(again)).isEmpty();
            assertThat(whyNothing(again)).contains(new Says.ThanksOfSomebodyNew(BOB, 7));
        }
    }

    @Test
    void thanks_of_somebody_new_earn_whom_nobody_else_thanked_of_late_and_after_a_week_like_any() {
        members.since.put(ADA, NOON.minusSeconds(60));
        past.keep(thanked(thanks("first", ADA, BOB, NOON)));
        assertThat(past.kept).hasSize(1);

        past.keep(thanked(thanks("other", CLEO, BOB, NOON.plus(Duration.ofDays(7)))));
        assertThat(past.kept).hasSize(2);
        assertThat(thanked(thanks("known", ADA, BOB, NOON.plus(Duration.ofDays(7)))))
                .hasSize(1);
    }

    @Test
    void five_thanks_a_week_earn_and_the_sixth_does_not() {
        for (int n = 0; n < 5; n++) past.keep(thanked(thanks("thanks " + n, ADA, Fakes.member(10 + n), NOON)));
        assertThat(past.kept).hasSize(5);

        var sixth = thanks("sixth", ADA, BOB, NOON.plus(Duration.ofDays(6)));
        assertThat(rewards(sixth)).isEmpty();
        assertThat(whyNothing(sixth)).contains(new Says.ThanksUsedUp(5));

        assertThat(thanked(thanks("next week", ADA, BOB, NOON.plus(Duration.ofDays(7)))))
                .hasSize(1);
    }

    @Test
    void who_thanks_the_same_member_week_after_week_soon_gives_nothing_and_is_told_so() {
        for (int week = 0; week < 2; week++)
            past.keep(rewards(thanks("week " + week, ADA, BOB, NOON.plus(Duration.ofDays(7 * week)))));
        assertThat(past.kept).filteredOn(it -> it.reason() == Reason.THANKED).hasSize(2);
        var third = thanks("third", ADA, BOB, NOON.plus(Duration.ofDays(14)));
        assertThat(rewards(third)).isEmpty();
        assertThat(whyNothing(third)).contains(new Says.ThankedOften(BOB, 90));
    }

    @Test
    void nothing_is_earned_by_oneself() {
        assertThat(rewards(thanks("self", ADA, ADA, NOON))).isEmpty();
        assertThat(rewards(new Happening.Helped(TOWN, INTRODUCTION, ADA, ADA, Optional.empty(), NOON)))
                .isEmpty();
        var met = new Happening.Connected(TOWN, INTRODUCTION, ADA, ADA, Optional.of(ADA), NOON.plusSeconds(1), NOON);
        assertThat(rewards(met)).isEmpty();
        assertThat(promises(met)).isEmpty();
    }

    private static Happening.Connected met(Optional<MemberId> broker) {
        return new Happening.Connected(TOWN, INTRODUCTION, ADA, BOB, broker, NOON.plus(Duration.ofDays(10)), NOON);
    }

    private static Happening.Helped said(Optional<MemberId> broker) {
        return new Happening.Helped(TOWN, INTRODUCTION, ADA, BOB, broker, NOON.plus(Duration.ofDays(3)));
    }

    private static Transfer helped(MemberId to, MemberId by, Instant at, long amount, int nth) {
        return new Transfer(
                COMMUNITY,
                new Account.OfMember(TOWN, to),
                amount,
                Reason.HELPED,
                Happening.Helped.cause(INTRODUCTION, by),
                at,
                Optional.of(by),
                nth);
    }

    private static Transfer brokered(Instant at) {
        return new Transfer(
                COMMUNITY,
                new Account.OfMember(TOWN, CLEO),
                2,
                Reason.BROKERED,
                "brokered:" + INTRODUCTION,
                at,
                Optional.of(ADA));
    }

    private List<Promise> promises(Happening happening) {
        return ShippedRules.all(members, sponsors).stream()
                .flatMap(it -> it.promise(happening, past).stream())
                .toList();
    }

    private List<Transfer> thanked(Happening happening) {
        return rewards(happening).stream()
                .filter(transfer -> transfer.reason() == Reason.THANKED)
                .toList();
    }

    private List<Transfer> rewards(Happening happening) {
        return ShippedRules.all(members, sponsors).stream()
                .flatMap(it -> it.reward(happening, past).stream())
                .toList();
    }

    private Optional<Object> whyNothing(Happening happening) {
        return ShippedRules.all(members).stream()
                .flatMap(it -> it.whyNothing(happening, past).stream())
                .<Object>map(it -> it)
                .findFirst();
    }

    private static Happening.Thanked thanks(String cause, MemberId from, MemberId to, Instant at) {
        return new Happening.Thanked(TOWN, cause, from, to, at);
    }

    private static Transfer transfer(
            Account debit, Account credit, long amount, Reason reason, Happening happening, Optional<MemberId> by) {
        return new Transfer(debit, credit, amount, reason, happening.cause(), happening.at(), by);
    }

    /** A history in memory. */
    private static final class Past implements CreditRule.History {
        final List<Transfer> kept = new ArrayList<>();
        final List<Promise> promised = new ArrayList<>();
        final Map<MemberId, Long> left = new HashMap<>();
        Instant askedFor = Instant.EPOCH;

        void promise(List<Promise> promises) {
            promised.addAll(promises);
        }

        @Override
        public boolean wasPromised(Transfer transfer) {
            return promised.stream()
                    .map(Promise::transfer)
                    .anyMatch(it -> it.credit().equals(transfer.credit())
                            && it.reason() == transfer.reason()
                            && it.cause().equals(transfer.cause()));
        }

        @Override
        public Map<MemberId, Long> leftOver(CommunityId community, Instant before) {
            askedFor = before;
            return left;
        }

        void keep(List<Transfer> transfers) {
            kept.addAll(transfers);
        }

        @Override
        public long count(Reason reason, MemberId from, MemberId to, Instant since) {
            return kept.stream()
                    .filter(it -> it.credit().equals(new Account.OfMember(TOWN, to)))
                    .filter(it -> counts(it, reason, from, since))
                    .count();
        }

        @Override
        public long countTo(Reason reason, MemberId to, Instant since) {
            return kept.stream()
                    .filter(it -> it.reason() == reason
                            && it.credit().equals(new Account.OfMember(TOWN, to))
                            && it.at().isAfter(since))
                    .count();
        }

        @Override
        public long countBy(Reason reason, MemberId from, Instant since) {
            return kept.stream().filter(it -> counts(it, reason, from, since)).count();
        }

        private static boolean counts(Transfer transfer, Reason reason, MemberId from, Instant since) {
            return transfer.reason() == reason
                    && transfer.by().equals(Optional.of(from))
                    && transfer.at().isAfter(since);
        }
    }
}
