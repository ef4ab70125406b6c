package io.tummler.chat;

import io.tummler.config.MutableSettings;
import java.util.Set;

/** As {@link ScriptedProfile}, with settings that a test changes. */
public class RulesProfile extends ScriptedProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(TestClock.class, MutableSettings.class);
    }
}
