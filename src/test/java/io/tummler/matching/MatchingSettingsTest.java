package io.tummler.matching;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tummler.matching.MatchingSettings.SameTrade;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingSettingsTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static MatchingSettings lasting(Duration needs, Duration offers) {
        return new MatchingSettings(
                .2, needs, offers, List.of(), List.of(), SameTrade.NEVER_COMPETE, List.of(), Optional.empty(), 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void no_time_at_all_is_refused_by_the_name_of_its_key(long seconds) {
        var none = Duration.ofSeconds(seconds);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lasting(none, DAY))
                .withMessageContaining("needs-last must be longer than nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lasting(DAY, none))
                .withMessageContaining("offers-last");
    }
}
