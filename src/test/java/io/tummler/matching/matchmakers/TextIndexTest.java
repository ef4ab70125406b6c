package io.tummler.matching.matchmakers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tummler.api.Match;
import io.tummler.api.Statement;
import io.tummler.api.StatementId;
import io.tummler.api.TextEmbedder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TextIndexTest {
    private static final long SEED = 20260301;
    private static final String[] VOCABULARY =
            "ash birch cedar elm fir hazel juniper larch maple oak pine rowan spruce yew πεύκο willow".split(" ");

    private final TextEmbedder embedder = new Meanings("ash birch", "fir spruce pine");
    private final Said said = new Said();
    private final Random random = new Random(SEED);

    @Test
    void whatever_came_and_went_the_best_are_those_of_a_literal_reading_of_the_formula() {
        for (int round = 0; round < 120; round++) {
            var index = new TextIndex(embedder);
            Map<StatementId, Statement> standing = change(index, 1 + random.nextInt(60));
            Statement sought = statement();
            int limit = 1 + random.nextInt(12);
            List<Match> found = index.matchesOf(sought, _ -> true, limit);

            List<Double> expected = standing.values().stream()
                    .filter(other ->
                            other.kind() != sought.kind() && !other.owner().equals(sought.owner()))
                    .map(other -> literal(sought, other, standing.values()))
                    .filter(score -> score > 1e-9)
                    .sorted(Collections.reverseOrder())
                    .limit(limit)
                    .toList();
            assertThat(found).hasSameSizeAs(expected);
            for (int i = 0; i < found.size(); i++) {
                Match match = found.get(i);
                Statement other = sought.kind() == Statement.Kind.NEED ? match.offer() : match.need();
                assertThat(standing).containsEntry(other.id(), other);
                assertThat(match.score()).isCloseTo(expected.get(i), within(1e-9));
                assertThat(match.score()).isCloseTo(literal(sought, other, standing.values()), within(1e-9));
            }
        }
    }

    @Test
    void the_same_stands_whatever_the_order_in_which_it_came() {
        for (int round = 0; round < 60; round++) {
            var index = new TextIndex(embedder);
            List<Statement> standing =
                    new ArrayList<>(change(index, 1 + random.nextInt(80)).values());
            Collections.shuffle(standing, random);
            var other = new TextIndex(embedder);
            standing.forEach(other::add);
            Statement sought = statement();
            // So few are near that most are not looked at closely.
            assertThat(index.matchesOf(sought, _ -> true, 5, 6)).isEqualTo(other.matchesOf(sought, _ -> true, 5, 6));
            assertThat(index.matchesOf(sought, _ -> true, 50)).isEqualTo(other.matchesOf(sought, _ -> true, 50));
        }
    }

    @Test
    void a_pair_has_the_same_score_and_reasons_whichever_of_the_two_is_looked_for() {
        var index = new TextIndex(embedder);
        List<Statement> standing = List.copyOf(change(index, 80).values());
        int pairs = 0;
        for (Statement sought : standing)
            for (Match match : index.matchesOf(sought, _ -> true, 100)) {
                Statement other = sought.equals(match.need()) ? match.offer() : match.need();
                assertThat(index.matchesOf(other, _ -> true, 100)).contains(match);
                pairs++;
            }
        assertThat(pairs).isGreaterThan(100);
    }

    @Test
    void what_is_over_leaves_nothing_behind() {
        var index = new TextIndex(embedder);
        List<Statement> standing = List.copyOf(change(index, 300).values());
        assertThat(index.words()).isPositive();
        for (Statement one : standing) index.remove(one.id());
        assertThat(index.words()).isZero();
        for (int i = 0; i < 20; i++)
            assertThat(index.matchesOf(statement(), _ -> true, 10)).isEmpty();
        index.remove(standing.getFirst().id());
    }

    @Test
    void where_those_that_are_near_are_closed_it_looks_further() {
        var index = new TextIndex(embedder);
        List<Statement> offers = new ArrayList<>();
        for (int i = 0; i < 300; i++) offers.add(said.offer(i + 1, "birch"));
        Statement far = said.offer(999, "birch larch maple oak");
        offers.add(far);
        offers.forEach(index::add);
        List<Match> found = index.matchesOf(said.need(0, "ash"), far::equals, 1, 2);
        assertThat(found).extracting(Match::offer).containsExactly(far);
    }

    /** Adds, replaces and removes so often; what stands then. */
    private Map<StatementId, Statement> change(TextIndex index, int times) {
        var standing = new TreeMap<StatementId, Statement>();
        for (int i = 0; i < times; i++) {
            List<Statement> all = List.copyOf(standing.values());
            int what = all.isEmpty() ? 0 : random.nextInt(6);
            if (what == 1) {
                StatementId over = all.get(random.nextInt(all.size())).id();
                index.remove(over);
                standing.remove(over);
            } else {
                Statement statement =
                        what == 2 ? said.reworded(all.get(random.nextInt(all.size())), words()) : statement();
                index.add(statement);
                standing.put(statement.id(), statement);
            }
            if (random.nextInt(9) == 0) index.matchesOf(statement(), _ -> true, 1);
        }
        return standing;
    }

    private Statement statement() {
        long owner = random.nextInt(12);
        return random.nextBoolean() ? said.need(owner, words()) : said.offer(owner, words());
    }

    private String words() {
        var words = new ArrayList<String>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) words.add(VOCABULARY[random.nextInt(VOCABULARY.length)]);
        return String.join(" ", words);
    }

    /** What {@link Fit} says in words, written down from strings. */
    private double literal(Statement one, Statement other, Collection<Statement> standing) {
        Statement need = one.kind() == Statement.Kind.NEED ? one : other;
        Statement offer = need.equals(one) ? other : one;
        List<List<String>> offers = standing.stream()
                .filter(it -> it.kind() == Statement.Kind.OFFER)
                .map(TextIndexTest::split)
                .toList();
        float[] asked = embedder.embed(need.wording().text()).orElse(new float[0]);
        float[] offered = embedder.embed(offer.wording().text()).orElse(new float[0]);
        if (asked.length == 0 || offered.length == 0)
            return Math.min(
                    1,
                    bm25(split(need), split(offer), offers, offers.size(), offers.size())
                            / bm25(split(need), split(need), offers, offers.size(), offers.size()));
        double rare = bm25(split(need), split(offer), offers, 1_000, Math.max(5, .005 * offers.size()));
        double like = 1 - (1 - cosine(asked, offered)) / (1 + .025 * rare);
        return Math.clamp((like - .12) / .88, 0, 1);
    }

    private static double bm25(
            List<String> asked, List<String> text, List<List<String>> offers, int among, double most) {
        double mean = offers.stream().mapToInt(List::size).average().orElse(1);
        double sum = 0;
        for (String word : new LinkedHashSet<>(asked)) {
            long having = offers.stream().filter(it -> it.contains(word)).count();
            double with = Math.max(1, having);
            double idf = Math.log(1 + Math.max(0, among - with + .5) / (with + .5));
            double count = text.stream().filter(word::equals).count();
            if (having <= most) sum += idf * count * 2.2 / (count + 1.2 * (.25 + .75 * text.size() / mean));
        }
        return sum;
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int i = 0; i < one.length; i++) {
            double a = Math.round(one[i] / greatest(one) * 127);
            double b = Math.round(other[i] / greatest(other) * 127);
            product += a * b;
            squares += a * a;
            otherSquares += b * b;
        }
        return product / Math.sqrt(squares * otherSquares);
    }

    private static float greatest(float[] parts) {
        float greatest = 0;
        for (float part : parts) greatest = Math.max(greatest, Math.abs(part));
        return greatest;
    }

    private static List<String> split(Statement statement) {
        List<String> stems = new ArrayList<>();
        Words.of(statement.wording().text()).counts().forEach((stem, count) -> {
            for (int i = 0; i < count; i++) stems.add(stem);
        });
        return stems;
    }
}
