package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What threads do by themselves, and who is told. */
class SandboxThreadsTest {
    private static final int PUBLIC = 11;
    private static final int PRIVATE = 12;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Sandbox sandbox;
    private RestBot rest;
    private GatewayClient gateway;
    private Persona ada;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(
                SandboxOptions.defaults().withLimits(Limits.announcedOnly()).withFile(folder.resolve("sandbox.json")));
        rest = new RestBot(sandbox);
        sandbox.botRights().grant("MANAGE_THREADS", "CREATE_PUBLIC_THREADS", "MANAGE_CHANNELS", "MANAGE_MESSAGES");
        gateway = new GatewayClient(http, sandbox, "v=10&encoding=json")
                .identified(Intents.GUILDS | Intents.GUILD_MEMBERS | Intents.GUILD_MESSAGES);
        ada = sandbox.persona("ada");
    }

    @AfterEach
    void stop() {
        rest.close();
        sandbox.close();
        http.close();
    }

    private String opened(int type, JsonObject more) {
        return rest.does(
                        "POST",
                        "/channels/" + sandbox.channelId("general") + "/threads",
                        new JsonObject().put("name", "Us").put("type", type).mergeIn(more))
                .getString("id");
    }

    private JsonObject metadata(String thread) {
        return rest.does("GET", "/channels/" + thread).getJsonObject("thread_metadata");
    }

    private static Instant turned(JsonObject metadata) {
        return Instant.parse(metadata.getString("archive_timestamp"));
    }

    @Test
    void a_thread_goes_to_sleep_when_nobody_speaks_and_wakes_when_somebody_does() {
        String thread = opened(PUBLIC, new JsonObject().put("auto_archive_duration", 60));
        Instant opened = turned(metadata(thread));
        sandbox.forward(Duration.ofMinutes(50));
        ada.says(thread, "Still here.");
        sandbox.forward(Duration.ofMinutes(50));
        assertThat(metadata(thread).getBoolean("archived")).isFalse();
        assertThat(turned(metadata(thread))).isEqualTo(opened);

        sandbox.forward(Duration.ofMinutes(11));

        assertThat(gateway.next("THREAD_UPDATE")
                        .getJsonObject("thread_metadata")
                        .getBoolean("archived"))
                .isTrue();
        Instant slept = turned(metadata(thread));
        assertThat(slept).isAfter(opened.plus(Duration.ofMinutes(110)));
        ada.says(thread, "Good morning.");
        assertThat(metadata(thread).getBoolean("archived")).isFalse();
        sandbox.forward(Duration.ofMinutes(59));
        assertThat(metadata(thread).getBoolean("archived")).isFalse();
        assertThat(turned(metadata(thread))).isAfterOrEqualTo(slept);
    }

    @Test
    void when_it_was_archived_is_kept_and_orders_the_archive() {
        String first = opened(PUBLIC, new JsonObject());
        String second = opened(PUBLIC, new JsonObject());
        for (String thread : new String[] {second, first})
            rest.does("PATCH", "/channels/" + thread, new JsonObject().put("archived", true));
        Instant turned = turned(metadata(first));

        sandbox.close();
        rest.close();
        sandbox = Sandbox.start(
                SandboxOptions.defaults().withLimits(Limits.announcedOnly()).withFile(folder.resolve("sandbox.json")));
        rest = new RestBot(sandbox);

        assertThat(turned(metadata(first))).isEqualTo(turned);
        JsonArray archive = rest.does("GET", "/channels/" + sandbox.channelId("general") + "/threads/archived/public")
                .getJsonArray("threads");
        assertThat(archive.stream().map(it -> ((JsonObject) it).getString("id")))
                .containsExactly(first, second);
    }

    @Test
    void whoever_speaks_or_is_mentioned_joins_if_they_may_see_the_channel() {
        String thread = opened(PUBLIC, new JsonObject());
        ada.says(thread, "@ben, look!");

        assertThat(ada.threads().getFirst().members()).containsExactly("tummler", "ada", "ben");
        await().until(() -> gateway.all("THREAD_MEMBERS_UPDATE").size() == 2);

        JsonObject hidden = new JsonObject()
                .put("name", "backstage")
                .put(
                        "permission_overwrites",
                        JsonArray.of(
                                overwrite(sandbox.guildId(), 0, "deny"),
                                overwrite(ada.id(), 1, "allow"),
                                overwrite(sandbox.botId(), 1, "allow")));
        sandbox.botRights().grant("MANAGE_ROLES");
        String channel = rest.does("POST", "/guilds/" + sandbox.guildId() + "/channels", hidden)
                .getString("id");
        String inside = rest.does(
                        "POST",
                        "/channels/" + channel + "/threads",
                        new JsonObject().put("name", "In").put("type", PUBLIC))
                .getString("id");
        ada.says(inside, "@ben cannot come.");
        assertThat(ada.threads().getLast().members()).containsExactly("tummler", "ada");
    }

    private static JsonObject overwrite(long about, int type, String what) {
        return new JsonObject()
                .put("id", Long.toString(about))
                .put("type", type)
                .put(what, Long.toString(Permissions.VIEW_CHANNEL));
    }

    @Test
    void a_bot_hears_of_the_private_thread_that_it_is_brought_into_and_put_out_of() {
        BotLogin other = sandbox.addBot("other");
        sandbox.botRights(other.id()).revoke("MANAGE_THREADS");
        GatewayClient others = new GatewayClient(http, sandbox, "v=10&encoding=json");
        others.send(Op.IDENTIFY, others.login(Intents.GUILDS).put("token", other.token()));
        others.next("GUILD_CREATE");
        String thread = opened(PRIVATE, new JsonObject());
        String member = "/channels/" + thread + "/thread-members/" + other.id();

        rest.does("PUT", member);
        JsonObject revealed = others.next("THREAD_CREATE");
        assertThat(revealed.getString("id")).isEqualTo(thread);
        assertThat(revealed.containsKey("newly_created")).isFalse();
        assertThat(revealed.getJsonObject("member").getString("user_id")).isEqualTo(Long.toString(other.id()));
        rest.does("DELETE", member);

        await().until(() -> others.all("THREAD_MEMBERS_UPDATE").size() == 2);
        assertThat(others.all("THREAD_MEMBERS_UPDATE")
                        .getLast()
                        .getJsonObject("d")
                        .getJsonArray("removed_member_ids"))
                .containsExactly(Long.toString(other.id()));
    }

    @Test
    void a_message_tells_of_the_thread_that_was_started_on_it() {
        MessageView said = ada.says("general", "Who bakes?");
        String message = "/channels/" + sandbox.channelId("general") + "/messages/" + said.id();

        rest.does("POST", message + "/threads", new JsonObject().put("name", "Bakers"));

        JsonObject changed = gateway.next("MESSAGE_UPDATE");
        assertThat(changed.getInteger("flags")).isEqualTo(1 << 5);
        assertThat(changed.getJsonObject("thread").getString("id")).isEqualTo(changed.getString("id"));
        assertThat(rest.does("GET", message).getJsonObject("thread").getString("name"))
                .isEqualTo("Bakers");
    }
}
