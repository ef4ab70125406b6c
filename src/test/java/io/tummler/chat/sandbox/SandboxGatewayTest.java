package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gateway, frame by frame: what JDA would never send, too. */
class SandboxGatewayTest {
    private static final int GUILD_MESSAGES = Intents.GUILDS | Intents.GUILD_MESSAGES;

    private final HttpClient http = HttpClient.newHttpClient();
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        start(SandboxOptions.defaults());
    }

    private void start(SandboxOptions options) {
        if (sandbox != null) sandbox.close();
        sandbox = Sandbox.start(options);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        http.close();
    }

    private GatewayClient client() {
        return client("v=10&encoding=json");
    }

    private GatewayClient client(String query) {
        return new GatewayClient(http, sandbox, query);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'op':2,'d':{'token':'guessed','properties':{},'intents':1}} | 4004",
                "{'op':6,'d':{'token':'guessed','session_id':'x','seq':1}} | 4004",
                "{'op':2,'d':{'properties':{},'intents':1}} | 4002",
                "{'op':2,'d':{'token':'sandbox','intents':1}} | 4002",
                "{'op':2,'d':{'token':'sandbox','properties':{}}} | 4013",
                "{'op':2,'d':{'token':'sandbox','properties':{},'intents':-1}} | 4013",
                "{'op':2,'d':{'token':'sandbox','properties':{},'intents':131072}} | 4013",
                "{'op':2,'d':{'token':'sandbox','properties':{},'intents':1,'shard':[2,2]}} | 4010",
                "{'op':2,'d':{'token':'sandbox','properties':{},'intents':1,'shard':[1]}} | 4002",
                "{'op':2,'d':{'token':'sandbox','properties':{},'intents':1,'presence':{'status':'asleep'}}} | 4002",
                "{'op':6,'d':{'token':'sandbox','seq':1}} | 4002",
                "{'op':2} | 4002",
                "{'op':2, | 4002",
                "{'op':'two'} | 4002",
                "{} | 4002",
                "[] | 4002",
                "{'op':3,'d':{'status':'idle'}} | 4003",
                "{'op':8,'d':{}} | 4003"
            },
            quoteCharacter = '"')
    void what_is_wrong_is_closed_with_discords_code(String frame, int code) {
        GatewayClient client = client();
        client.send(frame.replace('\'', '"'));
        assertThat(client.closed()).isEqualTo(code);
    }

    @Test
    void whoever_is_in_may_ask_for_nothing_unknown_and_not_log_in_again() {
        GatewayClient one = client().identified(0);
        one.send("{\"op\":99}");
        assertThat(one.closed()).isEqualTo(4001);

        sandbox.forward(Duration.ofSeconds(5));
        GatewayClient two = client().identified(0);
        two.send(Op.IDENTIFY, two.login(0));
        assertThat(two.closed()).isEqualTo(4005);
    }

    @Test
    void another_version_or_encoding_is_refused() {
        assertThat(client("v=9&encoding=json").closed()).isEqualTo(4012);
        assertThat(client("v=10&encoding=etf").closed()).isEqualTo(4002);
        assertThat(client("v=10&encoding=json&compress=zstd-stream").closed()).isEqualTo(4002);
    }

    @Test
    void hello_comes_first_and_every_heartbeat_is_acknowledged() {
        GatewayClient client = client();
        client.awaitOp(Op.HELLO);
        assertThat(client.frames.getFirst().getJsonObject("d").getInteger("heartbeat_interval"))
                .isEqualTo(41_250);

        client.beat();
        client.beat();

        await().until(() -> client.count(Op.HEARTBEAT_ACK) == 2);
    }

    @Test
    void a_connection_without_a_heartbeat_is_closed_and_one_with_stays() {
        start(SandboxOptions.defaults().withHeartbeat(Duration.ofSeconds(2)));
        GatewayClient silent = client();
        GatewayClient alive = client();

        await().pollInterval(Duration.ofMillis(100)).until(() -> {
            alive.beat();
            return silent.isClosed();
        });

        assertThat(silent.closed()).isEqualTo(4009);
        assertThat(alive.isClosed()).isFalse();
    }

    @Test
    void more_than_120_frames_a_minute_are_too_many() {
        GatewayClient client = client();
        for (int i = 0; i < 120; i++) client.beat();
        await().until(() -> client.count(Op.HEARTBEAT_ACK) == 120);

        client.beat();

        assertThat(client.closed()).isEqualTo(4008);
    }

    @Test
    void a_frame_has_4096_bytes_at_most() {
        GatewayClient client = client();
        String frame = "{\"op\":1,\"d\":null,\"x\":\"%s\"}";
        int room = 4_096 - frame.formatted("").length();

        client.send(frame.formatted("x".repeat(room)));
        client.awaitOp(Op.HEARTBEAT_ACK);
        client.send(frame.formatted("x".repeat(room - 1) + "é"));

        assertThat(client.closed()).isEqualTo(4002);
    }

    @Test
    void a_privileged_intent_that_is_switched_off_is_disallowed() {
        start(SandboxOptions.defaults().withPrivilegedIntents(Intents.GUILD_MEMBERS));
        GatewayClient client = client();
        client.send(Op.IDENTIFY, client.login(Intents.GUILD_MEMBERS | Intents.MESSAGE_CONTENT));
        assertThat(client.closed()).isEqualTo(4014);

        JsonObject ready = client().identified(Intents.GUILD_MEMBERS).next("READY");
        assertThat(ready.getJsonObject("application").getInteger("flags")).isEqualTo(1 << 15);
    }

    @Test
    void a_shard_knows_the_guilds_that_fall_to_it_and_no_other() {
        start(SandboxOptions.defaults().withLimits(Limits.discord().withMaxConcurrency(2)));
        int shard = (int) ((sandbox.guildId() >>> 22) % 2);
        GatewayClient its = client();
        GatewayClient other = client();
        its.identify(GUILD_MESSAGES, shard, 2);
        other.identify(GUILD_MESSAGES, 1 - shard, 2);

        assertThat(its.next("READY").getJsonArray("guilds").encode()).contains("\"unavailable\":true");
        assertThat(its.next("READY").getJsonArray("shard")).isEqualTo(JsonArray.of(shard, 2));
        assertThat(its.next("GUILD_CREATE").getJsonArray("channels")).hasSize(7);
        assertThat(other.next("READY").getJsonArray("guilds")).isEmpty();

        sandbox.persona("ada").says("general", "hello");
        assertThat(its.next("MESSAGE_CREATE").getString("channel_id"))
                .isEqualTo(Long.toString(sandbox.channelId("general")));
        assertThat(other.types()).containsExactly("READY");
    }

    @Test
    void two_shards_of_one_key_start_five_seconds_apart() {
        start(SandboxOptions.defaults().withLimits(Limits.discord().withMaxConcurrency(2)));
        client().identify(0, 0, 3);
        client().identify(0, 1, 3);
        await().until(sandbox::isBotOnline);
        GatewayClient third = client();
        third.identify(0, 2, 3);
        third.awaitOp(Op.INVALID_SESSION);
        assertThat(third.frames.getLast().getBoolean("d")).isFalse();

        sandbox.forward(Duration.ofSeconds(5));
        third.identify(0, 2, 3);

        third.next("READY");
    }

    @Test
    void after_the_last_login_of_a_day_nobody_is_in() {
        start(SandboxOptions.defaults()
                .withLimits(Limits.discord().withIdentifiesADay(1).withMaxConcurrency(2)));
        GatewayClient first = client().identified(0);
        GatewayClient second = client();

        second.identify(0, 1, 2);

        assertThat(second.closed()).isEqualTo(4004);
        assertThat(first.closed()).isEqualTo(4004);
        sandbox.forward(Duration.ofDays(1));
        client().identified(0);
    }

    @Test
    void a_session_goes_on_where_it_was_with_all_that_was_missed() {
        GatewayClient before = client().identified(GUILD_MESSAGES);
        before.next("GUILD_CREATE");
        String session = before.next("READY").getString("session_id");
        long seen = before.seq();
        before.vanish();
        await().until(() -> !sandbox.isBotOnline());
        sandbox.persona("ada").says("general", "one");
        sandbox.persona("ada").says("general", "two");

        GatewayClient after = client();
        after.resume(session, seen);

        after.next("RESUMED");
        assertThat(after.types()).containsExactly("MESSAGE_CREATE", "MESSAGE_CREATE", "RESUMED");
        assertThat(after.frames.stream()
                        .map(it -> it.getLong("s"))
                        .filter(it -> it != null)
                        .toList())
                .containsExactly(seen + 1, seen + 2, seen + 3);
    }

    @Test
    void what_never_happened_cannot_be_resumed_from() {
        GatewayClient before = client().identified(0);
        String session = before.next("READY").getString("session_id");
        before.vanish();

        GatewayClient after = client();
        after.resume(session, 1_000);
        assertThat(after.closed()).isEqualTo(4007);
    }

    @Test
    void an_unknown_session_one_that_was_left_and_one_that_is_too_old_cannot_be_resumed() {
        GatewayClient unknown = client();
        unknown.resume("x", 1);
        unknown.awaitOp(Op.INVALID_SESSION);
        assertThat(unknown.frames.getLast().getBoolean("d")).isFalse();

        GatewayClient left = client().identified(0);
        left.close(1000);
        await().until(() -> !sandbox.isBotOnline());
        GatewayClient again = client();
        again.resume(left.next("READY").getString("session_id"), left.seq());
        again.awaitOp(Op.INVALID_SESSION);

        sandbox.forward(Duration.ofSeconds(5));
        GatewayClient dropped = client().identified(0);
        dropped.vanish();
        await().until(() -> !sandbox.isBotOnline());
        sandbox.forward(Duration.ofMinutes(6));
        GatewayClient late = client();
        late.resume(dropped.next("READY").getString("session_id"), dropped.seq());
        late.awaitOp(Op.INVALID_SESSION);
    }

    @Test
    void a_session_that_goes_on_elsewhere_ends_here() {
        GatewayClient here = client().identified(0);
        GatewayClient elsewhere = client();

        elsewhere.resume(here.next("READY").getString("session_id"), here.seq());

        assertThat(here.closed()).isEqualTo(4000);
        elsewhere.next("RESUMED");
        assertThat(sandbox.isBotOnline()).isTrue();
    }

    @Test
    void a_stream_that_is_compressed_says_the_same() {
        GatewayClient client = client("v=10&encoding=json&compress=zlib-stream").identified(GUILD_MESSAGES);

        sandbox.persona("ada").says("general", "short".repeat(390));
        sandbox.persona("ada").says("general", "and long");

        await().until(() -> client.all("MESSAGE_CREATE").size() == 2);
        assertThat(client.types()).containsExactly("READY", "GUILD_CREATE", "MESSAGE_CREATE", "MESSAGE_CREATE");
    }

    @Test
    void without_its_intent_an_event_is_not_heard_and_content_is_empty() {
        start(SandboxOptions.defaults().withLimits(Limits.discord().withMaxConcurrency(16)));
        GatewayClient none = client();
        none.identify(0, 0, 1);
        none.next("READY");
        sandbox.forward(Duration.ofSeconds(5));
        GatewayClient blind = client().identified(GUILD_MESSAGES);
        sandbox.forward(Duration.ofSeconds(5));
        GatewayClient sees = client().identified(GUILD_MESSAGES | Intents.MESSAGE_CONTENT);
        MessageView said = sandbox.persona("ada").says("general", "hello");
        sandbox.persona("ben").says("general", "hello <@" + sandbox.botId() + ">");
        sandbox.persona("ada").reacts(said, "👍");

        assertThat(contents(sees)).containsExactly("hello", "hello <@" + sandbox.botId() + ">");
        assertThat(contents(blind)).containsExactly("", "hello <@" + sandbox.botId() + ">");
        for (GatewayClient each : List.of(blind, none)) {
            each.beat();
            each.awaitOp(Op.HEARTBEAT_ACK);
        }
        assertThat(blind.all("MESSAGE_REACTION_ADD")).isEmpty();
        assertThat(none.types()).containsExactly("READY");
    }

    private static List<String> contents(GatewayClient client) {
        await().until(() -> client.all("MESSAGE_CREATE").size() == 2);
        return client.all("MESSAGE_CREATE").stream()
                .map(it -> it.getJsonObject("d").getString("content"))
                .toList();
    }

    @Test
    void a_presence_is_shown_to_whoever_may_see_presences() {
        GatewayClient seeing = client().identified(Intents.GUILDS | Intents.GUILD_PRESENCES);
        assertThat(seeing.next("GUILD_CREATE").getJsonArray("presences")).hasSize(14);
        sandbox.forward(Duration.ofSeconds(5));
        GatewayClient shy = client().identified(Intents.GUILDS);

        shy.send(Op.PRESENCE_UPDATE, new JsonObject("""
                {"since":null,"afk":false,"status":"dnd","activities":[{"name":"matchmaking","type":0}]}"""));

        await().until(() -> seeing.all("PRESENCE_UPDATE").stream()
                .anyMatch(it -> it.getJsonObject("d").getString("status").equals("dnd")));
        assertThat(seeing.all("PRESENCE_UPDATE").getLast().encode())
                .contains("matchmaking", Long.toString(sandbox.botId()));
        assertThat(shy.types()).containsExactly("READY", "GUILD_CREATE");
        assertThat(shy.next("GUILD_CREATE").getJsonArray("members")).hasSize(1);
    }

    @Test
    void members_come_by_name_by_id_and_all_of_them_with_the_intent() {
        GatewayClient client = client().identified(Intents.GUILDS | Intents.GUILD_MEMBERS);
        String guild = Long.toString(sandbox.guildId());
        String ada = Long.toString(sandbox.persona("ada").id());
        client.send(Op.REQUEST_GUILD_MEMBERS, new JsonObject("""
                {"guild_id":"%s","query":"ad","limit":5,"nonce":"n1"}""".formatted(guild)));
        client.send(Op.REQUEST_GUILD_MEMBERS, new JsonObject("""
                {"guild_id":"%s","user_ids":["%s","17"],"presences":true}""".formatted(guild, ada)));
        client.send(Op.REQUEST_GUILD_MEMBERS, new JsonObject("""
                {"guild_id":"%s","query":"","limit":0,"nonce":"%s"}""".formatted(guild, "n".repeat(33))));
        client.send(Op.REQUEST_GUILD_MEMBERS, new JsonObject("""
                {"guild_id":"%s","query":"","limit":0,"nonce":"n2"}""".formatted(guild)));

        JsonObject limited = client.next("RATE_LIMITED");
        List<JsonObject> chunks = client.all("GUILD_MEMBERS_CHUNK").stream()
                .map(it -> it.getJsonObject("d"))
                .toList();
        assertThat(chunks).hasSize(3);
        assertThat(chunks.get(0).getString("nonce")).isEqualTo("n1");
        assertThat(chunks.get(0)
                        .getJsonArray("members")
                        .getJsonObject(0)
                        .getJsonObject("user")
                        .getString("id"))
                .isEqualTo(ada);
        assertThat(chunks.get(1).getJsonArray("not_found")).containsExactly("17");
        assertThat(chunks.get(1).getJsonArray("presences")).isNull();
        assertThat(chunks.get(2).getJsonArray("members")).hasSize(14);
        assertThat(chunks.get(2).getString("nonce")).isNull();
        assertThat(limited.getInteger("opcode")).isEqualTo(8);
        assertThat(limited.getDouble("retry_after")).isBetween(20.0, 30.0);
        assertThat(limited.getJsonObject("meta"))
                .isEqualTo(new JsonObject().put("guild_id", guild).put("nonce", "n2"));
    }

    @Test
    void whoever_takes_too_many_guilds_on_one_shard_must_take_more_shards() {
        start(SandboxOptions.defaults()
                .withGuilds(3)
                .withLimits(Limits.discord().withGuildsAShard(2).withMaxConcurrency(2)));
        GatewayClient alone = client();
        alone.identify(GUILD_MESSAGES, 0, 1);
        assertThat(alone.closed()).isEqualTo(4011);

        GatewayClient first = client();
        GatewayClient second = client();
        first.identify(GUILD_MESSAGES, 0, 2);
        second.identify(GUILD_MESSAGES, 1, 2);

        await().until(() ->
                first.all("GUILD_CREATE").size() + second.all("GUILD_CREATE").size() == 3);
    }
}
