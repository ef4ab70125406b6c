package io.tummler.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tummler.credit.HelpingMonth.Counted;
import io.tummler.credit.HelpingMonth.Returned;
import io.tummler.credit.HelpingMonth.Withheld;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HelpingFiguresTest {
    private static final Instant JANUARY = Instant.parse("2026-01-10T12:00:00Z");
    private static final Instant NEXT_YEAR = JANUARY.plus(Duration.ofDays(365));
    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    private static final long SEED = 5;
    private static final int MONTHS = 12;

    @Test
    void a_month_in_which_fewer_than_five_took_part_is_withheld() {
        var four = List.of(word(1, 2, 1, JANUARY), word(3, 4, 1, JANUARY));
        assertThat(HelpingFigures.of(four, NEXT_YEAR, MONTHS, SEED)).containsExactly(new Withheld(FIRST));
        assertThat(HelpingFigures.of(ring(5), NEXT_YEAR, MONTHS, SEED).getFirst())
                .isInstanceOf(Counted.class);
    }

    @Test
    void what_goes_both_ways_is_reciprocity() {
        // Between 1 and 2 the smaller is 1, there and back: 2 of 3 + 1 + 1 + 1 = 6.
        var words =
                List.of(word(1, 2, 3, JANUARY), word(2, 1, 1, JANUARY), word(3, 4, 1, JANUARY), word(4, 5, 1, JANUARY));
        Counted month = first(words);
        assertThat(month.reciprocity().measured()).isCloseTo(2.0 / 6, within(1e-12));
        assertThat(month.members()).isEqualTo(5);
        assertThat(month.words()).isEqualTo(4);
    }

    @Test
    void pairs_who_help_each_other_stand_out_from_chance() {
        var words = new ArrayList<HelpingWord>();
        for (int pair = 0; pair < 20; pair++) {
            words.add(word(2 * pair, 2 * pair + 1, 1, JANUARY));
            words.add(word(2 * pair + 1, 2 * pair, 1, JANUARY));
        }
        var mutual = first(words).reciprocity();
        assertThat(mutual.measured()).isEqualTo(1);
        assertThat(mutual.chanceHigh()).isLessThan(.5);
    }

    @Test
    void what_is_said_at_random_does_not_stand_out() {
        var random = new Random(3);
        var words = new ArrayList<HelpingWord>();
        while (words.size() < 2_000) {
            int by = random.nextInt(60);
            int of = random.nextInt(60);
            if (by != of) words.add(word(by, of, random.nextBoolean() ? 1 : .5, JANUARY));
        }
        var mutual = first(words).reciprocity();
        assertThat(mutual.measured()).isBetween(mutual.chanceLow(), mutual.chanceHigh());
        assertThat(mutual.measured()).isCloseTo(mutual.byChance(), within(.05));
    }

    @Test
    void help_comes_back_from_anyone_within_ninety_days() {
        // 2 is helped a day after, 3 on the ninetieth, 1 a second after, and 2 again.
        var words = List.of(
                word(1, 2, 1, JANUARY),
                word(2, 3, 1, JANUARY.plus(Duration.ofDays(1))),
                word(3, 4, 1, JANUARY.plus(Duration.ofDays(91))),
                word(5, 1, 1, JANUARY.minusSeconds(1)),
                word(4, 2, .5, JANUARY));
        assertThat(first(words).returned()).isEqualTo(new Returned.Share(1));
        var late = new ArrayList<>(words);
        late.set(2, word(3, 4, 1, JANUARY.plus(Duration.ofDays(91)).plusSeconds(1)));
        assertThat(first(late).returned()).isEqualTo(new Returned.Share(.75));
        var before = new ArrayList<>(words);
        before.set(1, word(2, 3, 1, JANUARY));
        assertThat(first(before).returned()).isEqualTo(new Returned.Share(.25));
    }

    @Test
    void whether_help_came_back_is_known_when_the_ninety_days_after_the_month_are_over() {
        Instant known = Instant.parse("2026-05-02T00:00:00Z");
        assertThat(first(ring(5), known.minusSeconds(1)).returned()).isEqualTo(new Returned.NotYetKnown());
        assertThat(first(ring(5), known).returned()).isEqualTo(new Returned.Share(0));
    }

    @Test
    void the_gini_of_helping_is_over_all_who_took_part() {
        assertThat(HelpingFigures.gini(new double[] {3, 3, 3, 3})).isCloseTo(0, within(1e-12));
        assertThat(HelpingFigures.gini(new double[] {0, 0, 0, 8})).isCloseTo(.75, within(1e-12));
        // All differences between two of 1, 2, 3, 4, both ways: 20, by 2 * 16 * 2.5.
        assertThat(HelpingFigures.gini(new double[] {4, 2, 1, 3})).isCloseTo(.25, within(1e-12));
        var allByOne = IntStream.rangeClosed(2, 5)
                .mapToObj(by -> word(by, 1, 1, JANUARY))
                .toList();
        assertThat(first(allByOne).gini()).isCloseTo(.8, within(1e-12));
        assertThat(first(ring(6)).gini()).isCloseTo(0, within(1e-12));
    }

    @Test
    void months_are_in_order_and_end_in_utc() {
        Instant lastOfJanuary = Instant.parse("2026-01-31T23:59:59Z");
        var words = new ArrayList<HelpingWord>();
        words.add(word(1, 2, 1, lastOfJanuary.plusSeconds(1)));
        words.add(word(1, 2, 1, lastOfJanuary));
        words.add(word(1, 2, 1, NEXT_YEAR.plusSeconds(1)));
        assertThat(HelpingFigures.of(words, NEXT_YEAR, MONTHS, SEED))
                .containsExactly(new Withheld(FIRST), new Withheld(FIRST.plusMonths(1)));
        assertThat(HelpingFigures.of(words, NEXT_YEAR, 1, SEED)).containsExactly(new Withheld(FIRST.plusMonths(1)));
        assertThat(HelpingFigures.of(List.of(), NEXT_YEAR, MONTHS, SEED)).isEmpty();
    }

    @Property(tries = 200, seed = "45")
    void figures_are_shares_and_the_order_of_words_changes_nothing(@ForAll("said") List<HelpingWord> words) {
        var shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, new Random(9));
        List<HelpingMonth> months = HelpingFigures.of(words, NEXT_YEAR, MONTHS, SEED);
        assertThat(HelpingFigures.of(shuffled, NEXT_YEAR, MONTHS, SEED)).isEqualTo(months);
        for (HelpingMonth month : months) {
            if (!(month instanceof Counted counted)) continue;
            var mutual = counted.reciprocity();
            assertThat(mutual.measured()).isBetween(0.0, 1.0);
            assertThat(mutual.byChance()).isBetween(mutual.chanceLow(), mutual.chanceHigh());
            assertThat(counted.gini()).isBetween(-1e-12, 1 - 1.0 / counted.members() + 1e-12);
            if (counted.returned() instanceof Returned.Share share)
                assertThat(share.share()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void nobody_helps_themselves_and_nothing_is_worth_nothing() {
        assertThatThrownBy(() -> word(1, 1, 1, JANUARY)).hasMessageContaining("themselves");
        assertThatThrownBy(() -> word(1, 2, 0, JANUARY)).hasMessageContaining("positive");
        assertThatThrownBy(() -> word(1, 2, Double.NaN, JANUARY)).hasMessageContaining("positive");
    }

    @Provide
    Arbitrary<List<HelpingWord>> said() {
        Arbitrary<Integer> member = Arbitraries.integers().between(1, 9);
        Arbitrary<Integer> day = Arbitraries.integers().between(0, 60);
        return Combinators.combine(member, member, day, Arbitraries.of(.5, 1.0))
                .filter((by, of, _, _) -> !by.equals(of))
                .as((by, of, days, worth) -> word(by, of, worth, JANUARY.plus(Duration.ofDays(days))))
                .list()
                .ofMaxSize(80);
    }

    private static List<HelpingWord> ring(int members) {
        return IntStream.range(0, members)
                .mapToObj(by -> word(by, (by + 1) % members, 1, JANUARY))
                .toList();
    }

    private static HelpingWord word(int by, int of, double worth, Instant at) {
        return new HelpingWord(Fakes.member(by), Fakes.member(of), worth, at);
    }

    private static Counted first(List<HelpingWord> words) {
        return first(words, NEXT_YEAR);
    }

    private static Counted first(List<HelpingWord> words, Instant now) {
        return (Counted) HelpingFigures.of(words, now, MONTHS, SEED).getFirst();
    }
}
