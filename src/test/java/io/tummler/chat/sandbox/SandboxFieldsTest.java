package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields that a bot relies on, by plain JSON. */
class SandboxFieldsTest {
    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Sandbox sandbox;
    private RestBot rest;
    private Persona ada;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(
                SandboxOptions.defaults().withLimits(Limits.announcedOnly()).withFile(folder.resolve("sandbox.json")));
        rest = new RestBot(sandbox);
        sandbox.botRights().grant("ADMINISTRATOR");
        ada = sandbox.persona("ada");
    }

    @AfterEach
    void stop() {
        rest.close();
        sandbox.close();
        http.close();
    }

    private GatewayClient gateway(int intents) {
        return new GatewayClient(http, sandbox, "v=10&encoding=json").identified(Intents.GUILDS | intents);
    }

    @Test
    void whoever_types_in_a_guild_comes_as_its_member() {
        GatewayClient gateway = gateway(Intents.GUILD_MESSAGE_TYPING);

        ada.types("general");

        JsonObject member = gateway.next("TYPING_START").getJsonObject("member");
        assertThat(member.getJsonObject("user").getString("username")).isEqualTo("ada");
    }

    @Test
    void a_member_joined_when_they_came_last() {
        Persona mina = sandbox.persona("mina");
        String member = "/guilds/" + sandbox.guildId() + "/members/" + mina.id();
        sandbox.forward(Duration.ofDays(1));
        OffsetDateTime tomorrow = OffsetDateTime.now(sandbox.clock());
        mina.leaves();
        mina.comesBack();
        String joined = rest.does("GET", member).getString("joined_at");
        assertThat(OffsetDateTime.parse(joined)).isAfterOrEqualTo(tomorrow);

        sandbox.close();
        rest.close();
        sandbox = Sandbox.start(SandboxOptions.defaults().withFile(folder.resolve("sandbox.json")));
        rest = new RestBot(sandbox);

        assertThat(rest.does("GET", member).getString("joined_at")).isEqualTo(joined);
    }

    @Test
    void what_answers_a_press_comes_by_a_webhook_and_counts_only_where_all_see_it() {
        GatewayClient gateway = gateway(Intents.GUILD_MESSAGES);
        String thread = "/channels/"
                + rest.does(
                                "POST",
                                "/channels/" + sandbox.channelId("general") + "/threads",
                                new JsonObject().put("name", "Us").put("type", 11))
                        .getString("id");
        String id = thread.substring("/channels/".length());
        MessageView said = ada.says(id, "Who?");
        JsonObject button = new JsonObject()
                .put("type", 2)
                .put("style", 1)
                .put("label", "Me")
                .put("custom_id", "me");
        rest.does(
                "POST",
                thread + "/messages",
                new JsonObject()
                        .put("content", "Press.")
                        .put("message_reference", new JsonObject().put("message_id", Long.toString(said.id())))
                        .put(
                                "components",
                                JsonArray.of(new JsonObject().put("type", 1).put("components", JsonArray.of(button)))));

        ada.presses(ada.reads(id).getLast(), "Me");
        JsonObject press = gateway.next("INTERACTION_CREATE");
        assertThat(press.getJsonObject("message")
                        .getJsonObject("referenced_message")
                        .getString("content"))
                .isEmpty();
        answer(press, 0);
        await().until(() -> gateway.all("MESSAGE_CREATE").size() == 3);
        JsonObject answer = gateway.all("MESSAGE_CREATE").getLast().getJsonObject("d");
        assertThat(answer.getString("webhook_id")).isEqualTo(Long.toString(sandbox.botId()));

        ada.presses(ada.reads(id).get(1), "Me");
        await().until(() -> gateway.all("INTERACTION_CREATE").size() == 2);
        answer(gateway.all("INTERACTION_CREATE").getLast().getJsonObject("d"), Post.EPHEMERAL);
        JsonObject now = rest.does("GET", thread);
        assertThat(ada.reads(id)).hasSize(4);
        assertThat(now.getInteger("message_count")).isEqualTo(3);
        assertThat(now.getString("last_message_id")).isEqualTo(answer.getString("id"));
    }

    private void answer(JsonObject press, int flags) {
        rest.does(
                "POST",
                "/interactions/" + press.getString("id") + "/" + press.getString("token") + "/callback",
                new JsonObject()
                        .put("type", 4)
                        .put("data", new JsonObject().put("content", "Thanks.").put("flags", flags)));
    }

    @Test
    void nobody_writes_into_a_forum_or_a_category_itself() {
        for (int type : new int[] {4, 15}) {
            String place = rest.does(
                            "POST",
                            "/guilds/" + sandbox.guildId() + "/channels",
                            new JsonObject().put("name", "of-type-" + type).put("type", type))
                    .getString("id");

            assertThatThrownBy(() -> ada.says(place, "Hello?")).hasMessageContaining("only in what it holds");
        }
    }
}
