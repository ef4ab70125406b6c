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
 */
public record SandboxOptions(
        int port,
        Optional<Path> file,
        Optional<Vertx> vertx,
        String token,
        Duration heartbeat,
        int guilds,
        Duration patience) {
    private static final Duration HEARTBEAT = Duration.ofMillis(41_250);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    public SandboxOptions {
        if (port < 0 || port > 65_535) throw new IllegalArgumentException("a port is 0 to 65535: " + port);
        if (token.isBlank()) throw new IllegalArgumentException("the bot's token must not be blank");
        if (guilds < 1) throw new IllegalArgumentException("there is one guild at least: " + guilds);
        if (heartbeat.toMillis() < 1 || patience.toMillis() < 1)
            throw new IllegalArgumentException("heartbeat and patience are at least a millisecond");
    }

    /** Any free port, nothing kept, Discord's own timing. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(0, Optional.empty(), Optional.empty(), "sandbox", HEARTBEAT, 1, PATIENCE);
    }

    public SandboxOptions withPort(int port) {
        return new SandboxOptions(port, file, vertx, token, heartbeat, guilds, patience);
    }

    public SandboxOptions withFile(Path file) {
        return new SandboxOptions(port, Optional.of(file), vertx, token, heartbeat, guilds, patience);
    }

    public SandboxOptions withVertx(Vertx vertx) {
        return new SandboxOptions(port, file, Optional.of(vertx), token, heartbeat, guilds, patience);
    }

    public SandboxOptions withToken(String token) {
        return new SandboxOptions(port, file, vertx, token, heartbeat, guilds, patience);
    }

    public SandboxOptions withHeartbeat(Duration heartbeat) {
        return new SandboxOptions(port, file, vertx, token, heartbeat, guilds, patience);
    }

    /** The cast's guild and as many small ones beside it as it takes. */
    public SandboxOptions withGuilds(int guilds) {
        return new SandboxOptions(port, file, vertx, token, heartbeat, guilds, patience);
    }

    public SandboxOptions withPatience(Duration patience) {
        return new SandboxOptions(port, file, vertx, token, heartbeat, guilds, patience);
    }
}
