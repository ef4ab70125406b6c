package io.tummler.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tummler.api.MemberId;
import io.tummler.introduction.Acceptance.Outcome;
import io.tummler.introduction.Acceptance.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
    private static final Features FAIR = new Features(.5, 0, 0, 0, 0, false);

    @Test
    void a_middling_fit_is_a_toss_up_for_the_helper_who_was_never_asked_before() {
        assertThat(Acceptance.shipped().byHelper(FAIR)).isEqualTo(.5);
        assertThat(Acceptance.shipped().byAsker(FAIR)).isGreaterThan(.5);
    }

    @Test
    void a_better_fit_something_in_return_and_having_helped_speak_for_a_yes() {
        assertThat(helper(new Features(.9, 0, 0, 0, 0, false))).isGreaterThan(helper(FAIR));
        assertThat(helper(new Features(.5, 1, 0, 0, 0, false))).isGreaterThan(helper(FAIR));
        assertThat(helper(new Features(.5, 0, 0, 3, 0, false))).isGreaterThan(helper(FAIR));
        assertThat(helper(new Features(.5, 0, 0, 0, 2, false))).isLessThan(helper(FAIR));
    }

    @Test
    void some_common_ground_is_better_than_none_and_than_sameness() {
        double some = helper(new Features(.5, 0, .5, 0, 0, false));
        assertThat(some).isGreaterThan(helper(new Features(.5, 0, 1, 0, 0, false)));
        assertThat(some).isGreaterThan(helper(new Features(.5, 0, 0, 0, 0, false)));
    }

    @Test
    void fewer_than_twenty_answers_of_a_side_change_nothing() {
        Acceptance nearly = Acceptance.shipped()
                .after(answers(Side.HELPER, Acceptance.BATCH - 1, Acceptance.MEMBERS_MIN))
                .after(answers(Side.ASKER, Acceptance.BATCH - 1, Acceptance.MEMBERS_MIN));
        assertThat(nearly.byHelper(FAIR)).isEqualTo(Acceptance.shipped().byHelper(FAIR));
        assertThat(nearly.byAsker(FAIR)).isEqualTo(Acceptance.shipped().byAsker(FAIR));
        assertThat(nearly.after(answers(Side.HELPER, 1, 1)).byHelper(FAIR)).isLessThan(.5);
        assertThat(nearly.after(answers(Side.HELPER, 1, 1)).byAsker(FAIR))
                .isEqualTo(Acceptance.shipped().byAsker(FAIR));
    }

    @Test
    void answers_of_four_members_alone_change_nothing() {
        Acceptance few = Acceptance.shipped().after(answers(Side.HELPER, 100, Acceptance.MEMBERS_MIN - 1));
        assertThat(few.byHelper(FAIR)).isEqualTo(.5);
        assertThat(few.after(List.of(new Outcome(Side.HELPER, member(99), FAIR, false)))
                        .byHelper(FAIR))
                .isLessThan(.5);
    }

    @Test
    void who_answered_how_does_not_matter_within_a_batch() {
        List<Outcome> batch = new ArrayList<>(answers(Side.HELPER, 10, 5));
        for (int i = 0; i < 10; i++) batch.add(new Outcome(Side.HELPER, member(i), FAIR, true));
        List<Outcome> swapped = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++)
            swapped.add(new Outcome(
                    Side.HELPER, batch.get(19 - i).by(), FAIR, batch.get(i).yes()));
        assertThat(Acceptance.shipped().after(swapped).byHelper(FAIR))
                .isEqualTo(Acceptance.shipped().after(batch).byHelper(FAIR));
    }

    @Test
    void a_thousand_answers_teach_what_the_community_is_like() {
        var random = new SplittableRandom(7);
        List<Outcome> outcomes = IntStream.range(0, 1_000)
                .mapToObj(i -> {
                    Features known = new Features(random.nextDouble(), 0, 0, 0, 0, false);
                    // They say yes less often than what ships expects, and the fit matters more.
                    return new Outcome(Side.HELPER, member(i), known, random.nextDouble() < truth(known));
                })
                .toList();
        Acceptance learned = Acceptance.shipped().after(outcomes);
        double shippedOff = 0;
        double learnedOff = 0;
        for (double fit = 0; fit <= 1; fit += .1) {
            Features known = new Features(fit, 0, 0, 0, 0, false);
            shippedOff += Math.abs(helper(known) - truth(known)) / 11;
            learnedOff += Math.abs(learned.byHelper(known) - truth(known)) / 11;
        }
        assertThat(shippedOff).isGreaterThan(.1);
        assertThat(learnedOff).isLessThan(.03);
    }

    private static double truth(Features known) {
        return 1 / (1 + Math.exp(1 - 5 * (known.fit() - .5)));
    }

    @Property(tries = 100)
    void whatever_comes_probabilities_stay_between_0_and_1(
            @ForAll("outcomes") List<Outcome> outcomes, @ForAll("features") Features known) {
        Acceptance learned = Acceptance.shipped().after(outcomes);
        assertThat(learned.byHelper(known)).isBetween(.01, .99);
        assertThat(learned.byAsker(known)).isBetween(.01, .99);
    }

    @Property(tries = 50)
    void bit_by_bit_comes_to_the_same_as_at_once(
            @ForAll("outcomes") List<Outcome> outcomes, @ForAll("features") Features known) {
        Acceptance atOnce = Acceptance.shipped().after(outcomes);
        Acceptance bitByBit = Acceptance.shipped();
        for (Outcome outcome : outcomes) bitByBit = bitByBit.after(List.of(outcome));
        assertThat(bitByBit.byHelper(known)).isEqualTo(atOnce.byHelper(known));
        assertThat(bitByBit.byAsker(known)).isEqualTo(atOnce.byAsker(known));
    }

    @Test
    void nobody_becomes_certain_by_a_thousand_same_answers() {
        Features extreme = new Features(1, 1, .5, Integer.MAX_VALUE, Integer.MAX_VALUE, true);
        List<Outcome> same = IntStream.range(0, 2_000)
                .mapToObj(i -> new Outcome(Side.HELPER, member(i), extreme, true))
                .toList();
        assertThat(Acceptance.shipped().after(same).byHelper(extreme)).isBetween(.9, .99);
    }

    @Test
    void what_is_no_share_is_refused() {
        assertThatThrownBy(() -> new Features(Double.NaN, 0, 0, 0, 0, false))
                .hasMessageContaining("fit must be 0 to 1");
        assertThatThrownBy(() -> new Features(0, 0, 1.1, 0, 0, false)).hasMessageContaining("overlap must be 0 to 1");
        assertThatThrownBy(() -> new Features(0, 0, 0, -1, 0, false)).hasMessageContaining("negative");
    }

    @Provide
    Arbitrary<Features> features() {
        Arbitrary<Double> share = Arbitraries.doubles().between(0, 1);
        Arbitrary<Integer> count = Arbitraries.integers().between(0, Integer.MAX_VALUE);
        return Combinators.combine(share, share, share, count, count, Arbitraries.of(true, false))
                .as(Features::new);
    }

    @Provide
    Arbitrary<List<Outcome>> outcomes() {
        return Combinators.combine(
                        Arbitraries.of(Side.values()),
                        Arbitraries.integers().between(0, 9).map(AcceptanceTest::member),
                        features(),
                        Arbitraries.of(true, false))
                .as(Outcome::new)
                .list()
                .ofMaxSize(200);
    }

    private static double helper(Features known) {
        return Acceptance.shipped().byHelper(known);
    }

    /** So many times no, of so many members. */
    private static List<Outcome> answers(Side side, int times, int members) {
        return IntStream.range(0, times)
                .mapToObj(i -> new Outcome(side, member(i % members), FAIR, false))
                .toList();
    }

    private static MemberId member(int number) {
        return new MemberId(new UUID(0, number));
    }
}
