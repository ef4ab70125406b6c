package io.tummler.credit.rules;

import static io.tummler.credit.Fakes.ADA;
import static io.tummler.credit.Fakes.BOB;
import static io.tummler.credit.Fakes.CLEO;
import static io.tummler.credit.Fakes.NOON;
import static io.tummler.credit.Fakes.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tummler.api.Account;
import io.tummler.api.CreditRule;
import io.tummler.api.Happening;
import io.tummler.api.IntroductionId;
import io.tummler.api.MemberId;
import io.tummler.api.Transfer;
import io.tummler.api.Transfer.Reason;
import io.tummler.credit.Fakes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final IntroductionId INTRODUCTION = new IntroductionId(new UUID(9, 9));
    private static final Account COMMUNITY = new Account.OfCommunity(TOWN);
    private static final Account OF_ADA = new Account.OfMember(TOWN, ADA);
    private static final Account OF_BOB = new Account.OfMember(TOWN, BOB);

    private final Past past = new Past();
    private final Fakes.FakeMembers members = new Fakes.FakeMembers();

    @Test
    void both_sides_of_a_connection_earn_one() {
        var connected = new Happening.Connected(TOWN, INTRODUCTION, ADA, BOB, NOON);
        assertThat(rewards(connected))
                .containsExactly(
                        transfer(COMMUNITY, OF_ADA, 1, Reason.CONNECTED, connected, Optional.of(BOB)),
                        transfer(COMMUNITY, OF_BOB, 1, Reason.CONNECTED, connected, Optional.of(ADA)));
    }

    @Test
    void a_helper_earns_five_when_the_asker_says_so() {
        var helped = new Happening.Helped(TOWN, INTRODUCTION, ADA, BOB, NOON);
        assertThat(rewards(helped))
                .containsExactly(transfer(COMMUNITY, OF_BOB, 5, Reason.HELPED, helped, Optional.of(ADA)));
    }

    @Test
    void a_broker_earns_two() {
        var brokered = new Happening.Brokered(TOWN, INTRODUCTION, BOB, NOON);
        assertThat(rewards(brokered))
                .containsExactly(transfer(COMMUNITY, OF_BOB, 2, Reason.BROKERED, brokered, Optional.empty()));
    }

    @Test
    void a_brand_pays_what_it_promised() {
        var done = new Happening.TaskDone(TOWN, "bakery", "try-rye", BOB, 20, NOON);
        assertThat(rewards(done))
                .containsExactly(transfer(
                        new Account.OfBrand(TOWN, "bakery"), OF_BOB, 20, Reason.TASK_DONE, done, Optional.empty()));
    }

    @Test
    void being_thanked_earns_one() {
        var thanked = thanks("first", ADA, BOB, NOON);
        assertThat(rewards(thanked))
                .containsExactly(transfer(COMMUNITY, OF_BOB, 1, Reason.THANKED, thanked, Optional.of(ADA)));
        assertThat(whyNothing(thanked)).isEmpty();
    }

    @Test
    void the_same_two_earn_by_thanks_again_only_after_the_quiet_period() {
        past.keep(rewards(thanks("first", ADA, BOB, NOON)));

        var soon = thanks("soon", ADA, BOB, NOON.plus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(rewards(soon)).isEmpty();
        assertThat(whyNothing(soon)).contains(new Says.ThankedRecently(BOB, 7));

        assertThat(rewards(thanks("back", BOB, ADA, NOON.plusSeconds(1)))).hasSize(1);
        assertThat(rewards(thanks("other", CLEO, BOB, NOON.plusSeconds(1)))).hasSize(1);
        assertThat(rewards(thanks("later", ADA, BOB, NOON.plus(Duration.ofDays(7)))))
                .hasSize(1);
    }

    @Test
    void who_is_forgotten_and_comes_back_gives_nobody_more_than_who_stays() {
        past.keep(rewards(thanks("first", ADA, BOB, NOON)));
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
        past.keep(rewards(thanks("first", ADA, BOB, NOON)));
        assertThat(past.kept).hasSize(1);

        past.keep(rewards(thanks("other", CLEO, BOB, NOON.plus(Duration.ofDays(7)))));
        assertThat(past.kept).hasSize(2);
        assertThat(rewards(thanks("known", ADA, BOB, NOON.plus(Duration.ofDays(7)))))
                .hasSize(1);
    }

    @Test
    void five_thanks_a_week_earn_and_the_sixth_does_not() {
        for (int n = 0; n < 5; n++) past.keep(rewards(thanks("thanks " + n, ADA, Fakes.member(10 + n), NOON)));
        assertThat(past.kept).hasSize(5);

        var sixth = thanks("sixth", ADA, BOB, NOON.plus(Duration.ofDays(6)));
        assertThat(rewards(sixth)).isEmpty();
        assertThat(whyNothing(sixth)).contains(new Says.ThanksUsedUp(5));

        assertThat(rewards(thanks("next week", ADA, BOB, NOON.plus(Duration.ofDays(7)))))
                .hasSize(1);
    }

    @Test
    void nothing_is_earned_by_oneself() {
        assertThat(rewards(thanks("self", ADA, ADA, NOON))).isEmpty();
        assertThat(rewards(new Happening.Helped(TOWN, INTRODUCTION, ADA, ADA, NOON)))
                .isEmpty();
        assertThat(rewards(new Happening.Connected(TOWN, INTRODUCTION, ADA, ADA, NOON)))
                .isEmpty();
    }

    @Test
    void a_quiet_period_is_whole_days() {
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofHours(36), Duration.ofDays(366)))
            assertThatThrownBy(() -> new CreditSettings(1, 5, 1, 2, 5, wrong))
                    .hasMessageContaining("pair-quiet-period must be whole days, 1 day to 365 days");
    }

    private List<Transfer> rewards(Happening happening) {
        return ShippedRules.all(members).stream()
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
