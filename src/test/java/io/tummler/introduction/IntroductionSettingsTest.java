package io.tummler.introduction;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntroductionSettingsTest {
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void no_time_at_all_is_refused_by_the_name_of_its_key(long seconds) {
        var none = Duration.ofSeconds(seconds);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntroductionSettings(3, 2, 5, none, DAY, DAY))
                .withMessageContaining("answer-within must be longer than nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntroductionSettings(3, 2, 5, DAY, none, DAY))
                .withMessageContaining("check-in-after");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntroductionSettings(3, 2, 5, DAY, DAY, none))
                .withMessageContaining("close-after");
    }
}
