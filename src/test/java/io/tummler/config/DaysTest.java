package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {
    @Test
    void are_written_in_one_way() {
        assertThat(Days.read("2028-02-29")).contains(LocalDate.of(2028, 2, 29));
    }

    @ParameterizedTest
    @CsvSource({"31.12.2026, 2026-12-31", "1.2.2027, 2027-02-01", "2027-2-1, 2027-02-01", "2027/02/01, 2027-02-01"})
    void another_way_is_recognised(String text, String meant) {
        assertThat(Days.read(text)).isEmpty();
        assertThat(Days.meant(text)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30.2.2027", "2/1/2027", "1.2.27", "tomorrow", "", "2027-02-30"})
    void what_is_no_day_or_might_be_two_is_not(String text) {
        assertThat(Days.read(text)).isEmpty();
        assertThat(Days.meant(text)).isEmpty();
    }

    @Test
    void a_day_that_no_month_has_is_told_from_what_looks_like_none() {
        assertThat(Days.flaw("2027-02-30")).isEqualTo(", and there is no such day");
        assertThat(Days.flaw("tomorrow")).isEmpty();
    }
}
