package io.tummler.chat.sandbox;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a sandbox is started.
 *
 * @param port where it listens on 127.0.0.1, 0 for any free port
 * @param file where it keeps its state, empty to forget everything at close
 * @param vertx what it runs on; empty to have its own, which it closes
 * @param token what the bot logs in with
 * @param heartbeat how often the bot must give a sign of life
 * @param guilds how many guilds there are: the cast's, and small ones beside it
 * @param patience how long a command or a press waits for the bot's first answer
 * @param limits how much the bot may ask of it
 * @param privilegedIntents the bits of the privileged intents that the bot's owner has switched on
 * @param warning what the page says on top of everything, empty for nothing
 */
public record SandboxOptions(
        int port,
        Optional<Path> file,
        Optional<Vertx> vertx,
        String token,
        Duration heartbeat,
        int guilds,
        Duration patience,
        Limits limits,
        int privilegedIntents,
        Optional<String> warning) {
    private static final Duration HEARTBEAT = Duration.ofMillis(41_250);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int PRESENCES_FLAG = 1 << 13;
    private static final int MEMBERS_FLAG = 1 << 15;
    private static final int CONTENT_FLAG = 1 << 19;

    public SandboxOptions {
        if (port < 0 || port > 65_535) throw new IllegalArgumentException("a port is 0 to 65535: " + port);
        if (token.isBlank()) throw new IllegalArgumentException("the bot's token must not be blank");
        if (guilds < 1) throw new IllegalArgumentException("there is one guild at least: " + guilds);
        if (heartbeat.toMillis() < 1 || patience.toMillis() < 1)
            throw new IllegalArgumentException("heartbeat and patience are at least a millisecond");
        if ((privilegedIntents & ~Intents.PRIVILEGED) != 0)
            throw new IllegalArgumentException("privileged intents are 1<<1, 1<<8 and 1<<15: " + privilegedIntents);
    }

    /** Any free port, nothing kept, Discord's own timing and limits, every privileged intent switched on. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                0,
                Optional.empty(),
                Optional.empty(),
                "sandbox",
                HEARTBEAT,
                1,
                PATIENCE,
                Limits.discord(),
                Intents.PRIVILEGED,
                Optional.empty());
    }

    public SandboxOptions withPort(int port) {
        return new SandboxOptions(
                port, file, vertx, token, heartbeat, guilds, patience, limits, privilegedIntents, warning);
    }

    public SandboxOptions withFile(Path file) {
        return new SandboxOptions(
                port, Optional.of(file), vertx, token, heartbeat, guilds, patience, limits, privilegedIntents, warning);
    }

    public SandboxOptions withVertx(Vertx vertx) {
        return new SandboxOptions(
                port, file, Optional.of(vertx), token, heartbeat, guilds, patience, limits, privilegedIntents, warning);
    }

    public SandboxOptions withToken(String token) {
        return new SandboxOptions(
                port, file, vertx, token, heartbeat, guilds, patience, limits, privilegedIntents, warning);
    }

    public SandboxOptions withHeartbeat(Duration heartbeat) {
        return new SandboxOptions(
                port, file, vertx, token, heartbeat, guilds, patience, limits, privilegedIntents, warning);
    }

    /** The cast's guild and as many small ones beside it as it takes. */
    public SandboxOptions withGuilds(int guilds) {
        return new SandboxOptions(
                port, file, vertx, token, heartbeat, guilds, patience, limits, privilegedIntents, warning);
    }

    public SandboxOptions withPatience(Duration patience) {
        return new SandboxOptions(
                port, file, vertx, token, heartbeat, guilds, patience, limits, privilegedIntents, warning);
    }

    public SandboxOptions withLimits(Limits limits) {
        return new SandboxOptions(
                port, file, vertx, token, heartbeat, guilds, patience, limits, privilegedIntents, warning);
    }

    public SandboxOptions withPrivilegedIntents(int privilegedIntents) {
        return new SandboxOptions(
                port, file, vertx, token, heartbeat, guilds, patience, limits, privilegedIntents, warning);
    }

    public SandboxOptions withWarning(String warning) {
        return new SandboxOptions(
                port, file, vertx, token, heartbeat, guilds, patience, limits, privilegedIntents, Optional.of(warning));
    }

    /** What the application says of itself about its privileged intents, as one in few guilds does. */
    int applicationFlags() {
        var intents = new Intents(privilegedIntents);
        return (intents.has(Intents.GUILD_PRESENCES) ? PRESENCES_FLAG : 0)
                | (intents.has(Intents.GUILD_MEMBERS) ? MEMBERS_FLAG : 0)
                | (intents.has(Intents.MESSAGE_CONTENT) ? CONTENT_FLAG : 0);
    }
}
