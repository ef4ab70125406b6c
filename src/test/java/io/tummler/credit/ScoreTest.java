package io.tummler.credit;

import static io.tummler.credit.Fakes.ADA;
import static io.tummler.credit.Fakes.BOB;
import static io.tummler.credit.Fakes.NOON;
import static io.tummler.credit.Fakes.TOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tummler.api.Account;
import io.tummler.api.MemberId;
import io.tummler.api.Reciprocity.Cause;
import io.tummler.api.Reciprocity.Standing;
import io.tummler.api.Transfer;
import io.tummler.api.Transfer.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void a_newcomer_is_not_yet_known() {
        assertThat(Score.of(ADA, List.of(), NOON)).isEqualTo(new Standing.NotYetKnown());
    }

    @Test
    void a_task_done_is_no_reciprocity() {
        var paid = new Transfer(
                new Account.OfBrand(TOWN, "bakery"),
                new Account.OfMember(TOWN, ADA),
                1000,
                Reason.TASK_DONE,
                "task",
                NOON,
                Optional.empty());
        assertThat(Score.of(ADA, List.of(paid), NOON)).isEqualTo(new Standing.NotYetKnown());
    }

    @Test
    void helping_four_members_brings_half_of_the_points_for_giving() {
        assertThat(score(ADA, helped(ADA, 4))).isEqualTo(40);
        assertThat(score(ADA, helped(ADA, 8))).isEqualTo(60);
    }

    @Test
    void the_first_help_is_worth_about_thirteen_points() {
        assertThat(Score.of(ADA, List.of(transfer(Reason.HELPED, ADA, BOB, NOON)), NOON))
                .isEqualTo(new Standing.Known(
                        13, 1, 0, List.of(new Cause(Reason.HELPED, NOON, 80 * (1 - Math.pow(0.5, 0.25))))));
    }

    @Test
    void giving_counts_more_than_receiving() {
        var help = List.of(transfer(Reason.HELPED, ADA, BOB, NOON));
        assertThat(score(ADA, help)).isGreaterThan(5 * score(BOB, help));
        assertThat(score(BOB, help)).isPositive();
        assertThat(known(BOB, help).received()).isEqualTo(1);
        assertThat(known(BOB, help).given()).isZero();
    }

    @Test
    void breadth_counts_more_than_volume() {
        var volume = Collections.nCopies(50, transfer(Reason.HELPED, ADA, BOB, NOON));
        assertThat(score(ADA, helped(ADA, 2))).isGreaterThan(score(ADA, volume));
    }

    @Test
    void two_who_thank_each_other_a_hundred_times_gain_little_more_than_once() {
        var once = trade(1);
        var often = trade(100);
        assertThat(points(ADA, often)).isLessThan(points(ADA, once) * 4 / 3);
        assertThat(points(BOB, often)).isLessThan(points(BOB, once) * 4 / 3);
    }

    @Test
    void however_many_a_member_brings_together_counts_as_with_one_nobody() {
        var often = IntStream.range(0, 100)
                .mapToObj(it -> new Transfer(
                        new Account.OfCommunity(TOWN),
                        new Account.OfMember(TOWN, ADA),
                        2,
                        Reason.BROKERED,
                        "brokered " + it,
                        NOON,
                        Optional.empty()))
                .toList();
        assertThat(points(ADA, often))
                .isGreaterThan(points(ADA, often.subList(0, 1)))
                .isLessThan(points(ADA, often.subList(0, 1)) * 4 / 3);
        assertThat(points(ADA, often)).isLessThan(points(ADA, helped(ADA, 1)));
    }

    @Test
    void what_happened_fades_by_half_in_half_a_year_and_is_forgotten_after_two() {
        var help = List.of(transfer(Reason.HELPED, ADA, BOB, NOON));
        var halfAPerson = NOON.plus(Score.HALF_LIFE);
        double faded = 80 * (1 - Math.pow(0.5, 0.5 / 4));
        assertThat(((Standing.Known) Score.of(ADA, help, halfAPerson))
                        .causes()
                        .getFirst()
                        .points())
                .isCloseTo(faded, within(1e-9));
        assertThat(Score.of(ADA, help, NOON.plus(Score.MEMORY).plusSeconds(1))).isEqualTo(new Standing.NotYetKnown());
    }

    @Test
    void nobody_gains_by_oneself() {
        assertThat(Score.of(ADA, List.of(transfer(Reason.HELPED, ADA, ADA, NOON)), NOON))
                .isEqualTo(new Standing.NotYetKnown());
    }

    @Test
    void causes_are_one_a_reason_the_largest_first_with_its_last_day() {
        Instant later = NOON.plus(Duration.ofDays(1));
        var all = List.of(
                transfer(Reason.THANKED, ADA, Fakes.member(10), NOON),
                transfer(Reason.HELPED, ADA, BOB, NOON),
                transfer(Reason.HELPED, ADA, Fakes.member(11), later),
                transfer(Reason.CONNECTED, ADA, BOB, NOON));
        assertThat(((Standing.Known) Score.of(ADA, all, later)).causes())
                .extracting(Cause::reason)
                .containsExactly(Reason.HELPED, Reason.THANKED, Reason.CONNECTED);
        assertThat(((Standing.Known) Score.of(ADA, all, later))
                        .causes()
                        .getFirst()
                        .at())
                .isEqualTo(later);
    }

    @Property(tries = 500, seed = "42")
    void a_score_is_0_to_100_and_the_sum_of_its_causes(@ForAll("histories") List<Transfer> history) {
        if (!(Score.of(ADA, history, NOON) instanceof Standing.Known known)) return;
        assertThat(known.score()).isBetween(0, 100);
        assertThat(known.causes()).hasSizeLessThanOrEqualTo(5);
        assertThat(points(ADA, history)).isCloseTo(known.score(), within(0.5));
    }

    @Property(tries = 500, seed = "43")
    void giving_once_more_never_lowers_a_score(
            @ForAll("histories") List<Transfer> history, @ForAll("transfers") Transfer more) {
        var longer = new ArrayList<>(history);
        longer.add(more);
        assertThat(points(ADA, longer)).isGreaterThanOrEqualTo(points(ADA, history) - 1e-9);
    }

    @Property(tries = 200, seed = "44")
    void the_order_in_which_it_is_told_changes_nothing(@ForAll("histories") List<Transfer> history) {
        var shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(points(ADA, shuffled)).isCloseTo(points(ADA, history), within(1e-9));
    }

    @Provide
    Arbitrary<List<Transfer>> histories() {
        return transfers().list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<Transfer> transfers() {
        Arbitrary<MemberId> member = Arbitraries.integers().between(1, 8).map(Fakes::member);
        Arbitrary<Instant> at = Arbitraries.integers().between(-10, 900).map(it -> NOON.minus(Duration.ofDays(it)));
        return Combinators.combine(Arbitraries.of(Reason.class), member, member, at)
                .as(ScoreTest::transfer);
    }

    private static List<Transfer> helped(MemberId helper, int members) {
        return IntStream.range(0, members)
                .mapToObj(it -> transfer(Reason.HELPED, helper, Fakes.member(100 + it), NOON))
                .toList();
    }

    private static List<Transfer> trade(int times) {
        var both = new ArrayList<Transfer>();
        for (int n = 0; n < times; n++) {
            both.add(transfer(Reason.THANKED, ADA, BOB, NOON));
            both.add(transfer(Reason.THANKED, BOB, ADA, NOON));
        }
        return both;
    }

    private static Transfer transfer(Reason reason, MemberId to, MemberId by, Instant at) {
        return new Transfer(
                new Account.OfCommunity(TOWN), new Account.OfMember(TOWN, to), 1, reason, "cause", at, Optional.of(by));
    }

    private static Standing.Known known(MemberId member, List<Transfer> transfers) {
        return (Standing.Known) Score.of(member, transfers, NOON);
    }

    private static int score(MemberId member, List<Transfer> transfers) {
        return known(member, transfers).score();
    }

    private static double points(MemberId member, List<Transfer> transfers) {
        return switch (Score.of(member, transfers, NOON)) {
            case Standing.NotYetKnown _ -> 0;
            case Standing.Known known ->
                known.causes().stream().mapToDouble(Cause::points).sum();
        };
    }
}
