package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.PackagedProgram;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged bot in production, where something that it can't do without is missing: one line, and it ends. */
class ProductionIT {
    private static final String QUIET = "-Dquarkus.log.level=WARN";

    @TempDir
    Path folder;

    @Test
    void without_a_token_it_says_in_one_line_where_to_get_one_and_ends() throws Exception {
        Files.createDirectory(folder.resolve("bot-config"));
        assertThat(start())
                .singleElement()
                .asString()
                .contains("There is no token", "Set the environment variable DISCORD_TOKEN", "discord.com/developers");
    }

    @Test
    void without_its_settings_it_joins_nobody_says_what_to_name_and_ends() throws Exception {
        assertThat(start("-Dtummler.discord.token=any", "-Dtummler.keys=" + BotProcess.KEYS, QUIET))
                .filteredOn(line -> !line.contains("Using H2"))
                .singleElement()
                .asString()
                .contains("bot-config:1:1: there is no folder", "name it as tummler.bot-config (TUMMLER_BOT_CONFIG)");
    }

    @Test
    void with_a_token_that_discord_does_not_know_it_says_where_to_get_one_and_ends() throws Exception {
        try (var sandbox = Sandbox.start(SandboxOptions.defaults())) {
            assertThat(logIn(sandbox, "not-the-token"))
                    .singleElement()
                    .asString()
                    .contains("Discord does not know this token (401)", "DISCORD_TOKEN", "Reset Token");
        }
    }

    @Test
    void without_leave_to_read_messages_it_says_which_switch_is_off_and_ends() throws Exception {
        try (var sandbox = Sandbox.start(SandboxOptions.defaults().withPrivilegedIntents(0))) {
            assertThat(logIn(sandbox, sandbox.botToken()))
                    .filteredOn(line -> line.contains("Message Content Intent"))
                    .singleElement()
                    .asString()
                    .contains("Message Content Intent", "TUMMLER_DISCORD_LISTENING=false");
        }
    }

    private List<String> logIn(Sandbox sandbox, String token) throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("bot-config"));
        List<String> said = start(
                "-Dtummler.discord.token=" + token,
                "-Dtummler.keys=" + BotProcess.KEYS,
                "-Dtummler.discord.rest-url=" + sandbox.restUrl(),
                "-Dtummler.discord.gateway-url=" + sandbox.gatewayUrl(),
                QUIET);
        assertThat(said).as("no stack trace").noneMatch(line -> line.startsWith("\tat "));
        return said.stream().filter(line -> !line.contains("Using H2")).toList();
    }

    @Test
    void without_a_key_it_says_in_one_line_how_to_make_one_and_ends() throws Exception {
        Files.createDirectory(folder.resolve("bot-config"));
        assertThat(start("-Dtummler.discord.token=any", QUIET))
                .filteredOn(line -> !line.contains("Using H2"))
                .singleElement()
                .asString()
                .contains("There is no key to encrypt with", "openssl rand -base64 32", "TUMMLER_KEYS", "docs/keys.md");
    }

    @Test
    void with_a_key_that_is_none_it_says_what_is_wrong_with_it_and_ends() throws Exception {
        Files.createDirectory(folder.resolve("bot-config"));
        assertThat(start("-Dtummler.discord.token=any", "-Dtummler.keys=mine:c2hvcnQ=", QUIET))
                .filteredOn(line -> !line.contains("Using H2"))
                .singleElement()
                .asString()
                .contains("TUMMLER_KEYS: the key mine has 5 bytes, and must have 32. Make one by: openssl rand")
                .doesNotContain("c2hvcnQ");
    }

    @Test
    void with_a_key_that_is_not_the_databases_it_reads_nothing_says_so_in_one_line_and_ends() throws Exception {
        Files.createDirectory(folder.resolve("bot-config"));
        String url = "jdbc:h2:file:" + folder + "/db;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        Flyway.configure().dataSource(url, "tummler", "tummler").load().migrate();
        try (var database = DriverManager.getConnection(url, "tummler", "tummler");
                var statement = database.createStatement()) {
            statement.execute("insert into encryption_key values ('it', 'it:" + "A".repeat(60) + "'), ('older', 'older:"
                    + "A".repeat(60) + "')");
        }
        assertThat(start(
                        "-Dtummler.discord.token=any",
                        "-Dtummler.keys=" + BotProcess.KEYS,
                        "-Dquarkus.datasource.jdbc.url=" + url,
                        QUIET))
                .filteredOn(line -> !line.contains("Using H2"))
                .singleElement()
                .asString()
                .contains("The key it in TUMMLER_KEYS is not the it that this database was written with. Set the one");
    }

    /** All that it says until it ends, which it does by itself and not as if all were well. */
    private List<String> start(String... properties) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of(properties));
        options.add("-Dquarkus.http.port=0");
        PackagedProgram.End end = PackagedProgram.end(folder, options);
        assertThat(end.exitCode()).isNotZero();
        return end.said();
    }
}
