package io.tummler.chat;

import static org.awaitility.Awaitility.await;

import io.tummler.PackagedProgram;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.store.Keyring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The packaged bot as a process of its own, as an operator starts it: with the settings that it ships with, in a folder
 * that holds its {@code bot-config} and its database.
 */
final class BotProcess implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(90);
    private static final long STOPS_WITHIN_SECONDS = 60;
    /** An operator has made one. */
    static final String KEYS = "it:VGhlIGtleSBvZiB0ZXN0cyBpcyBubyBzZWNyZXQuLi4=";

    private static final Opened OPENED = new Opened(Keyring.parse("KEYS", KEYS));
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");

    private final Sandbox sandbox;
    private final Path folder;
    private final @Nullable String databaseUrl;
    private final List<String> besides = new ArrayList<>();
    private @Nullable Process process;

    BotProcess(Sandbox sandbox, Path folder) {
        this(sandbox, folder, null);
    }

    /**
     * @param databaseUrl instead of the database in the folder
     */
    BotProcess(Sandbox sandbox, Path folder, @Nullable String databaseUrl) {
        this.sandbox = sandbox;
        this.folder = folder;
        this.databaseUrl = databaseUrl;
        config();
    }

    /** The config that ships, in which days are seconds: a process of its own has no clock but the system's. */
    private void config() {
        Path shipped = Path.of("bot-config");
        Path config = folder.resolve(shipped);
        try (var files = Files.walk(shipped)) {
            for (Path file : files.toList()) Files.copy(file, folder.resolve(file));
            Path introductions = config.resolve("introductions.yaml");
            String days = Files.readString(introductions);
            Files.writeString(introductions, days.replace("check-in-after: 3 days", "check-in-after: 2 seconds"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With one more setting, from its next start on. */
    BotProcess with(String name, String value) {
        besides.add("-D" + name + "=" + value);
        return this;
    }

    /** Waits until it is logged in. */
    void start() {
        await("the last connection is closed").until(() -> !sandbox.isBotOnline());
        launch();
        await("the bot is online").atMost(STARTS_WITHIN).until(() -> sandbox.isBotOnline() || !isRunning());
        if (!isRunning()) throw new IllegalStateException("The bot did not start:\n" + said());
    }

    /** Without waiting for anything. */
    void launch() {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx256m",
                "-Dtummler.discord.rest-url=" + sandbox.restUrl(),
                "-Dtummler.discord.gateway-url=" + sandbox.gatewayUrl(),
                "-Dtummler.heartbeat=1s",
                "-Dtummler.metrics.every=1s",
                "-Dquarkus.http.port=0"));
        options.addAll(besides);
        if (databaseUrl != null) options.add("-Dquarkus.datasource.jdbc.url=" + databaseUrl);
        ProcessBuilder command = PackagedProgram.started(options)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        command.environment().put("DISCORD_TOKEN", sandbox.botToken());
        command.environment().put("TUMMLER_KEYS", KEYS);
        try {
            process = command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL. */
    void kill() {
        if (process != null) process.destroyForcibly();
        exitCode();
    }

    /** SIGTERM, without waiting for what comes of it. */
    void askToStop() {
        if (process != null) process.destroy();
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    int exitCode() {
        try {
            if (process == null) throw new IllegalStateException("it was never started");
            if (!process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS))
                throw new IllegalStateException("The bot did not stop:\n" + said());
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Path log() {
        return folder.resolve("bot.log");
    }

    /** Where health and metrics are, in its present life. */
    int port() {
        return LISTENING
                .matcher(said())
                .results()
                .reduce((_, last) -> last)
                .map(found -> Integer.parseInt(found.group(1)))
                .orElseThrow();
    }

    /** All that it logged, in all its lives. */
    String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it left behind, once it has stopped. */
    private Connection database(@Nullable String url) throws SQLException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String prefix = "quarkus.datasource.";
        String shipped = settings.getProperty(prefix + "jdbc.url").replace("./", folder + "/");
        return DriverManager.getConnection(
                url == null ? shipped : url,
                settings.getProperty(prefix + "username"),
                settings.getProperty(prefix + "password"));
    }

    @Override
    public void close() {
        if (isRunning()) kill();
    }

    /** Lines of a query of one table, the columns separated by spaces, and what is encrypted in plain words. */
    List<String> query(String sql) {
        return query(databaseUrl, sql);
    }

    /** The same by another way to the database, which may be asked while it runs. */
    List<String> query(@Nullable String url, String sql) {
        try (Connection database = database(url);
                var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                var line = new StringJoiner(" ");
                String table = rows.getMetaData().getTableName(1);
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++)
                    line.add(OPENED.read(rows, table, column));
                lines.add(line.toString());
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
