package io.tummler.credit.rules;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.Section;
import java.time.Duration;

/** What earns how much credit. */
@RegisterForReflection(registerFullHierarchy = true)
@Section("credits")
public record CreditSettings(
        @Section.Key(value = "What each side earns when an introduction connects.", or = "1", min = 1, max = 1000)
        long connected,

        @Section.Key(value = "What a helper earns when the other says that it helped.", or = "5", min = 1, max = 1000)
        long helped,

        @Section.Key(value = "What a member earns by being thanked.", or = "1", min = 1, max = 1000)
        long thanked,

        @Section.Key(
                value = "What a member earns by introducing two others who then connect.",
                or = "2",
                min = 1,
                max = 1000)
        long brokered,

        @Section.Key(
                value = "How many thanks of one member earn credit in any seven days.",
                or = "5",
                min = 1,
                max = 100)
        int thanksAWeek,

        @Section.Key(
                value = "How long after thanks between two members the next of the same one to the same other earn"
                        + " credit; whole days, 1 day to 365 days.",
                or = "7 days")
        Duration pairQuietPeriod) {
    private static final Duration QUIET_MIN = Duration.ofDays(1);
    private static final Duration QUIET_MAX = Duration.ofDays(365);

    public CreditSettings {
        if (pairQuietPeriod.compareTo(QUIET_MIN) < 0
                || pairQuietPeriod.compareTo(QUIET_MAX) > 0
                || !pairQuietPeriod.equals(Duration.ofDays(pairQuietPeriod.toDays())))
            throw new IllegalArgumentException("pair-quiet-period must be whole days, 1 day to 365 days");
    }
}
