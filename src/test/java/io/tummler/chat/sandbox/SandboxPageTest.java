package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the chat page is told and may do. */
class SandboxPageTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
    }

    @AfterEach
    void stop() {
        sandbox.close();
        http.close();
    }

    @Test
    void the_world_shows_what_a_persona_may_see() {
        JsonObject adas = get("/world?as=" + id("ada"));
        JsonObject levs = get("/world?as=" + id("lev"));

        assertThat(get("/world").getString("me")).isEqualTo(id("ada"));
        assertThat(adas.getJsonObject("guild").getString("name")).isEqualTo("The Corner Yard");
        assertThat(names(adas.getJsonArray("channels")))
                .containsExactly("welcome", "general", "kitchen", "workshop", "money-matters", "introductions");
        assertThat(names(levs.getJsonArray("channels"))).contains("moderators");
        assertThat(adas.getJsonObject("messages").fieldNames())
                .doesNotContain(Long.toString(sandbox.channelId("moderators")));
        assertThat(adas.getJsonArray("members")).hasSize(14);
        JsonObject ada = adas.getJsonArray("members").getJsonObject(0);
        assertThat(ada.fieldNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "username",
                        "name",
                        "color",
                        "bio",
                        "trade",
                        "looksFor",
                        "offers",
                        "bot",
                        "status",
                        "roles",
                        "dmsOpen");
        JsonObject message = adas.getJsonObject("messages")
                .getJsonArray(Long.toString(sandbox.channelId("kitchen")))
                .getJsonObject(0);
        assertThat(message.fieldNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "channelId",
                        "authorId",
                        "at",
                        "editedAt",
                        "content",
                        "ephemeral",
                        "deferred",
                        "replyToId",
                        "interaction",
                        "system",
                        "secondVersion",
                        "components",
                        "embeds",
                        "attachments",
                        "reactions");
    }

    @Test
    void a_command_runs_from_the_page_and_its_private_answer_reaches_only_its_caller() {
        try (var bot = new JdaBot(sandbox);
                var ada = new Page("ada");
                var ben = new Page("ben")) {
            bot.on(
                    SlashCommandInteractionEvent.class,
                    event -> event.reply("Two people could help.")
                            .setEphemeral(true)
                            .setComponents(
                                    ActionRow.of(Button.success("go", "Ask them"), Button.secondary("no", "Not now")))
                            .complete());
            bot.guild()
                    .updateCommands()
                    .addCommands(Commands.slash("ask", "Look for help")
                            .addOption(OptionType.STRING, "need", "What you look for", true))
                    .complete();
            assertThat(ada.next("commands")
                            .getJsonArray("commands")
                            .getJsonObject(0)
                            .encode())
                    .isEqualTo(
                            "{\"name\":\"ask\",\"shown\":\"ask\",\"description\":\"Look for help\",\"options\":[{\"name\":\"need\",\"shown\":\"need\","
                                    + "\"description\":\"What you look for\",\"type\":\"string\",\"required\":true,"
                                    + "\"minLength\":null,\"maxLength\":null,\"min\":null,\"max\":null,\"channelTypes\":null,"
                                    + "\"autocomplete\":false,\"choices\":[]}]}");

            JsonObject asked = post(
                    "/commands",
                    200,
                    as("ada", "general").put("name", "ask").put("options", new JsonObject().put("need", "VAT")));

            assertThat(asked.getString("interactionId")).isNotEmpty();
            JsonObject answer = ada.next("message").getJsonObject("message");
            assertThat(answer.getString("content")).isEqualTo("Two people could help.");
            assertThat(answer.getBoolean("ephemeral")).isTrue();
            assertThat(answer.getJsonObject("interaction").getString("name")).isEqualTo("ask");
            assertThat(answer.getJsonArray("components")
                            .getJsonObject(0)
                            .getJsonArray("components")
                            .getJsonObject(0)
                            .getString("custom_id"))
                    .isEqualTo("go");
            assertThat(post("/commands", 400, as("ada", "general").put("name", "ask"))
                            .getString("error"))
                    .isEqualTo("/ask needs \"need\"");
            post("/messages", 200, as("ada", "general").put("content", "hello"));
            assertThat(ben.next("message").getJsonObject("message").getString("content"))
                    .isEqualTo("hello");
        }
    }

    @Test
    void the_clock_goes_forward_and_those_who_wait_are_told() {
        List<Duration> told = new CopyOnWriteArrayList<>();
        sandbox.onForward(told::add);
        Instant before = sandbox.clock().instant();
        try (var page = new Page("ada")) {
            Instant now = Instant.parse(
                    post("/clock", 200, new JsonObject().put("forward", "P3D")).getString("now"));

            assertThat(now).isAfter(before.plus(Duration.ofDays(3).minusSeconds(1)));
            assertThat(told).containsExactly(Duration.ofDays(3));
            assertThat(page.next("clock").getString("now")).isNotEmpty();
            assertThat(post("/clock", 400, new JsonObject().put("forward", "-P1D"))
                            .getString("error"))
                    .contains("forward");
        }
    }

    @Test
    void a_direct_conversation_shows_to_the_other_when_something_is_said() {
        try (var ben = new Page("ben")) {
            JsonObject dm =
                    post("/dms", 200, new JsonObject().put("as", id("ada")).put("withId", id("ben")));
            assertThat(get("/world?as=" + id("ben")).getJsonArray("dms")).isEmpty();

            post(
                    "/messages",
                    200,
                    new JsonObject()
                            .put("as", id("ada"))
                            .put("channelId", dm.getString("id"))
                            .put("content", "psst"));

            assertThat(ben.next("dm").getJsonObject("dm").getString("withId")).isEqualTo(id("ada"));
            assertThat(ben.next("message").getJsonObject("message").getString("content"))
                    .isEqualTo("psst");
            assertThat(get("/world?as=" + id("chiara")).getJsonArray("dms")).isEmpty();
        }
    }

    @Test
    void a_reset_empties_it_back_to_the_cast() {
        sandbox.persona("ada").says("general", "gone in a moment");
        sandbox.persona("mina").leaves();
        post("/dms-open", 200, new JsonObject().put("as", id("ada")).put("open", false));

        try (var page = new Page("ada")) {
            post("/reset", 200, new JsonObject());
            assertThat(page.next("reset")).isEqualTo(new JsonObject().put("type", "reset"));
        }

        assertThat(sandbox.persona("ada").reads("general"))
                .noneMatch(it -> it.content().startsWith("gone"));
        assertThat(get("/world").getJsonArray("members")).hasSize(14);
        assertThat(get("/world").getJsonArray("members").getJsonObject(0).getBoolean("dmsOpen"))
                .isTrue();
    }

    @Test
    void foreign_pages_are_refused() throws Exception {
        JsonObject hello = as("ada", "general").put("content", "hello");

        assertThat(status(request("/messages").header("Origin", "http://evil.example"), hello))
                .isEqualTo(403);
        assertThat(status(request("/messages").header("Origin", "http://127.0.0.1:" + sandbox.port()), hello))
                .isEqualTo(200);
        assertThat(rawStatus("GET /sandbox/api/world HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .isEqualTo("HTTP/1.1 403 Forbidden");
        assertThat(rawStatus("GET /sandbox/api/world HTTP/1.1\r\nHost: localhost:" + sandbox.port()
                        + "\r\nConnection: close\r\n\r\n"))
                .isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void only_files_of_the_page_are_served() throws Exception {
        HttpResponse<String> style = http.send(
                HttpRequest.newBuilder(URI.create(sandbox.pageUrl() + "/probe.css"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(style.body()).contains("margin");
        assertThat(style.headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
        assertThat(style.headers().firstValue("Cache-Control")).contains("no-store");
        for (String path : List.of("/sandbox/..%2fcast.json", "/sandbox/%2e%2e/cast.json", "/sandbox/nothing.js"))
            assertThat(http.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sandbox.port() + path))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
    }

    private String id(String username) {
        return Long.toString(sandbox.persona(username).id());
    }

    private JsonObject as(String username, String channel) {
        return new JsonObject().put("as", id(username)).put("channelId", Long.toString(sandbox.channelId(channel)));
    }

    private static List<String> names(JsonArray all) {
        return all.stream().map(it -> ((JsonObject) it).getString("name")).toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sandbox.port() + "/sandbox/api" + path));
    }

    private JsonObject get(String path) {
        return send(request(path), 200);
    }

    private JsonObject post(String path, int status, JsonObject body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body.encode())), status);
    }

    private JsonObject send(HttpRequest.Builder request, int status) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            return new JsonObject(response.body());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private int status(HttpRequest.Builder request, JsonObject body) throws Exception {
        return http.send(
                        request.POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private String rawStatus(String request) throws Exception {
        try (var socket = new Socket("127.0.0.1", sandbox.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** An open page of one persona: what it was told and did not yet look at. */
    private final class Page implements AutoCloseable, WebSocket.Listener {
        private final List<JsonObject> told = new CopyOnWriteArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket;

        Page(String username) {
            socket = http.newWebSocketBuilder()
                    .buildAsync(
                            URI.create("ws://127.0.0.1:" + sandbox.port() + "/sandbox/api/live?as=" + id(username)),
                            this)
                    .join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                told.add(new JsonObject(part.toString()));
                part.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, text, last);
        }

        JsonObject next(String type) {
            JsonObject next = await().until(
                            () -> told.stream()
                                    .filter(it -> it.getString("type").equals(type))
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
            told.remove(next);
            return next;
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
