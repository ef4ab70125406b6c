package io.tummler.matching;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.Section;
import java.time.Duration;

/** {@code bot-config/matching.yaml}. */
@RegisterForReflection(registerFullHierarchy = true)
@Section("matching")
record MatchingSettings(
        @Section.Key(value = "How well need and offer must fit at least.", or = "0.2", min = 0, max = 1)
        double minimumScore,

        @Section.Key(value = "How long a need stands.", or = "30 days")
        Duration needsLast,

        @Section.Key(value = "How long an offer stands.", or = "180 days")
        Duration offersLast) {
    MatchingSettings {
        check("needs-last", needsLast);
        check("offers-last", offersLast);
    }

    private static void check(String key, Duration value) {
        if (value.isNegative() || value.isZero())
            throw new IllegalArgumentException(key + " must be longer than nothing: " + value);
    }
}
