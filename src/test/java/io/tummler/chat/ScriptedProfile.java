package io.tummler.chat;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** The bot with the scripted platform, on a clock that stands still. */
public class ScriptedProfile implements QuarkusTestProfile {
    /** Time passes only when a test says so. */
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.scheduler.enabled", "false");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(TestClock.class, Stage.class);
    }
}
