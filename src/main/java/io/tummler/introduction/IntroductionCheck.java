package io.tummler.introduction;

import io.tummler.api.Policy;
import io.tummler.api.PolicyCheck;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Finds times in {@code introductions.yaml} that leave nobody time to answer. */
@Singleton
class IntroductionCheck implements PolicyCheck {
    @Override
    public List<Objection> objections(Policy policy) {
        var settings = policy.section(IntroductionSettings.class);
        Duration quiet = Duration.ofHours(settings.quietHours().length());
        if (settings.answerWithin().compareTo(quiet) > 0) return List.of();
        return List.of(new Objection(
                "introductions",
                "answer-within",
                "the time to answer is over before quiet hours of " + quiet.toHours()
                        + " hours are, so that a question asked in the evening could not be answered",
                "longer than " + quiet.toHours() + " hours, or shorter quiet-hours"));
    }
}
