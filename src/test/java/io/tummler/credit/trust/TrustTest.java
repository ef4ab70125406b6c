package io.tummler.credit.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tummler.credit.trust.Trust.Cause;
import io.tummler.credit.trust.Trust.Standing;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrustTest {
    private static final long NOW = 1_000_000_000;
    private static final long HALF_LIFE = Tuning.SHIPPED.halfLifeSeconds();
    private static final int MODERATOR = 0;
    private static final int OTHER_MODERATOR = 1;
    private static final int ANA = 2;
    private static final int BEN = 3;
    private static final int CLEO = 4;
    private static final int DORA = 5;
    private static final int EVE = 6;

    private Trust trust = town();

    private static Trust town() {
        var town = new Trust(Tuning.SHIPPED, 1);
        town.seeds(new int[] {MODERATOR, OTHER_MODERATOR});
        town.anew(NOW);
        return town;
    }

    /** Ana, Ben, Cleo and Dora each helped both moderators. */
    private void four_who_are_trusted() {
        for (int member = ANA; member <= DORA; member++) {
            helped(MODERATOR, member);
            helped(OTHER_MODERATOR, member);
        }
    }

    private void helped(int by, int of) {
        trust.said(by, of, 1, NOW);
    }

    private double score(int member) {
        return trust.of(member).map(Standing::score).orElseThrow();
    }

    private double atLeast(int member) {
        return trust.of(member).map(Standing::atLeast).orElseThrow();
    }

    @Test
    void of_whom_nobody_said_anything_is_not_yet_known() {
        assertThat(trust.of(ANA)).isEmpty();
        assertThat(trust.of(MODERATOR)).isEmpty();
        assertThat(trust.of(1_000)).isEmpty();
    }

    @Test
    void of_whom_only_strangers_said_something_is_not_yet_known() {
        helped(BEN, ANA);

        assertThat(trust.of(ANA)).isEmpty();
    }

    @Test
    void a_moderators_word_suffices_for_a_first_task() {
        helped(MODERATOR, ANA);

        assertThat(score(ANA)).isBetween(12.0, 16.0);
        assertThat(atLeast(ANA)).isGreaterThan(10).isEqualTo(score(ANA));
    }

    @Test
    void one_member_who_is_not_a_moderator_makes_nobody_known() {
        four_who_are_trusted();

        helped(ANA, EVE);

        assertThat(trust.of(EVE)).isEmpty();
    }

    @Test
    void two_trusted_members_count_nearly_as_much_as_two_moderators_but_not_for_tasks() {
        four_who_are_trusted();
        helped(ANA, EVE);
        helped(BEN, EVE);

        assertThat(score(EVE)).isCloseTo(score(ANA), within(1.0));
        assertThat(atLeast(EVE)).isZero();
    }

    @Test
    void three_trusted_members_suffice_for_a_first_task() {
        four_who_are_trusted();
        helped(ANA, EVE);
        helped(BEN, EVE);
        helped(CLEO, EVE);

        assertThat(atLeast(EVE)).isGreaterThan(10);
    }

    @Test
    void the_more_members_say_so_the_higher_a_score() {
        for (int member = 10; member < 20; member++) trust.said(MODERATOR, member, 1, NOW);
        trust.seeds(IntStream.range(10, 20).toArray());
        for (int by = 10; by < 14; by++) helped(by, ANA);
        assertThat(score(ANA)).isBetween(38.0, 45.0);

        for (int by = 14; by < 20; by++) helped(by, ANA);
        assertThat(score(ANA)).isBetween(60.0, 80.0);
    }

    @Test
    void who_is_known_by_one_member_only_stays_unknown_whatever_they_say_of_each_other() {
        four_who_are_trusted();
        double before = score(ANA);

        for (int fake = 100; fake < 130; fake++) {
            helped(ANA, fake);
            helped(fake, ANA);
            for (int other = 100; other < 130; other++) helped(fake, other);
        }

        assertThat(score(ANA)).isLessThanOrEqualTo(before);
        for (int fake = 100; fake < 130; fake++) assertThat(trust.of(fake)).isEmpty();
    }

    @Test
    void who_is_known_by_two_members_only_is_never_eligible() {
        four_who_are_trusted();

        for (int fake = 100; fake < 112; fake++) {
            helped(ANA, fake);
            helped(BEN, fake);
            for (int other = 100; other < 112; other++) helped(fake, other);
        }

        for (int fake = 100; fake < 112; fake++) assertThat(atLeast(fake)).isZero();
    }

    @Test
    void a_moderator_who_vouches_for_fifty_at_once_makes_none_of_them_eligible() {
        for (int newcomer = 100; newcomer < 150; newcomer++) helped(MODERATOR, newcomer);

        assertThat(atLeast(100)).isLessThan(10);
    }

    @Test
    void one_member_may_double_what_others_say_but_no_more() {
        four_who_are_trusted();
        trust.said(ANA, EVE, 1, NOW);
        trust.said(BEN, EVE, .1, NOW);
        double much = score(EVE);

        trust = town();
        four_who_are_trusted();
        trust.said(ANA, EVE, .1, NOW);
        trust.said(BEN, EVE, .1, NOW);

        assertThat(score(EVE)).isEqualTo(much, within(.01));
    }

    @Test
    void words_between_the_same_two_count_less_and_less() {
        helped(MODERATOR, ANA);
        double once = score(ANA);

        for (int time = 0; time < 100; time++) helped(MODERATOR, ANA);

        assertThat(score(ANA)).isBetween(once, once * 1.34);
    }

    @Test
    void a_word_counts_half_after_a_half_life_and_nothing_after_four() {
        trust.said(MODERATOR, ANA, 1, NOW);
        trust.said(MODERATOR, BEN, .5, NOW + HALF_LIFE);

        trust.anew(NOW + HALF_LIFE);
        assertThat(score(ANA)).isEqualTo(score(BEN));

        trust.anew(NOW + 4 * HALF_LIFE + 1);
        assertThat(trust.of(ANA)).isEmpty();
        assertThat(trust.of(BEN)).isPresent();
    }

    @Test
    void those_who_all_help_each_other_gain_less_than_from_others() {
        four_who_are_trusted();
        for (int by = ANA; by <= DORA; by++) helped(by, EVE);
        double thanked = score(EVE);

        for (int by = ANA; by <= DORA; by++) {
            for (int of = ANA; of <= EVE; of++) if (by != of) helped(by, of);
            helped(EVE, by);
        }

        assertThat(score(EVE)).isLessThan(thanked * .6);
    }

    @Test
    void who_is_trusted_from_the_outset_counts_in_full_among_those_who_all_help_each_other() {
        for (int by = MODERATOR; by <= EVE; by++) {
            for (int of = MODERATOR; of < EVE; of++) if (by != of) helped(by, of);
        }

        helped(MODERATOR, EVE);
        helped(OTHER_MODERATOR, EVE);

        assertThat(score(EVE)).isGreaterThan(24);
    }

    @Test
    void two_who_help_each_other_lose_nothing_by_it() {
        four_who_are_trusted();
        helped(ANA, EVE);
        helped(BEN, EVE);
        double before = score(EVE);

        helped(EVE, ANA);

        assertThat(score(EVE)).isEqualTo(before);
    }

    @Test
    void who_is_no_longer_trusted_from_the_outset_has_to_be_known_by_others() {
        helped(MODERATOR, ANA);

        trust.seeds(new int[] {OTHER_MODERATOR});
        assertThat(trust.of(ANA)).isEmpty();

        helped(OTHER_MODERATOR, ANA);
        assertThat(trust.of(ANA)).isPresent();
    }

    @Test
    void the_only_trusted_member_cannot_become_known_by_those_it_made_known() {
        trust.seeds(new int[] {MODERATOR});
        helped(MODERATOR, ANA);
        helped(ANA, MODERATOR);

        assertThat(trust.of(MODERATOR)).isEmpty();
    }

    @Test
    void a_standing_names_those_whose_words_bring_most() {
        trust.said(MODERATOR, ANA, .5, NOW - 5);
        trust.said(MODERATOR, ANA, .5, NOW - 9);
        trust.said(OTHER_MODERATOR, ANA, 1, NOW);
        trust.said(ANA, BEN, 1, NOW);
        trust.said(EVE, ANA, 1, NOW);

        Standing standing = trust.of(ANA).orElseThrow();

        assertThat(standing.received()).isEqualTo(1);
        assertThat(standing.given()).isEqualTo(3);
        assertThat(standing.causes()).extracting(Cause::by).containsExactly(OTHER_MODERATOR, MODERATOR);
        assertThat(standing.causes()).extracting(Cause::times).containsExactly(1, 2);
        assertThat(standing.causes()).extracting(Cause::lastSecond).containsExactly(NOW, NOW - 5);
        assertThat(standing.causes().stream().mapToDouble(Cause::points).sum())
                .isCloseTo(standing.score(), within(1e-9));
    }

    @Test
    void a_standing_names_five_at_most() {
        trust.seeds(new int[] {10, 11, 12, 13, 14, 15, 16});
        for (int by = 10; by <= 16; by++) helped(by, ANA);

        assertThat(trust.of(ANA).orElseThrow().causes()).hasSize(5);
    }

    @Test
    void nobody_helps_themselves() {
        helped(MODERATOR, MODERATOR);

        assertThat(trust.of(MODERATOR)).isEmpty();
    }

    @Test
    void a_word_is_worth_something_and_at_most_one() {
        assertThatThrownBy(() -> trust.said(ANA, BEN, 0, NOW)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> trust.said(ANA, BEN, 1.1, NOW)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> trust.said(ANA, -1, 1, NOW)).hasMessageContaining("numbered");
    }
}
