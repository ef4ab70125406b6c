package io.tummler.credit.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.credit.trust.Trust.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TrustInAnyTownTest {
    private static final int TRIES = 30;
    private static final int MEMBERS = 14;
    private static final int FAKES = 10;
    private static final long NOW = 1_000_000_000;
    private static final long DAY = 24 * 60 * 60;
    private static final int[] TRUSTED = {0, 1, 2};

    /** Nobody is passed by enough walks, so that every walk counts, and nobody is doubted so much that it doesn't. */
    private static final Tuning EVERY_WALK_COUNTS =
            new Tuning(Tuning.SHIPPED.halfLifeSeconds(), .25, 5, .85, .5, 8, 1.5, 9, 25, .1, 20, 10);

    record Word(int by, int of, double worth, long at) {}

    @Property(tries = TRIES)
    void nothing_that_a_member_says_raises_its_own_score(
            @ForAll("words") List<Word> said, @ForAll("more") List<Word> more, @ForAll @IntRange(max = 13) int member) {
        Trust trust = trust(said);
        Optional<Standing> before = trust.of(member);

        for (Word word : more) trust.said(member, word.of, word.worth, word.at);

        assertThat(score(trust.of(member))).isLessThanOrEqualTo(score(before));
        assertThat(atLeast(trust.of(member))).isLessThanOrEqualTo(atLeast(before));
    }

    @Property(tries = TRIES)
    void accounts_that_a_member_made_up_are_never_known_and_bring_it_nothing(
            @ForAll("words") List<Word> said,
            @ForAll("more") List<Word> more,
            @ForAll @IntRange(min = 3, max = 13) int member) {
        Trust trust = trust(said);
        double before = score(trust.of(member));

        for (Word word : more) {
            // Numbers from MEMBERS on are made up; whoever is not stands for the attacker here.
            int by = word.by < MEMBERS ? member : word.by;
            int of = word.of < MEMBERS ? member : word.of;
            trust.said(by, of, word.worth, word.at);
        }

        assertThat(score(trust.of(member))).isLessThanOrEqualTo(before);
        for (int fake = MEMBERS; fake < MEMBERS + FAKES; fake++)
            assertThat(trust.of(fake)).isEmpty();
    }

    @Property(tries = TRIES)
    void a_score_is_0_to_100_and_its_bound_below(@ForAll("words") List<Word> said) {
        for (Optional<Standing> standing : all(trust(said))) {
            assertThat(score(standing)).isBetween(0.0, 100.0);
            assertThat(atLeast(standing)).isBetween(0.0, score(standing));
        }
    }

    @Property(tries = TRIES)
    void what_is_mended_word_by_word_is_the_same_as_all_anew(
            @ForAll("words") List<Word> said, @ForAll("words") List<Word> more) {
        Trust trust = trust(said);
        trust.of(0);
        for (Word word : more) trust.said(word.by, word.of, word.worth, word.at);
        List<Optional<Standing>> mended = all(trust);

        trust.anew(NOW);

        assertThat(all(trust)).isEqualTo(mended);
    }

    @Property(tries = TRIES)
    void the_order_of_words_does_not_matter(@ForAll("words") List<Word> said, @ForAll int seed) {
        List<Word> other = new ArrayList<>(said);
        Collections.shuffle(other, new Random(seed));

        assertThat(all(trust(other))).isEqualTo(all(trust(said)));
    }

    private static Trust trust(List<Word> said) {
        var trust = new Trust(EVERY_WALK_COUNTS, 1);
        trust.seeds(TRUSTED);
        for (Word word : said) trust.said(word.by, word.of, word.worth, word.at);
        trust.anew(NOW);
        return trust;
    }

    private static List<Optional<Standing>> all(Trust trust) {
        return IntStream.range(0, MEMBERS + FAKES).mapToObj(trust::of).toList();
    }

    private static double score(Optional<Standing> standing) {
        return standing.map(Standing::score).orElse(0.0);
    }

    private static double atLeast(Optional<Standing> standing) {
        return standing.map(Standing::atLeast).orElse(0.0);
    }

    @Provide
    Arbitrary<List<Word>> words() {
        return Arbitraries.longs().map(seed -> words(MEMBERS, 80, seed));
    }

    @Provide
    Arbitrary<List<Word>> more() {
        return Arbitraries.longs().map(seed -> words(MEMBERS + FAKES, 60, seed));
    }

    /** Out of one seed, since lists that are made word by word are mostly short, and towns with few words are too simple. */
    private static List<Word> words(int members, int count, long seed) {
        var chance = new Random(seed);
        return Stream.generate(() -> new Word(
                        chance.nextInt(members),
                        chance.nextInt(members),
                        chance.nextBoolean() ? .5 : 1,
                        NOW - chance.nextInt(800) * DAY))
                .limit(count)
                .toList();
    }
}
