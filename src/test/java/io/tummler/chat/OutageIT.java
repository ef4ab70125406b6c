package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tummler.chat.sandbox.InteractionView;
import io.tummler.chat.sandbox.Persona;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import io.tummler.store.Relay;
import io.tummler.store.Relay.Network;
import io.tummler.store.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The packaged bot, whose database goes away and comes back: with connections that break, and with packets that vanish.
 * The people wait for it as long as Discord does, three seconds.
 */
class OutageIT {
    private static final String NO_MEMORY = "I cannot reach my memory";
    /** As Kubernetes is told to wait for a probe. */
    private static final Duration PROBE = Duration.ofSeconds(5);

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private String databaseUrl;
    private Relay relay;
    private Sandbox sandbox;
    private BotProcess bot;
    private Persona ada;
    private Persona ben;

    @BeforeEach
    void a_bot_behind_a_network_that_works() {
        databaseUrl = TestPostgres.newDatabase();
        int port = URI.create(databaseUrl.substring("jdbc:".length())).getPort();
        relay = new Relay(port);
        sandbox = Sandbox.start(SandboxOptions.defaults());
        // A prepared statement would be sent by its number later on, which the relay would not know again.
        String throughRelay = databaseUrl.replace(":" + port, ":" + relay.port()) + "&prepareThreshold=0";
        bot = new BotProcess(sandbox, folder, throughRelay);
        bot.start();
        await().atMost(LONG_ENOUGH).until(() -> sandbox.commands().contains("join"));
        ada = sandbox.persona("ada");
        ben = sandbox.persona("ben");
        new Insistent(ada, sandbox).joins("introductions", "direct messages", "listening");
        new Insistent(ben, sandbox).joins("introductions", "direct messages");
    }

    @AfterEach
    void close() throws IOException {
        bot.close();
        sandbox.close();
        relay.close();
    }

    private static String answer(InteractionView asked) {
        await().atMost(LONG_ENOUGH).until(() -> asked.isAnswered() || asked.isFailed());
        assertThat(asked.isAnswered()).as("it is answered in time").isTrue();
        return asked.answer().content();
    }

    private static String offers(Persona person, String what) {
        return answer(person.runs("offer", Map.of("what", what)));
    }

    private HttpResponse<String> get(String path) {
        try (var client = HttpClient.newHttpClient()) {
            var uri = URI.create("http://127.0.0.1:" + bot.port() + path);
            return client.send(
                    HttpRequest.newBuilder(uri).timeout(PROBE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private double metric(String name) {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .sum();
    }

    private long statements(String wording) {
        return bot.query(databaseUrl, "select wording from statement").stream()
                .filter(wording::equals)
                .count();
    }

    private void isBack() {
        relay.becomes(Network.WORKS);
        await("the bot is ready again")
                .atMost(LONG_ENOUGH)
                .until(() -> get("/q/health/ready").statusCode() == 200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Network.class,
            names = {"CUT", "SILENT"})
    void while_the_database_is_away_commands_say_so_in_time_and_after_it_all_goes_on(Network away) {
        assertThat(offers(ada, "sharpening kitchen knives")).doesNotContain(NO_MEMORY);
        InteractionView asked = ben.runs("ask", Map.of("what", "somebody who sharpens kitchen knives"));
        assertThat(answer(asked)).contains("One person here could help");
        assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);

        InteractionView press = ben.presses(asked.answer(), "Ask them");
        await().atMost(LONG_ENOUGH).until(press::isAcknowledged);
        relay.becomes(away);

        for (String what : List.of("first", "second", "third")) {
            InteractionView refused = ada.runs("offer", Map.of("what", what));
            assertThat(answer(refused)).contains(NO_MEMORY, "nothing was done", "try again");
            assertThat(refused.answer().ephemeral()).isTrue();
        }
        HttpResponse<String> ready = get("/q/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("database", "DOWN").doesNotContain("localhost", "127.0.0.1", "postgres");
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
        ada.says("general", "Does anyone know how to grow pumpkins?");
        await().atMost(LONG_ENOUGH).until(() -> metric("tummler_messages_shed_total") >= 1);
        assertThat(metric("tummler_database_up")).isZero();

        isBack();
        await("what was to be said is said")
                .atMost(LONG_ENOUGH)
                .until(() -> saidTo(ada, "Somebody here could use your help") == 1);
        assertThat(answer(press)).contains("I am asking now");
        for (String what : List.of("first", "second", "third"))
            assertThat(statements(what)).isZero();
        assertThat(offers(ada, "first")).doesNotContain(NO_MEMORY);
        assertThat(statements("first")).isOne();
        await().atMost(LONG_ENOUGH)
                .untilAsserted(
                        () -> assertThat(bot.query(databaseUrl, "select id from interaction where done_at is null"))
                                .isEmpty());
        assertThat(saidTo(ada, "Somebody here could use your help")).isOne();
        theLogSaysSoInOneLine();
    }

    private static long saidTo(Persona person, String words) {
        return person.dms().stream()
                .filter(message -> message.content().contains(words))
                .count();
    }

    private void theLogSaysSoInOneLine() {
        assertThat(bot.said().lines())
                .filteredOn(line -> line.contains("\"WARN\"") || line.contains("\"ERROR\""))
                .as("warnings")
                .singleElement()
                .asString()
                .contains("The database does not answer")
                .doesNotContain("stackTrace");
        assertThat(bot.said()).contains("The database answers again").doesNotContain("kitchen knives", "pumpkins");
    }

    @ParameterizedTest
    @EnumSource(
            value = Network.class,
            names = {"CUT", "SILENT"})
    void a_command_that_was_refused_is_not_done_though_the_database_had_written_it_down(Network then) {
        relay.losesTheCommitAfter("insert into interaction", then);

        assertThat(offers(ada, "tuning pianos")).contains(NO_MEMORY);
        await("it is written down all the same")
                .atMost(LONG_ENOUGH)
                .until(() -> bot.query(databaseUrl, "select payload from interaction").stream()
                        .anyMatch(payload -> payload.contains("tuning pianos")));

        isBack();
        await("it is taken back")
                .atMost(LONG_ENOUGH)
                .until(() -> bot.query(databaseUrl, "select id from interaction where done_at is null")
                        .isEmpty());
        assertThat(statements("tuning pianos")).isZero();
        assertThat(offers(ada, "tuning pianos")).doesNotContain(NO_MEMORY);
        assertThat(statements("tuning pianos")).isOne();
    }

    @ParameterizedTest
    @EnumSource(
            value = Network.class,
            names = {"CUT", "SILENT"})
    void what_was_done_and_not_confirmed_is_done_once_and_answered(Network then) {
        relay.losesTheCommitAfter("insert into statement", then);

        InteractionView asked = ada.runs("offer", Map.of("what", "mending bicycles"));
        await().atMost(LONG_ENOUGH).until(asked::isAcknowledged);
        await("it is done").atMost(LONG_ENOUGH).until(() -> statements("mending bicycles") == 1);
        assertThat(asked.isAnswered()).isFalse();

        isBack();
        assertThat(answer(asked)).contains("mending bicycles");
        assertThat(statements("mending bicycles")).isOne();
    }

    @Test
    void a_database_that_was_restarted_meanwhile_costs_nobody_anything() {
        relay.becomes(Network.CUT);
        relay.becomes(Network.WORKS);
        for (int i = 0; i < 5; i++) assertThat(offers(ada, "thing " + i)).doesNotContain(NO_MEMORY);
    }
}
