package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeTest {
    private final TestClock clock = new TestClock();
    private final Ids ids = new Time().ids(clock);

    @Test
    void ids_of_one_instant_are_in_the_order_in_which_they_are_made() {
        List<UUID> made = Stream.generate(ids::next).limit(10_000).toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_clock_is_no_finer_than_a_database() {
        Clock fine = Clock.fixed(Instant.parse("2026-03-02T09:00:00.123456789Z"), ZoneOffset.UTC);
        assertThat(Time.asDatabasesKeepIt(fine).instant()).isEqualTo("2026-03-02T09:00:00.123456Z");
    }

    @Test
    void later_ids_come_after_earlier_ones_and_tell_their_millisecond() {
        UUID first = ids.next();
        clock.forward(Duration.ofMillis(5));
        UUID second = ids.next();
        assertThat(second).isGreaterThan(first);
        assertThat(second.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
        assertThat(second.version()).isEqualTo(7);
        assertThat(second.variant()).isEqualTo(2);
    }
}
