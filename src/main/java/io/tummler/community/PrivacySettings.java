package io.tummler.community;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.Section;
import java.time.Duration;

/** {@code bot-config/privacy.yaml}. */
@RegisterForReflection(registerFullHierarchy = true)
@Section("privacy")
record PrivacySettings(
        @Section.Key(
                value = "How long what is held about a member is kept after they left the community.",
                or = "30 days",
                most = "365 days")
        Duration forgetAfterLeaving) {}
