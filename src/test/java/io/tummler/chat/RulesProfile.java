package io.tummler.chat;

import io.tummler.config.MutableSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** As {@link ScriptedProfile}, with settings that a test changes. */
public class RulesProfile extends ScriptedProfile {
    /** A database of its own: the platform begins to count anew, and the other one has done what is of these numbers. */
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
        overrides.put(
                "quarkus.datasource.jdbc.url",
                "jdbc:h2:mem:rules;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        // As where an operator lets the privacy page be seen.
        overrides.put("tummler.public-url", "https://bot.example.org/");
        return overrides;
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(TestClock.class, MutableSettings.class);
    }
}
