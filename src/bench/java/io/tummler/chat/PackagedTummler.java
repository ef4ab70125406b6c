package io.tummler.chat;

import io.tummler.api.Purpose;
import io.tummler.chat.sandbox.Sandbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;

/** Tummler as it is shipped, with a new database in which some of the crowd have consented to everything. */
final class PackagedTummler extends Contestant {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final String NAME_AND_PASSWORD = "tummler";

    private final int consenting;
    private final int port;

    private PackagedTummler(Path folder, Path log, List<String> command, int consenting, int port) throws IOException {
        super(folder, log, command);
        this.consenting = consenting;
        this.port = port;
    }

    /**
     * @param consenting how many of the crowd have consented
     */
    static PackagedTummler start(int consenting, Sandbox sandbox, Path log) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("tummler-bench");
        String database = shippedUrl().replace("./data/", folder + "/");
        fill(database, sandbox.guildId(), consenting);
        int port = freePort();
        var command = new ArrayList<>(java());
        command.addAll(List.of(
                "-Dquarkus.datasource.jdbc.url=" + database,
                "-Dquarkus.http.port=" + port,
                "-Dtummler.bot-config=" + Path.of("bot-config").toAbsolutePath(),
                "-Dtummler.discord.token=" + sandbox.botToken(),
                "-Dtummler.discord.rest-url=" + sandbox.restUrl(),
                "-Dtummler.discord.gateway-url=" + sandbox.gatewayUrl()));
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        return new PackagedTummler(folder, log, command, consenting, port);
    }

    /** What an operator gets who sets nothing, with each commit on disk before it counts. */
    private static String shippedUrl() throws IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        return settings.getProperty("quarkus.datasource.jdbc.url");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void fill(String database, long guild, int consenting) throws SQLException {
        Flyway.configure()
                .dataSource(database, NAME_AND_PASSWORD, NAME_AND_PASSWORD)
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(database, NAME_AND_PASSWORD, NAME_AND_PASSWORD)) {
            UUID community = new UUID(0, 1);
            OffsetDateTime now = OffsetDateTime.now();
            insert(connection, "community values (?, 'discord', ?, 'Crowd')", community, Long.toString(guild));
            for (int person = 0; person < consenting; person++) {
                UUID member = new UUID(1, person);
                insert(connection, "member values (?, ?, ?)", member, community, now);
                insert(connection, "identity values (?, ?, ?)", member, community, Crowd.personId(person));
                for (Purpose purpose : Purpose.values())
                    insert(connection, "consent values (?, ?, ?)", member, purpose.name(), now);
            }
        }
    }

    private static void insert(Connection connection, String row, Object... values) throws SQLException {
        try (var insert = connection.prepareStatement("insert into " + row)) {
            for (int i = 0; i < values.length; i++) insert.setObject(i + 1, values[i]);
            insert.executeUpdate();
        }
    }

    /** A command waits its turn behind every message that was taken before it. */
    @Override
    void finish(Sandbox sandbox, Crowd crowd) {
        await("it offered its commands", () -> sandbox.commands().contains("me"));
        var me = sandbox.persona("ada").runs("me");
        await("it answered /me", me::isAnswered);
    }

    @Override
    Count count() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            String metrics = client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return new Count(metric(metrics, "tummler_messages_heard"), metric(metrics, "tummler_messages_shed"));
        }
    }

    @Override
    long expected(Crowd crowd, int sent) {
        return consenting == 0 ? 0 : crowd.ofConsenting();
    }

    private static long metric(String metrics, String name) {
        Matcher matcher =
                Pattern.compile("(?m)^" + name + "_total(?:\\{\\S*})? (\\S+)").matcher(metrics);
        if (!matcher.find()) throw new IllegalStateException("no metric " + name);
        return (long) Double.parseDouble(matcher.group(1));
    }
}
