package io.tummler.config;

import io.tummler.api.Section;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One key of every type; without {@link Section}, so that the application under test does not have it. */
record Sample(
        @Section.Key("What it is called.") String name,

        @Section.Key(value = "Whether it is on.", or = "true")
        boolean enabled,

        @Section.Key(value = "How often a week.", or = "2", min = 1, max = 20)
        int weeklyCap,

        @Section.Key(value = "Credits.", or = "5", min = 0) long credit,

        @Section.Key(value = "How sure.", or = "0.7", min = 0.5, max = 1)
        double confidence,

        @Section.Key(value = "In which tone.", or = "plain-warm")
        Tone tone,

        @Section.Key(value = "How long to wait.", or = "3 days")
        Duration answerWithin,

        @Section.Key(value = "Where to listen.", or = "[]") List<String> channels,
        @Section.Key(value = "What to do.", or = "[]") List<Step> steps,

        @Section.Key(value = "What to begin with.", or = "{key: hello}")
        Step first,

        @Section.Key("The last day.") Optional<LocalDate> until) {
    enum Tone {
        PLAIN_WARM,
        BRISK
    }

    record Step(
            @Section.Key("Its name in the records.") String key,
            @Section.Key(value = "What it earns.", or = "1") int credit) {
        Step {
            if (key.isBlank()) throw new IllegalArgumentException("a step's key has letters");
        }
    }
}
