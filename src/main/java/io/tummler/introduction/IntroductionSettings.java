package io.tummler.introduction;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.Section;
import java.time.Duration;

/** {@code bot-config/introductions.yaml}. */
@RegisterForReflection(registerFullHierarchy = true)
@Section("introductions")
record IntroductionSettings(
        @Section.Key(value = "How many helpers are asked at once about one need.", or = "3", min = 1, max = 5)
        int askAtOnce,

        @Section.Key(value = "How often one helper is asked in seven days, at most.", or = "2", min = 1, max = 20)
        int weeklyCap,

        @Section.Key(
                value = "How many introductions one member may propose with /introduce in seven days, at most.",
                or = "5",
                min = 1,
                max = 100)
        int brokerCap,

        @Section.Key(value = "How long somebody who is asked may take to answer.", or = "3 days")
        Duration answerWithin,

        @Section.Key(value = "How long after both said yes each is asked how it went.", or = "3 days")
        Duration checkInAfter,

        @Section.Key(value = "How long after that an introduction is closed, answered or not.", or = "7 days")
        Duration closeAfter) {
    IntroductionSettings {
        check("answer-within", answerWithin);
        check("check-in-after", checkInAfter);
        check("close-after", closeAfter);
    }

    private static void check(String key, Duration value) {
        if (value.isNegative() || value.isZero())
            throw new IllegalArgumentException(key + " must be longer than nothing: " + value);
    }
}
