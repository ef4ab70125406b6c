package io.tummler.community;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.Section;
import java.time.Duration;

/** {@code bot-config/privacy.yaml}. */
@RegisterForReflection(registerFullHierarchy = true)
@Section("privacy")
record PrivacySettings(
        @Section.Key(
                value = "How long what is held about a member is kept after they left the community; 365 days at most.",
                or = "30 days")
        Duration forgetAfterLeaving) {
    private static final Duration MOST = Duration.ofDays(365);

    PrivacySettings {
        if (forgetAfterLeaving.isNegative() || forgetAfterLeaving.compareTo(MOST) > 0)
            throw new IllegalArgumentException("forget-after-leaving must be 0 to 365 days");
    }
}
