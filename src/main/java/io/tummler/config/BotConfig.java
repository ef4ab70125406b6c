package io.tummler.config;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.tummler.api.CommunityId;
import io.tummler.api.Policy;
import io.tummler.api.Settings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of the folder that {@code tummler.bot-config} names, read when the bot starts, before it joins anybody. */
@ApplicationScoped
class BotConfig implements Settings {
    private final Snapshot current;

    BotConfig(@ConfigProperty(name = "tummler.bot-config") Optional<Path> named, Sections sections) {
        boolean live = LaunchMode.current() == LaunchMode.NORMAL && !ConfigUtils.isProfileActive("replay");
        try {
            current = read(named, live, sections);
        } catch (BadConfig bad) {
            // When this is why a start failed, Quarkus prints its message alone, without a stack trace, and ends with
            // its code. Thrown bare it would be taken for a wish to stay half started.
            bad.initCause(new PreventFurtherStepsException(bad.getMessage(), 1));
            throw bad;
        }
    }

    /**
     * @param live whether real members are there, for whom the defaults may be more than moderators allow
     */
    static Snapshot read(Optional<Path> named, boolean live, Sections sections) {
        Path folder = named.orElse(Path.of("bot-config"));
        return live || named.isPresent()
                ? ConfigFolder.readExisting(folder, sections)
                : ConfigFolder.read(folder, sections);
    }

    /** A command reads them when it needs them; {@code validate} does not, and must start where the bot would not. */
    static void read(@Observes @Priority(1) StartupEvent start, Settings settings) {
        if (!ConfigUtils.isProfileActive("replay")) settings.everywhere();
    }

    @Override
    public Policy of(CommunityId community) {
        return current;
    }

    @Override
    public Policy everywhere() {
        return current;
    }
}
