package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tummler.chat.sandbox.InteractionView;
import io.tummler.chat.sandbox.MessageView;
import io.tummler.chat.sandbox.Persona;
import io.tummler.chat.sandbox.RequestView;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import io.tummler.store.TestPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged bot logs in production: lines of JSON, in which nobody's words, names or tokens stand. */
class LogIT {
    private static final Pattern TOKEN = Pattern.compile("/(?:interactions/\\d+|webhooks/\\d+)/([^/]{20,})");

    @TempDir
    Path folder;

    private String databaseUrl;
    private Sandbox sandbox;
    private BotProcess bot;

    @BeforeEach
    void a_bot_on_postgres_whose_errors_quote_rows() {
        databaseUrl = TestPostgres.newDatabase();
        sandbox = Sandbox.start(SandboxOptions.defaults().withPatience(Duration.ofMinutes(1)));
        bot = new BotProcess(sandbox, folder, databaseUrl);
        bot.start();
        await().atMost(Duration.ofMinutes(1)).until(() -> sandbox.commands().contains("join"));
    }

    @AfterEach
    void close() {
        bot.close();
        sandbox.close();
    }

    private void database(String sql) {
        try (var connection = DriverManager.getConnection(databaseUrl);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<JsonNode> log() {
        var json = new ObjectMapper();
        return bot.said()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> {
                    try {
                        return json.readTree(line);
                    } catch (java.io.IOException e) {
                        throw new AssertionError("no line of JSON: " + line, e);
                    }
                })
                .toList();
    }

    private static String answer(InteractionView asked) {
        await().atMost(Duration.ofMinutes(1)).until(asked::isAnswered);
        return asked.answer().content();
    }

    @Test
    void over_the_loop_and_over_failures_nobodys_words_names_or_tokens_are_logged() {
        new Story(sandbox, _ -> {}).live();
        Persona lev = sandbox.persona("lev");
        MessageView panel = lev.runs("join").answer();
        panel = lev.presses(panel, "Allow listening").answer();
        lev.presses(panel, "Allow introductions").answer();
        lev.says("general", "Does anyone know how to hang velvet curtains?");

        // Rows that the database refuses, and quotes.
        database("alter table statement add constraint no_more_offers check (kind <> 'OFFER') not valid");
        assertThat(answer(lev.runs("offer", Map.of("what", "walking zebras")))).contains("went wrong");
        database("alter table interaction add constraint no_more_commands check (payload is null) not valid");
        assertThat(answer(lev.runs("offer", Map.of("what", "shaving yaks")))).contains("went wrong");
        database("alter table statement drop constraint no_more_offers");
        database("alter table interaction drop constraint no_more_commands");
        // Events that JDA can't read, and quotes.
        sandbox.faults().sendRaw("{\"op\":0,\"t\":\"MESSAGE_CREATE\",\"s\":99,\"d\":{\"content\":\"my xylophone\"}}");
        sandbox.faults().sendRaw("{\"op\":0,\"t\":\"MESSAGE_CREATE\",\"s\":99,\"d\":{\"content\":\"my xylophone\"");
        await().atMost(Duration.ofMinutes(1)).until(sandbox::isBotOnline);
        // Discord refuses what the bot says.
        sandbox.faults().answer("PATCH", "^/webhooks/", 400, 50_035, 1);
        lev.runs("offer", Map.of("what", "whistling"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !bot.query("select id from outbox where state = 'WAITING'")
                        .isEmpty());

        List<JsonNode> log = log();
        assertThat(log)
                .allSatisfy(line -> assertThat(line.hasNonNull("timestamp") && line.hasNonNull("message"))
                        .isTrue());
        assertThat(log)
                .extracting(line -> line.path("message").asText())
                .anyMatch(it -> it.startsWith("Could not work off"));
        assertThat(log)
                .extracting(line -> line.path("message").asText())
                .anyMatch(it -> it.startsWith("Could not write down"));
        assertThat(bot.said()).contains("SQLState 23514", "WebSocketClient");
        assertThat(bot.said())
                .doesNotContain("sourdough", "starter", "velvet", "zebras", "yaks", "xylophone", "whistling");
        for (Persona persona : sandbox.personas())
            assertThat(bot.said()).doesNotContain(persona.mention(), "\"" + persona.username() + "\"");
        assertThat(bot.said())
                .doesNotContain("Ada Moreau", sandbox.botToken() + "\"")
                .doesNotContain(tokens());
    }

    /** Those with which interactions were answered. */
    private List<String> tokens() {
        List<String> tokens = new ArrayList<>();
        for (RequestView request : sandbox.requests())
            TOKEN.matcher(request.path()).results().forEach(found -> tokens.add(found.group(1)));
        assertThat(tokens).isNotEmpty();
        return tokens;
    }
}
