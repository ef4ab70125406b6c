package io.tummler.matching.matchmakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tummler.api.Match;
import io.tummler.api.Match.Reason;
import io.tummler.api.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of texts that can be read, which are matched by what they mean. */
class MeantMatchesTest {
    private final Said said = new Said();
    private final TextIndex index = new TextIndex(new Meanings("bread loaf dough", "bike bicycle", "piano keyboard"));

    @Test
    void what_means_the_like_is_found_in_whatever_words_and_says_which() {
        Statement bread = offer(1, "bread ovens");
        offer(2, "bicycle tours");
        List<Match> found = helpersFor("making loaf");
        assertThat(found.getFirst().offer()).isEqualTo(bread);
        assertThat(found.getFirst().score()).isGreaterThan(.2);
        assertThat(found.getFirst().reasons()).containsExactly(new Reason.RelatedWords("loaf", "bread"));
    }

    @Test
    void word_for_word_scores_1_and_less_than_that_less() {
        Statement same = offer(1, "restoring bikes");
        Statement more = offer(2, "restoring bikes quickly");
        List<Match> found = helpersFor("Restoring bikes");
        assertThat(found).extracting(Match::offer).containsExactly(same, more);
        assertThat(found.get(0).score()).isEqualTo(1);
        assertThat(found.get(1).score()).isLessThan(.95);
    }

    @Test
    void a_greeting_that_half_of_all_use_does_not_beat_what_is_meant() {
        for (int i = 1; i <= 40; i++) offer(i, "Mondays chess club openings");
        Statement bread = offer(50, "bread");
        assertThat(helpersFor("Mondays loaf").getFirst().offer()).isEqualTo(bread);
    }

    @Test
    void a_rare_word_that_both_say_counts_in_a_small_community() {
        Statement said = offer(1, "tours through Zwickau");
        Statement other = offer(2, "tours through Plauen");
        List<Match> found = index.matchesOf(this.said.need(0, "a bike in Zwickau"), _ -> true, 5);
        assertThat(found.getFirst().offer()).isEqualTo(said);
        assertThat(found.getFirst().score()).isGreaterThan(.2);
        assertThat(found.getFirst().reasons()).containsExactly(new Reason.SharedWords(List.of("Zwickau")));
        assertThat(scoreOf(found, other)).isLessThan(found.getFirst().score() / 2);
    }

    @Test
    void a_text_that_can_not_be_read_is_compared_by_its_words() {
        Statement greek = offer(1, "club επισκευή");
        offer(2, "επισκευή");
        List<Match> found = helpersFor("club");
        assertThat(found).extracting(Match::offer).containsExactly(greek);
        // All that the need says, and as much again.
        assertThat(found.getFirst().score()).isCloseTo(.76, within(1e-9));
        assertThat(found.getFirst().reasons()).containsExactly(new Reason.SharedWords(List.of("club")));
    }

    @Test
    void words_of_asking_and_offering_match_nobody_whatever_they_mean() {
        offer(1, "I can help anyone with good advice");
        assertThat(helpersFor("I need help, looking for good advice")).isEmpty();
    }

    @Test
    void no_more_words_are_named_than_anybody_would_read() {
        offer(1, "ash birch cedar elm fir hazel juniper");
        assertThat(helpersFor("juniper hazel fir elm cedar birch ash")
                        .getFirst()
                        .reasons())
                .containsExactly(new Reason.SharedWords(List.of("ash", "birch", "cedar", "elm", "fir")));
    }

    @Test
    void a_swap_is_found_by_what_is_meant() {
        Statement piano = said.offer(0, "piano");
        Statement looksFor = said.need(1, "keyboard");
        index.add(piano);
        index.add(looksFor);
        offer(1, "bread");
        assertThat(helpersFor("loaf").getFirst().reasons())
                .containsExactly(new Reason.RelatedWords("loaf", "bread"), new Reason.Swap(looksFor, piano));
        assertThat(index.matchesOf(looksFor, _ -> true, 5).getFirst().reasons())
                .contains(new Reason.RelatedWords("keyboard", "piano"));
    }

    @Test
    void what_both_offer_is_common_ground_the_likest_of_it() {
        Statement bread = offer(1, "bread");
        offer(1, "bread and painting walls");
        Statement askers = said.offer(0, "dough");
        index.add(askers);
        index.add(said.offer(0, "chess"));
        index.add(said.offer(0, "gardens"));
        List<Reason> reasons = helpersFor("walls").getFirst().reasons();
        assertThat(reasons.getLast()).isInstanceOfSatisfying(Reason.CommonGround.class, ground -> {
            assertThat(ground.askerOffers()).isEqualTo(askers);
            assertThat(ground.helperOffers()).isEqualTo(bread);
            assertThat(ground.likeness()).isBetween(.3, .99);
        });
    }

    private static double scoreOf(List<Match> found, Statement offer) {
        return found.stream()
                .filter(match -> match.offer().equals(offer))
                .mapToDouble(Match::score)
                .findFirst()
                .orElse(0);
    }

    private Statement offer(long owner, String wording) {
        Statement offer = said.offer(owner, wording);
        index.add(offer);
        return offer;
    }

    private List<Match> helpersFor(String need) {
        return index.matchesOf(said.need(0, need), _ -> true, 10);
    }
}
