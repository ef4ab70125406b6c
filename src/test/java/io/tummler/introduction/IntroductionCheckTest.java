package io.tummler.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tummler.api.Profile;
import io.tummler.api.QuietHours;
import io.tummler.config.FixedSettings;
import io.tummler.config.Sections;
import io.tummler.introduction.IntroductionSettings.Blackout;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What moderators may say about times, and what it means. */
class IntroductionCheckTest {
    private static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);

    private static IntroductionSettings settings(
            Duration answerWithin, Optional<ZoneId> zone, QuietHours quiet, List<Blackout> blackouts) {
        IntroductionSettings defaults = Sections.defaults(IntroductionSettings.class);
        return new IntroductionSettings(
                true,
                defaults.askAtOnce(),
                defaults.rings(),
                defaults.weeklyCap(),
                defaults.brokerCap(),
                defaults.pairCoolDown(),
                answerWithin,
                defaults.meet(),
                defaults.nudgeAfter(),
                defaults.checkInAfter(),
                defaults.closeAfter(),
                defaults.keepClosed(),
                zone,
                quiet,
                blackouts);
    }

    @ParameterizedTest
    @CsvSource({"9, 1", "10, 1", "11, 0"})
    void less_time_to_answer_than_a_night_is_refused(int hours, int objections) {
        var settings = settings(Duration.ofHours(hours), Optional.empty(), new QuietHours(22, 8), List.of());
        assertThat(new IntroductionCheck().objections(new FixedSettings(settings)))
                .hasSize(objections)
                .allSatisfy(objection -> assertThat(objection.key()).isEqualTo("answer-within"));
    }

    @Test
    void quiet_hours_that_are_the_whole_day_or_no_hours_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuietHours(8, 8))
                .withMessageContaining("cover the whole day");
        assertThatIllegalArgumentException().isThrownBy(() -> new QuietHours(22, 24));
    }

    @Test
    void a_blackout_that_ends_before_it_begins_or_never_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Blackout(MAY_DAY, Optional.of(MAY_DAY.minusDays(1))))
                .withMessageContaining("ends before it begins");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Blackout(MAY_DAY, Optional.of(MAY_DAY.plusDays(60))))
                .withMessageContaining("at most 60 days");
        assertThat(new Blackout(MAY_DAY, Optional.of(MAY_DAY.plusDays(59))).include(MAY_DAY.plusDays(59)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-30T21:59:59Z, false",
        "2026-04-30T22:00:00Z, true",
        "2026-05-01T21:59:59Z, true",
        "2026-05-01T22:00:00Z, false"
    })
    void a_blackout_is_a_day_of_the_community(Instant at, boolean blackedOut) {
        var settings = settings(
                Duration.ofDays(3),
                Optional.of(ZoneId.of("Europe/Berlin")),
                new QuietHours(22, 8),
                List.of(new Blackout(MAY_DAY, Optional.empty())));
        assertThat(settings.isBlackedOut(at)).isEqualTo(blackedOut);
    }

    @ParameterizedTest
    @CsvSource({
        // Nobody's night is known.
        "03:00, , , false",
        // The community's.
        "19:59, , Europe/Berlin, false",
        "20:00, , Europe/Berlin, true",
        "05:59, , Europe/Berlin, true",
        "06:00, , Europe/Berlin, false",
        // The member's own goes before it.
        "20:00, America/New_York, Europe/Berlin, false",
        "02:00, America/New_York, , true"
    })
    void a_night_is_that_of_the_member_else_of_the_community(
            String utc, String member, String community, boolean quiet) {
        var settings = settings(
                Duration.ofDays(3), Optional.ofNullable(community).map(ZoneId::of), new QuietHours(22, 8), List.of());
        var profile = new Profile(
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(member).map(ZoneId::of),
                Optional.empty(),
                Optional.empty());
        assertThat(Considerate.isQuiet(settings, profile, Instant.parse("2026-07-01T" + utc + ":00Z")))
                .isEqualTo(quiet);
    }
}
