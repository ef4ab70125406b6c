package io.tummler.introduction;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tummler.api.QuietHours;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntroductionSettingsTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static IntroductionSettings settings(Duration answer, Duration nudge, Duration checkIn, Duration close) {
        return new IntroductionSettings(
                true,
                3,
                true,
                2,
                5,
                DAY,
                answer,
                IntroductionSettings.Meet.THREAD,
                nudge,
                checkIn,
                close,
                DAY,
                Optional.empty(),
                new QuietHours(22, 8),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void no_time_at_all_is_refused_by_the_name_of_its_key(long seconds) {
        var none = Duration.ofSeconds(seconds);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(none, DAY, DAY, DAY))
                .withMessageContaining("answer-within must be longer than nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(DAY, none, DAY, DAY))
                .withMessageContaining("nudge-after");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(DAY, DAY, none, DAY))
                .withMessageContaining("check-in-after");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(DAY, DAY, DAY, none))
                .withMessageContaining("close-after");
    }
}
