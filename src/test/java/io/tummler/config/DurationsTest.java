package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "45 seconds, PT45S",
        "90 minutes, PT90M",
        "90min, PT90M",
        "24 h, PT24H",
        "1 hour, PT1H",
        "3 days, PT72H",
        "1 Week, PT168H",
        "0 days, PT0S",
        "PT90M, PT90M",
        "P3DT4H, PT76H",
        "pt1.5s, PT1.5S",
        "999999 weeks, PT167999832H"
    })
    void is_a_number_and_a_unit_or_iso_8601(String text, Duration meant) {
        assertThat(Durations.read(text)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "days",
                "3 months",
                "3 m",
                "-3 days",
                "-PT1H",
                "P1W2",
                "P",
                "P1DT",
                "PT1H-61M",
                "PT9999999H",
                "3 wee\u212As",
                "1.5 hours",
                "3 days 2",
                "1000000 weeks"
            })
    void is_nothing_else(String text) {
        assertThat(Durations.read(text)).isEmpty();
    }

    @Test
    void a_misspelt_unit_is_recognised() {
        assertThat(Durations.meant("3 dayz")).contains("3 days");
        assertThat(Durations.meant("12 huors")).contains("12 hours");
        assertThat(Durations.meant("3 months")).isEmpty();
        assertThat(Durations.meant("soon")).isEmpty();
    }
}
