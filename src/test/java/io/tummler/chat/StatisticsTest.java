package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The judges of {@link DeniabilityStatisticTest} see a difference where there is one, and none where there is none. */
class StatisticsTest {
    private static final int RUNS = 700;

    private static double[] normal(int many, double mean, long seed) {
        var chance = new SplittableRandom(seed);
        return chance.doubles(many).map(_ -> mean + chance.nextGaussian()).toArray();
    }

    @Test
    void samples_of_one_distribution_are_near_and_of_two_are_far() {
        assertThat(TwoSamples.of(normal(1_000, 0, 1), normal(1_000, 0, 2)).chance())
                .isGreaterThan(.05);
        assertThat(TwoSamples.of(normal(1_000, 0, 1), normal(1_000, .3, 2)).chance())
                .isLessThan(.000_1);
    }

    @Test
    void a_distance_is_as_likely_as_the_tables_say() {
        // 1.36 and 1.63, times the root of (n + m) / nm, are the values for 5 % and 1 %.
        double root = Math.sqrt(2_000.0 / 1_000_000);
        assertThat(new TwoSamples(1.36 * root, 1_000, 1_000).chance()).isCloseTo(.05, within(.003));
        assertThat(new TwoSamples(1.63 * root, 1_000, 1_000).chance()).isCloseTo(.01, within(.001));
        assertThat(new TwoSamples(0, 10, 10).chance()).isEqualTo(1);
        assertThat(new TwoSamples(1, 1_000, 1_000).chance()).isLessThan(1e-100);
    }

    @Test
    void values_that_come_several_times_are_no_distance() {
        double[] same = {1, 1, 2, 2, 2};
        assertThat(TwoSamples.of(same, same).distance()).isZero();
        assertThat(TwoSamples.of(same, new double[] {2, 2, 1, 3, 3}).distance()).isCloseTo(.4, within(1e-9));
    }

    private static Findings findings(IntFunction<Duration> heardAfter) {
        var findings = new Findings();
        var chance = new SplittableRandom(7);
        for (int run = 0; run < RUNS; run++) {
            Silence silence = Silence.values()[chance.nextInt(Silence.values().length)];
            var trace = new Trace();
            trace.add(Duration.ofDays(chance.nextInt(3)), "/me", "None so far.");
            trace.add(heardAfter.apply(silence.ordinal()), Trace.HEARD, "Nobody was free this time");
            findings.add(Sight.of(silence, trace));
        }
        return findings;
    }

    @Test
    void nothing_is_guessed_where_nothing_is_to_be_seen() {
        Findings findings = findings(_ -> Duration.ofDays(3));
        assertThat(findings.chance()).isEqualTo(1);
        assertThat(findings.guess().low()).isLessThanOrEqualTo(0);
        assertThat(findings.guess().high()).isLessThan(.1);
    }

    @Test
    void an_end_that_comes_a_minute_earlier_is_seen_and_guessed() {
        Findings findings =
                findings(ordinal -> Duration.ofDays(3).minusMinutes(ordinal == Silence.SAYS_NO.ordinal() ? 1 : 0));
        assertThat(findings.leastLikely().silence()).isEqualTo(Silence.SAYS_NO);
        assertThat(findings.leastLikely().measure()).isEqualTo(Sight.Measure.LAST_NEWS_HOURS);
        assertThat(findings.chance()).isLessThan(1e-9);
        assertThat(findings.guess().low()).isGreaterThan(.03);
    }
}
