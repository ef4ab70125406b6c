package io.tummler.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Wording;
import io.tummler.chat.RulesProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What came of introductions is learned from the next day on, for the community as a whole. */
@QuarkusTest
@TestProfile(RulesProfile.class)
class CalibrationTest {
    private static final Features KNOWN = new Features(.6, 0, 0, 0, 0, false);
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    Clock clock;

    private final CommunityId community = new CommunityId(UUID.randomUUID());

    @Test
    void answers_are_learned_from_the_next_day_on_and_forgotten_with_the_introductions() {
        lapsed(Acceptance.BATCH);
        assertThat(byHelperIn(Duration.ZERO)).isEqualTo(shipped());
        assertThat(byHelperIn(DAY)).isLessThan(shipped());
        assertThat(byHelperIn(DAY.multipliedBy(92))).isEqualTo(shipped());
    }

    @Test
    void too_few_answers_change_nothing_and_another_community_learns_nothing() {
        lapsed(Acceptance.BATCH - 1);
        assertThat(byHelperIn(DAY)).isEqualTo(shipped());
        lapsed(1);
        assertThat(byHelperIn(DAY)).isLessThan(shipped());
        assertThat(at(DAY).of(new CommunityId(UUID.randomUUID())).byHelper(KNOWN))
                .isEqualTo(shipped());
    }

    private static double shipped() {
        return Acceptance.shipped().byHelper(KNOWN);
    }

    private Calibration at(Duration later) {
        return new Calibration(Clock.offset(clock, later));
    }

    private double byHelperIn(Duration later) {
        return QuarkusTransaction.requiringNew()
                .call(() -> at(later).of(community).byHelper(KNOWN));
    }

    /** Helpers who were asked an hour ago and gave no answer, each another one. */
    private void lapsed(int count) {
        Instant asked = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(1));
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < count; i++) {
                IntroductionRow row = IntroductionRow.of(
                        UUID.randomUUID(),
                        community,
                        UUID.randomUUID(),
                        new MemberId(UUID.randomUUID()),
                        new MemberId(UUID.randomUUID()),
                        new Wording("bread"),
                        asked,
                        asked);
                row.askedAt = asked;
                row.known = KNOWN;
                row.state = State.LAPSED;
                row.due = asked.plus(Duration.ofHours(1)).plus(IntroductionDesk.LAPSED_KEPT);
                row.strip();
                row.persist();
            }
        });
    }
}
