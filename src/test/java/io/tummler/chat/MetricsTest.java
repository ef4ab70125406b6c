package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.chat.sandbox.MessageView;
import io.tummler.chat.sandbox.Sandbox;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an operator sees of a bot that has lived through the loop. */
@QuarkusTest
@TestProfile(MetricsTest.Counting.class)
class MetricsTest {
    /** Counted every second, and in a database and a run that nobody else counts in. */
    public static class Counting extends SandboxProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("quarkus.datasource.jdbc.url", database("metrics"));
            overrides.put("tummler.metrics.every", "1s");
            return overrides;
        }
    }

    private static final Pattern SAMPLE = Pattern.compile("(?m)^(tummler_[a-z_]+)(\\{[^}]*})? (\\S+)$");
    private static final Pattern SUFFIX = Pattern.compile("_(bucket|count|sum|max)$");

    @Inject
    SandboxHost host;

    @TestHTTPResource
    URI uri;

    private String get(String path) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri.resolve(path)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** By name and labels, as Prometheus reads them. */
    private Map<String, Double> metrics() {
        return SAMPLE.matcher(get("/q/metrics"))
                .results()
                .collect(Collectors.toMap(
                        it -> it.group(1) + Objects.requireNonNullElse(it.group(2), ""),
                        it -> Double.parseDouble(it.group(3))));
    }

    @Test
    void the_loop_shows_in_the_metrics_and_nobodys_name_does() throws IOException {
        Sandbox sandbox = host.sandbox().orElseThrow();
        await().atMost(Duration.ofSeconds(30)).until(() -> sandbox.commands().contains("join"));
        var ada = new Insistent(sandbox.persona("ada"), sandbox);
        var ben = new Insistent(sandbox.persona("ben"), sandbox);
        ada.joins("introductions", "direct messages", "listening");
        ben.joins("introductions", "direct messages");
        ada.persona().says("general", "Good morning, all.");
        ada.persona().says("general", "It rains.");
        ben.persona().says("general", "It does.");
        ada.runs("offer", Map.of("what", "baking sourdough bread"));
        MessageView asked = ben.runs("ask", Map.of("what", "somebody who shows me sourdough"));
        ben.presses(asked, "Ask them");
        ada.presses(ada.hears("Somebody here could use your help"), "Yes, introduce us");
        ben.presses(ben.hears("Somebody would help you"), "Yes, bring us together");
        ben.runs("thanks", Map.of("member", "ada", "for", "the starter"));

        await().untilAsserted(() -> assertThat(metrics())
                .containsEntry("tummler_messages_seen_total", 3.0)
                .containsEntry("tummler_messages_dropped_total", 1.0)
                .containsEntry("tummler_messages_heard_total", 2.0)
                .containsEntry("tummler_messages_shed_total", 0.0)
                .containsEntry("tummler_introductions{state=\"connected\"}", 1.0)
                .containsEntry("tummler_introductions{state=\"asked\"}", 0.0)
                .containsEntry("tummler_ledger_transfers_total{reason=\"connected\"}", 2.0)
                .containsEntry("tummler_ledger_transfers_total{reason=\"thanked\"}", 1.0)
                .containsEntry("tummler_ledger_transfers_total{reason=\"task_done\"}", 0.0)
                .containsEntry("tummler_commands_total{kind=\"command\",name=\"join\",outcome=\"answered\"}", 2.0)
                .containsEntry(
                        "tummler_commands_total{kind=\"press\",name=\"introduction.accept\",outcome=\"answered\"}", 2.0)
                .containsEntry("tummler_outbox_rows{state=\"pending\"}", 0.0)
                .containsEntry("tummler_outbox_rows{state=\"dead\"}", 0.0)
                .containsEntry("tummler_outbox_oldest_due_seconds", 0.0)
                .containsEntry("tummler_database_up", 1.0));
        Map<String, Double> metrics = metrics();
        double commands = metrics.entrySet().stream()
                .filter(it -> it.getKey().startsWith("tummler_commands_total"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        for (String until : List.of("acknowledged", "answered"))
            assertThat(metrics)
                    .containsEntry("tummler_commands_" + until + "_seconds_count", commands)
                    .containsKey("tummler_commands_" + until + "_seconds_bucket{le=\"3.0\"}");
        assertThat(metrics.keySet()).noneMatch(it -> it.contains("ada") || it.contains("Corner"));
        eachIsExplained(metrics);
    }

    private static void eachIsExplained(Map<String, Double> metrics) throws IOException {
        String page = Files.readString(Path.of("docs/operators.md"));
        assertThat(metrics.keySet())
                .extracting(it -> SUFFIX.matcher(it.replaceAll("\\{.*", "")).replaceAll(""))
                .allSatisfy(it -> assertThat(page).contains("`" + it + "`"));
    }

    @Test
    void a_bot_that_is_well_is_alive_and_ready() {
        assertThat(get("/q/health/live")).contains("\"status\": \"UP\"");
        await().untilAsserted(() -> assertThat(get("/q/health/ready"))
                .contains("\"status\": \"UP\"", "\"database\"", "\"outbox\"")
                .doesNotContain("DOWN", "jdbc", "Database connections"));
    }
}
