package io.tummler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoursTest {
    private static final Instant START = Instant.parse("2025-01-06T09:00:00Z");
    private final List<Duration> ticks = new ArrayList<>();
    private final Hours hours = new Hours(now -> ticks.add(Duration.between(START, now)));

    @Test
    void an_hour_ticks_once_however_many_speak_in_it() {
        for (int minute = 0; minute <= 150; minute += 10) hours.reach(START.plus(Duration.ofMinutes(minute)));
        assertThat(ticks).containsExactly(Duration.ofHours(1), Duration.ofHours(2));
    }

    @Test
    void at_the_end_the_last_message_ticks_and_what_is_due_after_it() {
        hours.reach(START);
        hours.end(START.plus(Duration.ofHours(24)));
        assertThat(ticks).containsExactly(Duration.ZERO, Duration.ofHours(24));
    }

    @Test
    void a_transcript_without_a_message_has_no_end() {
        hours.end(START);
        assertThat(ticks).isEmpty();
    }

    @Test
    void a_silence_ticks_by_the_day_after_the_first_and_the_hours_come_back_with_the_next_message() {
        hours.reach(START);
        hours.reach(START.plus(Duration.ofDays(4)));
        assertThat(ticks).hasSize(25 + 2).endsWith(Duration.ofHours(25 + 48));
        hours.reach(START.plus(Duration.ofDays(4)).plus(Duration.ofMinutes(90)));
        assertThat(ticks).endsWith(Duration.ofHours(4 * 24 + 1));
    }

    @Test
    void a_silence_of_a_century_ticks_for_a_month_and_once_before_the_next_message() {
        hours.reach(START);
        Instant late = START.plus(Duration.ofDays(36_500));
        hours.reach(late);
        assertThat(ticks).hasSizeLessThan(60).endsWith(Duration.between(START, late));
    }

    @Test
    void an_earlier_time_does_not_turn_the_clock_back() {
        hours.reach(START);
        Instant earlier = START.minus(Duration.ofMinutes(1));
        assertThat(hours.passed(earlier)).isTrue();
        assertThat(hours.reach(earlier)).isEqualTo(START);
        assertThat(ticks).isEmpty();
    }
}
