package io.tummler.matching.matchmakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tummler.api.CommunityId;
import io.tummler.api.Market;
import io.tummler.api.Match;
import io.tummler.api.Match.Reason;
import io.tummler.api.MemberId;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedWordsMatchmakerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final MemberId ASKER = member(0);

    private final SharedWordsMatchmaker matchmaker = new SharedWordsMatchmaker();
    private final List<Statement> needs = new ArrayList<>();
    private final List<Statement> offers = new ArrayList<>();
    private final Market market = new Market() {
        @Override
        public Collection<Statement> needs() {
            return needs;
        }

        @Override
        public Collection<Statement> offers() {
            return offers;
        }
    };
    private long ids;

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
        offers.add(statement(ASKER, Statement.Kind.OFFER, "bike repair"));
        assertThat(helpersFor("bike repair")).isEmpty();
    }

    @Test
    void equals_come_in_the_order_of_their_ids_and_no_more_than_asked_for() {
        for (int i = 1; i <= 9; i++) offer(i, "bike repair");
        java.util.Collections.shuffle(offers, new Random(5));
        List<Match> found = matchmaker.helpersFor(need("repair a bike"), market, 4);
        assertThat(found)
                .extracting(it -> it.offer().id().value().getLeastSignificantBits())
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void where_the_helper_looks_for_what_the_asker_offers_it_is_a_swap() {
        offer(1, "bike repair");
        offer(2, "bike repair");
        Statement bread = statement(ASKER, Statement.Kind.OFFER, "baking bread");
        offers.add(bread);
        Statement looksFor = statement(member(2), Statement.Kind.NEED, "learn to bake bread");
        needs.add(looksFor);
        needs.add(statement(member(1), Statement.Kind.NEED, "piano lessons"));
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

    @ParameterizedTest
    @CsvSource({
        "bikes,bike",
        "fixing,fixed",
        "baking,bakes",
        "baked,bake",
        "running,runs",
        "studies,study",
        "classes,class",
        "boxes,box",
        "teaching,teach",
        "repairs,repaired",
        "stories,story"
    })
    void forms_of_a_word_meet(String one, String other) {
        assertThat(Words.stem(one)).isEqualTo(Words.stem(other));
    }

    @ParameterizedTest
    @CsvSource({"sing,s", "red,r", "bus,bu", "string,str", "chess,che", "need,ne"})
    void short_words_stay_themselves(String word, String cut) {
        assertThat(Words.stem(word)).isNotEqualTo(cut).isEqualTo(word);
    }

    @Test
    void ranks_as_a_literal_reading_of_the_formula_does() {
        var random = new Random(20260301);
        String[] vocabulary =
                "ash birch cedar elm fir hazel juniper larch maple oak pine rowan spruce teak willow".split(" ");
        for (int round = 0; round < 200; round++) {
            offers.clear();
            ids = 0;
            int count = 1 + random.nextInt(30);
            for (int i = 0; i < count; i++) offer(random.nextInt(6), words(random, vocabulary));
            Statement need = need(words(random, vocabulary));
            int limit = 1 + random.nextInt(12);

            List<Statement> expected = offers.stream()
                    .filter(offer -> !offer.owner().equals(need.owner()) && literal(need, offer) > 0)
                    .sorted(Comparator.comparingDouble((Statement offer) -> -literal(need, offer))
                            .thenComparing(Statement::id))
                    .limit(limit)
                    .toList();
            List<Match> found = matchmaker.helpersFor(need, market, limit);
            assertThat(found).extracting(Match::offer).containsExactlyElementsOf(expected);
            for (Match match : found)
                assertThat(match.score())
                        .isCloseTo(Math.min(1, literal(need, match.offer()) / literal(need, need)), within(1e-7));
        }
    }

    /** BM25, rounded so that ties are ties whatever the order of the sum. */
    private double literal(Statement need, Statement text) {
        double mean = offers.stream().mapToInt(it -> split(it).size()).average().orElseThrow();
        double sum = 0;
        for (String word : List.copyOf(new java.util.LinkedHashSet<>(split(need)))) {
            double with = Math.max(
                    1, offers.stream().filter(it -> split(it).contains(word)).count());
            double idf = Math.log(1 + (offers.size() - with + .5) / (with + .5));
            double tf = split(text).stream().filter(word::equals).count();
            sum += idf * tf * 2.2 / (tf + 1.2 * (.25 + .75 * split(text).size() / mean));
        }
        return Math.round(sum * 1e9) / 1e9;
    }

    private static List<String> split(Statement statement) {
        return Arrays.asList(statement.wording().text().split(" "));
    }

    private static String words(Random random, String[] vocabulary) {
        var words = new ArrayList<String>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) words.add(vocabulary[random.nextInt(vocabulary.length)]);
        return String.join(" ", words);
    }

    private List<Match> helpersFor(String need) {
        return matchmaker.helpersFor(need(need), market, 10);
    }

    private Statement need(String wording) {
        return statement(ASKER, Statement.Kind.NEED, wording);
    }

    private Statement offer(long owner, String wording) {
        Statement offer = statement(member(owner), Statement.Kind.OFFER, wording);
        offers.add(offer);
        return offer;
    }

    private Statement statement(MemberId owner, Statement.Kind kind, String wording) {
        return new Statement(
                new StatementId(new UUID(0, ++ids)),
                new CommunityId(new UUID(1, 1)),
                owner,
                kind,
                new Wording(wording),
                Statement.Source.DECLARED,
                NOW,
                NOW.plusSeconds(60),
                false);
    }

    private static MemberId member(long number) {
        return new MemberId(new UUID(2, number));
    }
}
