package io.tummler.config;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Startup;
import io.tummler.api.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of the folder that {@code tummler.bot-config} names, read when the bot starts. */
@Startup
@ApplicationScoped
class BotConfig implements Settings {
    private final Snapshot current;

    BotConfig(
            @ConfigProperty(name = "tummler.bot-config", defaultValue = "bot-config") Path folder, Sections sections) {
        try {
            current = ConfigFolder.read(folder, sections);
        } catch (BadConfig bad) {
            // When this is why a start failed, Quarkus prints its message alone, without a stack trace, and ends with
            // its code. Thrown bare it would be taken for a wish to stay half started.
            bad.initCause(new PreventFurtherStepsException(bad.getMessage(), 1));
            throw bad;
        }
    }

    @Override
    public <T extends Record> T section(Class<T> section) {
        return current.section(section);
    }

    @Override
    public <T extends Record> Map<String, T> folder(Class<T> section) {
        return current.folder(section);
    }
}
