package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is held up for all to see: pinned messages, and calls to everybody. */
class SandboxPinsTest {
    @TempDir
    Path folder;

    private Sandbox sandbox;
    private RestBot rest;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(
                SandboxOptions.defaults().withLimits(Limits.announcedOnly()).withFile(folder.resolve("sandbox.json")));
        rest = new RestBot(sandbox);
        sandbox.botRights().grant("PIN_MESSAGES");
    }

    @AfterEach
    void stop() {
        rest.close();
        sandbox.close();
    }

    private String general() {
        return "/channels/" + sandbox.channelId("general");
    }

    private List<JsonObject> pins(String query) {
        return rest.does("GET", general() + "/messages/pins" + query).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static String id(JsonObject pin) {
        return pin.getJsonObject("message").getString("id");
    }

    @Test
    void pins_go_by_when_they_were_pinned_and_the_gateway_tells_of_them() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            GatewayClient gateway = new GatewayClient(http, sandbox, "v=10&encoding=json").identified(Intents.GUILDS);
            Persona ada = sandbox.persona("ada");
            String first = Long.toString(ada.says("general", "One.").id());
            String second = Long.toString(ada.says("general", "Two.").id());
            rest.does("PUT", general() + "/messages/pins/" + second);
            sandbox.forward(Duration.ofMinutes(1));
            rest.does("PUT", general() + "/messages/pins/" + first);

            List<JsonObject> pins = pins("");
            assertThat(pins).extracting(SandboxPinsTest::id).containsExactly(first, second);
            String latest = pins.getFirst().getString("pinned_at");
            assertThat(pins("?before=" + latest))
                    .extracting(SandboxPinsTest::id)
                    .containsExactly(second);
            assertThat(rest.does("GET", general()).getString("last_pin_timestamp"))
                    .isEqualTo(latest);
            await().until(() -> gateway.all("CHANNEL_PINS_UPDATE").size() == 2);
            JsonObject told = gateway.all("CHANNEL_PINS_UPDATE").getLast().getJsonObject("d");
            assertThat(told.getString("last_pin_timestamp")).isEqualTo(latest);
            assertThat(told.getString("guild_id")).isEqualTo(Long.toString(sandbox.guildId()));

            sandbox.close();
            rest.close();
            sandbox = Sandbox.start(SandboxOptions.defaults()
                    .withLimits(Limits.announcedOnly())
                    .withFile(folder.resolve("sandbox.json")));
            rest = new RestBot(sandbox);
            assertThat(pins("")).isEqualTo(pins);
            rest.does("DELETE", general() + "/messages/pins/" + first);
            rest.does("DELETE", general() + "/messages/pins/" + second);
            assertThat(rest.does("GET", general()).getString("last_pin_timestamp"))
                    .isNull();
        }
    }

    private boolean callsEveryone(JsonObject message) {
        return rest.does("POST", general() + "/messages", message).getBoolean("mention_everyone");
    }

    private boolean callsEveryone(MessageView said) {
        return rest.does("GET", general() + "/messages/" + said.id()).getBoolean("mention_everyone");
    }

    @Test
    void everybody_is_called_by_those_alone_who_may() {
        JsonObject call = new JsonObject().put("content", "Come, @everyone!");
        sandbox.botRights().revokeIn("general", "MENTION_EVERYONE");
        assertThat(callsEveryone(call)).isFalse();
        sandbox.botRights().grantIn("general", "MENTION_EVERYONE");
        assertThat(callsEveryone(call)).isTrue();
        assertThat(callsEveryone(new JsonObject().put("content", "Is anybody @here?")))
                .isTrue();
        assertThat(callsEveryone(new JsonObject().put("content", "Not everyone.")))
                .isFalse();
        assertThat(callsEveryone(
                        call.copy().put("allowed_mentions", new JsonObject().put("parse", JsonArray.of("users")))))
                .isFalse();
        assertThat(callsEveryone(
                        call.copy().put("allowed_mentions", new JsonObject().put("parse", JsonArray.of("everyone")))))
                .isTrue();

        assertThat(callsEveryone(sandbox.persona("ada").says("general", "@everyone, cake!")))
                .isFalse();
        assertThat(callsEveryone(sandbox.persona("lev").says("general", "@everyone, cake!")))
                .isTrue();
    }
}
