package io.tummler.chat;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.tummler.chat.discord.DiscordEndpoint;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Decides where the bot logs in: at Discord, when there is a token; else at a sandbox of its own, where that is enabled, as
 * it is in development. In production neither is a clear error.
 */
@Singleton
class SandboxHost {
    private static final Logger LOG = Logger.getLogger(SandboxHost.class);
    private static final String NO_TOKEN = "There is no token to log in to Discord with. Set the environment variable"
            + " DISCORD_TOKEN to your bot's token (discord.com/developers, your application, Bot, Reset Token), or try"
            + " Tummler without Discord by ./mvnw quarkus:dev";

    static final String WARNING = "This is the sandbox, not Discord: nobody here is real, and whoever reaches this"
            + " machine's loopback can act as anybody.";

    private final Optional<Sandbox> sandbox;
    private final Optional<DiscordEndpoint> endpoint;

    /** Private news: the sandbox's clock was moved forward. */
    record TimeMoved() {}

    SandboxHost(
            @ConfigProperty(name = "tummler.discord.token") Optional<String> token,
            @ConfigProperty(name = "tummler.discord.rest-url") Optional<String> restUrl,
            @ConfigProperty(name = "tummler.discord.gateway-url") Optional<String> gatewayUrl,
            @ConfigProperty(name = "tummler.sandbox.enabled", defaultValue = "false") boolean enabled,
            @ConfigProperty(name = "tummler.sandbox.file") Optional<Path> file,
            @ConfigProperty(name = "tummler.sandbox.patience", defaultValue = "PT3S") Duration patience,
            Vertx vertx,
            Event<TimeMoved> moved) {
        boolean production = LaunchMode.current() == LaunchMode.NORMAL;
        switch (whereTo(ConfigUtils.isProfileActive("replay"), production, token.isPresent(), enabled)) {
            case NOWHERE -> {
                sandbox = Optional.empty();
                endpoint = Optional.empty();
            }
            case DISCORD -> {
                sandbox = Optional.empty();
                endpoint = Optional.of(new DiscordEndpoint(token.orElseThrow(), restUrl, gatewayUrl));
            }
            case SANDBOX -> {
                var options = SandboxOptions.defaults().withVertx(vertx).withPatience(patience);
                if (production) {
                    LOG.warn(WARNING);
                    options = options.withWarning(WARNING);
                }
                Sandbox started = Sandbox.start(file.map(options::withFile).orElse(options));
                started.onForward(_ -> moved.fire(new TimeMoved()));
                sandbox = Optional.of(started);
                endpoint = Optional.of(new DiscordEndpoint(
                        started.botToken(), Optional.of(started.restUrl()), Optional.of(started.gatewayUrl())));
            }
            // As a cause, it makes Quarkus print the line alone, without a stack trace, and exit.
            case REFUSED -> throw new IllegalStateException(NO_TOKEN, new PreventFurtherStepsException(NO_TOKEN, 1));
            default -> throw new AssertionError();
        }
    }

    enum WhereTo {
        DISCORD,
        SANDBOX,
        NOWHERE,
        REFUSED
    }

    static WhereTo whereTo(boolean replay, boolean production, boolean token, boolean sandboxEnabled) {
        // Commands join nobody; some of them ask Discord.
        if (replay) return token ? WhereTo.DISCORD : WhereTo.NOWHERE;
        if (token) return WhereTo.DISCORD;
        if (sandboxEnabled) return WhereTo.SANDBOX;
        return production ? WhereTo.REFUSED : WhereTo.NOWHERE;
    }

    @Produces
    @Singleton
    Optional<DiscordEndpoint> endpoint() {
        return endpoint;
    }

    Optional<Sandbox> sandbox() {
        return sandbox;
    }

    Clock clock() {
        return sandbox.map(Sandbox::clock).orElseGet(Clock::systemUTC);
    }

    /** The page, on the port that everything else is on. */
    void serve(@Observes Router router) {
        sandbox.ifPresent(started -> started.mount(router));
    }

    /** After everybody has left it. */
    void close(@Observes @Priority(2_000) ShutdownEvent stop) {
        sandbox.ifPresent(Sandbox::close);
    }
}
