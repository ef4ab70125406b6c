package io.tummler.matching.matchmakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tummler.api.Match;
import io.tummler.api.Match.Reason;
import io.tummler.api.Matchmaker;
import io.tummler.api.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Of texts that can't be read, which are matched by their words. */
class TextMatchmakerTest {
    private final Said said = new Said();
    private final TextMatchmaker matchmaker = new TextMatchmaker(new ReadsNothing());
    private final List<Statement> needs = new ArrayList<>();
    private final List<Statement> offers = new ArrayList<>();

    @Test
    void the_offer_that_shares_more_telling_words_comes_first() {
        Statement cooking = offer(1, "cooking with kids");
        Statement bikes = offer(2, "bike repair with kids");
        offer(3, "piano lessons");
        List<Match> found = helpersFor("fixing bikes with my kids");
        assertThat(found).extracting(Match::offer).containsExactly(bikes, cooking);
        assertThat(found.getFirst().reasons()).containsExactly(new Reason.SharedWords(List.of("bikes", "kids")));
    }

    @Test
    void an_offer_that_says_what_the_need_says_scores_1_and_half_of_it_about_half() {
        offer(1, "bike chain");
        offer(2, "bike lights");
        offer(3, "chain saws");
        assertThat(helpersFor("Chain of a bike"))
                .extracting(Match::score)
                .satisfiesExactly(
                        full -> assertThat(full).isCloseTo(1, within(1e-9)),
                        half -> assertThat(half).isCloseTo(.5, within(1e-9)),
                        half -> assertThat(half).isCloseTo(.5, within(1e-9)));
    }

    @Test
    void words_of_asking_and_offering_match_nobody() {
        offer(1, "I can help anyone with good advice on looking for someone");
        assertThat(helpersFor("I need help, looking for good advice")).isEmpty();
    }

    @Test
    void nobody_is_matched_with_an_offer_of_ones_own() {
        offer(0, "bike repair");
        assertThat(helpersFor("bike repair")).isEmpty();
    }

    @Test
    void equals_come_in_the_order_of_their_ids_and_no_more_than_asked_for() {
        for (int i = 1; i <= 9; i++) offer(i, "bike repair");
        Collections.shuffle(offers, new Random(5));
        List<Match> found = helpersFor(need("repair a bike"), 4);
        assertThat(found)
                .extracting(it -> it.offer().id().value().getLeastSignificantBits())
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void where_the_helper_looks_for_what_the_asker_offers_it_is_a_swap() {
        offer(1, "bike repair");
        offer(2, "bike repair");
        Statement bread = offer(0, "baking bread");
        needs.add(said.discreet(said.need(1, "learn to bake bread")));
        Statement looksFor = said.need(2, "learn to bake bread");
        needs.add(looksFor);
        needs.add(said.need(1, "piano lessons"));
        List<Match> found = helpersFor("bike repair");
        assertThat(found.get(0).reasons()).containsExactly(new Reason.SharedWords(List.of("bike", "repair")));
        assertThat(found.get(1).reasons())
                .containsExactly(new Reason.SharedWords(List.of("bike", "repair")), new Reason.Swap(looksFor, bread));
    }

    @Test
    void any_script_matches_itself() {
        Statement japanese = offer(1, "自転車の修理");
        Statement russian = offer(2, "Ремонт велосипедов");
        Statement hindi = offer(3, "साइकिल मरम्मत");
        assertThat(helpersFor("自転車を探しています")).extracting(Match::offer).containsExactly(japanese);
        assertThat(helpersFor("РЕМОНТ кухни")).extracting(Match::offer).containsExactly(russian);
        assertThat(helpersFor("साइकिल")).extracting(Match::offer).containsExactly(hindi);
    }

    @Test
    void a_need_without_a_telling_word_and_an_empty_market_match_nobody() {
        assertThat(helpersFor("bike repair")).isEmpty();
        offer(1, "bike repair");
        assertThat(helpersFor("I need help")).isEmpty();
        assertThat(helpersFor("🚲 1st")).isEmpty();
    }

    @Test
    void an_offer_finds_the_needs_that_it_fits_with_the_same_scores() {
        Statement bikes = said.need(1, "bike chain broken");
        Statement chain = said.need(2, "a chain of mountains");
        needs.addAll(List.of(bikes, chain, said.need(3, "piano lessons")));
        Statement offer = offer(4, "mending a bike chain");
        offer(5, "mountains and lakes");
        List<Match> found = standing().matchesOf(offer, _ -> true, 10);
        assertThat(found).extracting(Match::need).containsExactly(bikes, chain);
        for (Match match : found)
            assertThat(standing().matchesOf(match.need(), offer::equals, 1)).containsExactly(match);
    }

    @Test
    void what_is_not_open_is_passed_over_and_nothing_asked_for_needlessly() {
        for (int i = 1; i <= 9; i++) offer(i, "bike repair");
        List<Statement> asked = new ArrayList<>();
        List<Match> found =
                standing().matchesOf(need("repair a bike"), other -> asked.add(other) && asked.size() > 2, 2);
        assertThat(found).extracting(Match::offer).containsExactly(offers.get(2), offers.get(3));
        assertThat(asked)
                .startsWith(offers.get(0), offers.get(1), offers.get(2), offers.get(3))
                .hasSize(4);
    }

    @Test
    void nobody_asks_for_no_match_at_all() {
        assertThatThrownBy(() -> helpersFor(need("bike repair"), 0)).hasMessage("limit must be at least 1: 0");
    }

    private List<Match> helpersFor(String need) {
        return helpersFor(need(need), 10);
    }

    private List<Match> helpersFor(Statement need, int limit) {
        return standing().matchesOf(need, _ -> true, limit);
    }

    private Matchmaker.Index standing() {
        var index = matchmaker.index();
        needs.forEach(index::add);
        offers.forEach(index::add);
        return index;
    }

    private Statement need(String wording) {
        return said.need(0, wording);
    }

    private Statement offer(long owner, String wording) {
        Statement offer = said.offer(owner, wording);
        offers.add(offer);
        return offer;
    }
}
