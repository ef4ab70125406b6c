package io.tummler.chat;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** The bot with the scripted platform, on a clock that stands still. */
public class ScriptedProfile implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(TestClock.class);
    }
}
