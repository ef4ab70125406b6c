package io.tummler.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.Profile;
import io.tummler.api.QuietHours;
import io.tummler.api.Wording;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileChangeTest {
    private static final Profile ADA = new Profile(
            Optional.of(new Wording("baker")),
            Optional.of(new Wording("Leipzig")),
            Optional.of(ZoneId.of("Europe/Berlin")),
            Optional.of(new QuietHours(22, 8)),
            Optional.empty());

    private static Profile changed(Profile before, Map<String, String> options) {
        assertThat(ProfileChange.of(before, options)).isInstanceOf(ProfileChange.Changed.class);
        return ((ProfileChange.Changed) ProfileChange.of(before, options)).profile();
    }

    private static Object refused(Map<String, String> options) {
        assertThat(ProfileChange.of(Profile.EMPTY, options)).isInstanceOf(ProfileChange.Refused.class);
        return ((ProfileChange.Refused) ProfileChange.of(Profile.EMPTY, options)).why();
    }

    @Test
    void all_is_said_at_once_and_taken_back_by_a_dash() {
        assertThat(changed(
                        Profile.EMPTY,
                        Map.of(
                                "trade", " baker ",
                                "territory", "Leipzig",
                                "time-zone", "europe/berlin",
                                "quiet-from", "22",
                                "quiet-until", "08")))
                .isEqualTo(ADA);
        assertThat(changed(ADA, Map.of("trade", "-", "territory", " - ", "time-zone", "-", "quiet-until", "-")))
                .isEqualTo(Profile.EMPTY);
    }

    @Test
    void what_is_not_said_stays() {
        assertThat(changed(ADA, Map.of("quiet-from", "23")).quietHours()).contains(new QuietHours(23, 8));
        assertThat(changed(ADA, Map.of("trade", "miller")))
                .isEqualTo(new Profile(
                        Optional.of(new Wording("miller")),
                        ADA.territory(),
                        ADA.timeZone(),
                        ADA.quietHours(),
                        Optional.empty()));
    }

    @Test
    void what_can_not_be_taken_is_refused_by_its_option() {
        assertThat(refused(Map.of("trade", "!?"))).isEqualTo(new Says.ProfileUnread("trade"));
        assertThat(refused(Map.of("territory", "x".repeat(201))))
                .isEqualTo(new Says.ProfileTooLong("territory", 201, 200));
        assertThat(refused(Map.of("quiet-from", "24", "quiet-until", "8")))
                .isEqualTo(new Says.NoSuchHour("quiet-from"));
        assertThat(refused(Map.of("quiet-from", "22"))).isEqualTo(new Says.QuietNeedsBoth());
        assertThat(refused(Map.of("quiet-from", "8", "quiet-until", "8"))).isEqualTo(new Says.QuietAllDay());
        assertThat(refused(Map.of("time-zone", "somewhere"))).isEqualTo(new Says.NoSuchTimeZone(List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "Berlin, Europe/Berlin",
        "Europe/Berln, Europe/Berlin",
        "berlin germany, Europe/Berlin",
        "new york, America/New_York",
        "Amsterdm, Europe/Amsterdam"
    })
    void a_time_zone_that_there_is_not_is_answered_with_the_one_that_was_probably_meant(String written, String meant) {
        assertThat(refused(Map.of("time-zone", written)))
                .isEqualTo(new Says.NoSuchTimeZone(List.of(new Wording(meant))));
    }
}
