package io.tummler.chat;

import io.tummler.chat.sandbox.Sandbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tummler as it is shipped, with a new database in which some of the crowd have consented to everything. */
final class PackagedTummler extends Contestant {
    static final Path JAR_FOLDER = Path.of("target", "quarkus-app");

    private final Population population;
    private final int port;

    private PackagedTummler(Population population, Path log, List<String> command, int port) throws IOException {
        super(population.folder(), log, command);
        this.population = population;
        this.port = port;
    }

    /** A form that it comes in: what a command line begins with, and what stands behind its settings. */
    record Form(List<String> program, List<String> arguments) {
        static Form jar() {
            return new Form(
                    java(),
                    List.of(
                            "-jar",
                            JAR_FOLDER
                                    .resolve("quarkus-run.jar")
                                    .toAbsolutePath()
                                    .toString()));
        }

        static Form executable(Path file) {
            return new Form(List.of(file.toAbsolutePath().toString(), MEMORY), List.of());
        }
    }

    /**
     * @param consenting how many of the crowd have consented
     */
    static PackagedTummler start(int consenting, Sandbox sandbox, Path log) throws IOException, SQLException {
        Population population = Population.inNewFolder(sandbox.guildId());
        population.consenting(consenting);
        return start(Form.jar(), population, sandbox, log);
    }

    static PackagedTummler start(Form form, Population population, Sandbox sandbox, Path log) throws IOException {
        int port = freePort();
        var command = new ArrayList<>(form.program());
        command.addAll(List.of(
                "-Dquarkus.datasource.jdbc.url=" + population.database(),
                "-Dquarkus.http.port=" + port,
                "-Dtummler.bot-config=" + Path.of("bot-config").toAbsolutePath(),
                "-Dtummler.keys=" + Population.KEYS,
                "-Dtummler.discord.token=" + sandbox.botToken(),
                "-Dtummler.discord.rest-url=" + sandbox.restUrl(),
                "-Dtummler.discord.gateway-url=" + sandbox.gatewayUrl()));
        command.addAll(form.arguments());
        return new PackagedTummler(population, log, command, port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
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
        return population.members() == 0 ? 0 : crowd.ofConsenting();
    }

    @Override
    public void close() throws InterruptedException, IOException {
        super.close();
        population.close();
    }

    private static long metric(String metrics, String name) {
        Matcher matcher =
                Pattern.compile("(?m)^" + name + "_total(?:\\{\\S*})? (\\S+)").matcher(metrics);
        if (!matcher.find()) throw new IllegalStateException("no metric " + name);
        return (long) Double.parseDouble(matcher.group(1));
    }
}
