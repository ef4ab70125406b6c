package io.tummler.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PricesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final int CAP = 2;

    @Test
    void who_was_never_taken_up_costs_nothing() {
        assertThat(Prices.of(List.of(), CAP, NOW)).isZero();
    }

    @Test
    void who_is_taken_up_as_often_as_the_cap_allows_costs_about_the_most_when_it_has_just_happened() {
        List<Instant> twiceAWeek = IntStream.range(0, 16)
                .mapToObj(i -> NOW.minus(Duration.ofHours(84).multipliedBy(i)))
                .toList();
        assertThat(Prices.of(twiceAWeek, CAP, NOW)).isEqualTo(Prices.MOST);
        List<Instant> onceAWeek = IntStream.range(0, 8)
                .mapToObj(i -> NOW.minus(Prices.WEEK.multipliedBy(i).plus(Duration.ofDays(3))))
                .toList();
        assertThat(Prices.of(onceAWeek, CAP, NOW)).isCloseTo(.28 * Prices.MOST, within(.01));
    }

    @Property
    void a_price_rises_with_each_exposure(
            @ForAll("exposures") List<Instant> before,
            @ForAll @IntRange(min = 1, max = 20) int cap,
            @ForAll @LongRange(min = 0, max = 56 * 24) long hours) {
        List<Instant> after = new ArrayList<>(before);
        after.add(NOW.minus(Duration.ofHours(hours)));
        double price = Prices.of(before, cap, NOW);
        if (price < Prices.MOST) assertThat(Prices.of(after, cap, NOW)).isGreaterThan(price);
        else assertThat(Prices.of(after, cap, NOW)).isEqualTo(Prices.MOST);
    }

    @Property
    void a_price_falls_with_time_and_never_below_nothing(
            @ForAll("exposures") List<Instant> exposures,
            @ForAll @IntRange(min = 1, max = 20) int cap,
            @ForAll @LongRange(min = 1, max = 100 * 24) long hours) {
        double price = Prices.of(exposures, cap, NOW);
        double later = Prices.of(exposures, cap, NOW.plus(Duration.ofHours(hours)));
        assertThat(later).isBetween(0.0, price);
        if (price > 0 && price < Prices.MOST) assertThat(later).isLessThan(price);
    }

    @Property
    void the_order_of_exposures_does_not_matter(@ForAll("exposures") List<Instant> exposures, @ForAll long seed) {
        List<Instant> shuffled = new ArrayList<>(exposures);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Prices.of(shuffled, CAP, NOW)).isEqualTo(Prices.of(exposures, CAP, NOW));
    }

    @Property
    void who_may_be_asked_more_often_costs_less(@ForAll("exposures") List<Instant> exposures) {
        assertThat(Prices.of(exposures, CAP + 1, NOW)).isLessThanOrEqualTo(Prices.of(exposures, CAP, NOW));
    }

    @Test
    void room_comes_back_after_seven_days() {
        List<Instant> twice = List.of(NOW, NOW.minus(Duration.ofDays(2)));
        assertThat(Prices.room(twice, CAP, NOW)).isZero();
        assertThat(Prices.room(twice, CAP, NOW.plus(Duration.ofDays(5)).minusSeconds(1)))
                .isZero();
        assertThat(Prices.room(twice, CAP, NOW.plus(Duration.ofDays(5)))).isEqualTo(1);
        assertThat(Prices.room(twice, CAP, NOW.plus(Duration.ofDays(7)))).isEqualTo(CAP);
        assertThat(Prices.room(twice, 1, NOW)).isZero();
        assertThat(Prices.lately(twice, NOW.plus(Duration.ofDays(5)))).isEqualTo(1);
    }

    @Test
    void a_cap_of_nothing_is_refused() {
        assertThatThrownBy(() -> Prices.of(List.of(), 0, NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<List<Instant>> exposures() {
        return Arbitraries.longs()
                .between(0, 60L * 24 * 60)
                .map(minutes -> NOW.minus(Duration.ofMinutes(minutes)))
                .list()
                .ofMaxSize(40);
    }
}
