package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong on purpose, frame by frame, asked for over HTTP as a script would. */
class SandboxMishapsTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private static final String HELLO = "{\"content\":\"hello\"}";

    private Sandbox sandbox;
    private Ask ask;
    private GatewayClient bot;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        ask = new Ask(http, sandbox);
        bot = new GatewayClient(http, sandbox, "v=10")
                .identified(Intents.GUILDS | Intents.GUILD_MESSAGES | Intents.MESSAGE_CONTENT);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        http.close();
    }

    private void fault(String json) {
        HttpResponse<String> answer = ask.faults("POST", json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private List<String> planned() {
        return Ask.json(ask.faults("GET", "")).getJsonArray("planned").stream()
                .map(Object::toString)
                .toList();
    }

    private void says(String... words) {
        for (String each : words) sandbox.persona("ada").says("general", each);
    }

    /** What the bot heard, once it heard so much. */
    private List<String> heard(int count) {
        await().until(() -> bot.all("MESSAGE_CREATE").size() >= count);
        assertThat(bot.all("MESSAGE_CREATE").stream().map(it -> it.getLong("s")))
                .isSorted();
        return bot.all("MESSAGE_CREATE").stream()
                .map(it -> it.getJsonObject("d").getString("content"))
                .toList();
    }

    @Test
    void a_gateway_that_is_stalled_says_nothing_and_then_everything() {
        bot.next("GUILD_CREATE");
        fault("{\"fault\":\"stall-gateway\"}");
        says("one", "two");
        bot.beat();
        var late = new GatewayClient(http, sandbox, "v=10");
        assertThat(planned()).containsExactly("the gateway is stalled");
        assertThat(bot.types()).containsExactly("READY", "GUILD_CREATE");

        fault("{\"fault\":\"end-stall\"}");

        assertThat(heard(2)).containsExactly("one", "two");
        bot.awaitOp(Op.HEARTBEAT_ACK);
        late.awaitOp(Op.HELLO);
    }

    @Test
    void a_heartbeat_is_not_answered_and_the_next_one_is() {
        fault("{\"fault\":\"lose-acks\",\"times\":2}");
        for (int i = 0; i < 3; i++) bot.beat();
        says("after the beats");
        heard(1);

        await().until(() -> bot.count(Op.HEARTBEAT_ACK) == 1);
        assertThat(planned()).isEmpty();
    }

    @Test
    void a_bot_is_asked_for_a_heartbeat_to_reconnect_and_to_log_in_again() {
        fault("{\"fault\":\"request-heartbeat\"}");
        bot.awaitOp(Op.HEARTBEAT);
        fault("{\"fault\":\"reconnect-gateway\"}");
        bot.awaitOp(Op.RECONNECT);
        fault("{\"fault\":\"invalidate-session\",\"resumable\":true}");
        bot.awaitOp(Op.INVALID_SESSION);
        assertThat(bot.frames.getLast().getBoolean("d")).isTrue();
        fault("{\"fault\":\"drop-gateway\"}");
        assertThat(bot.closed()).isEqualTo(4000);
    }

    @Test
    void an_event_comes_late() {
        fault("{\"fault\":\"delay-events\",\"event\":\"MESSAGE_CREATE\",\"by\":\"PT2S\"}");
        says("one", "two");
        assertThat(heard(2)).containsExactly("two", "one");
    }

    @Test
    void an_event_comes_twice_under_the_same_number() {
        fault("{\"fault\":\"repeat-events\",\"event\":\"MESSAGE_CREATE\"}");
        says("one", "two");
        assertThat(heard(3)).containsExactly("one", "one", "two");
        List<Long> numbers =
                bot.all("MESSAGE_CREATE").stream().map(it -> it.getLong("s")).toList();
        assertThat(numbers.get(0)).isEqualTo(numbers.get(1));
    }

    @Test
    void an_event_is_overtaken_by_the_next() {
        fault("{\"fault\":\"reorder-events\",\"event\":\"MESSAGE_CREATE\"}");
        says("one", "two", "three");
        assertThat(heard(3)).containsExactly("two", "one", "three");
    }

    @Test
    void a_route_fails_as_often_as_asked_and_then_works() {
        fault("{\"fault\":\"answer\",\"method\":\"GET\",\"path\":\"/users/@me$\",\"status\":502}");
        fault("{\"fault\":\"answer\",\"method\":\"GET\",\"path\":\"/users/@me$\",\"status\":403,\"code\":50001}");
        fault("{\"fault\":\"answer\",\"method\":\"GET\",\"path\":\"/users/@me$\",\"status\":429}");

        assertThat(ask.rest("GET", "users/@me", "").statusCode()).isEqualTo(502);
        assertThat(Ask.json(ask.rest("GET", "users/@me", "")).getInteger("code"))
                .isEqualTo(50001);
        HttpResponse<String> limited = ask.rest("GET", "users/@me", "");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(Ask.header(limited, "Retry-After")).isEqualTo("1");
        assertThat(ask.rest("GET", "users/@me", "").statusCode()).isEqualTo(200);
    }

    @Test
    void an_answer_comes_late() {
        fault("{\"fault\":\"delay-answers\",\"method\":\"GET\",\"path\":\"/users/@me$\",\"by\":\"PT0.3S\"}");
        long before = System.nanoTime();

        assertThat(ask.rest("GET", "users/@me", "").statusCode()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void a_member_closes_the_door_to_direct_messages() {
        fault("{\"fault\":\"close-dms\",\"username\":\"ben\"}");
        String body = "{\"recipient_id\":\"" + sandbox.persona("ben").id() + "\"}";
        String dm = Ask.json(ask.rest("POST", "users/@me/channels", body)).getString("id");

        HttpResponse<String> refused = ask.rest("POST", "channels/" + dm + "/messages", "{\"content\":\"hello\"}");

        assertThat(Ask.json(refused).getInteger("code")).isEqualTo(50007);
        fault("{\"fault\":\"close-dms\",\"username\":\"ben\",\"closed\":false}");
        assertThat(ask.rest("POST", "channels/" + dm + "/messages", "{\"content\":\"hello\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_permission_is_revoked_and_granted_again() {
        String general = "channels/" + sandbox.channelId("general");
        fault(
                "{\"fault\":\"revoke-permission\",\"permission\":\"SEND_MESSAGES, ADD_REACTIONS\",\"channel\":\"general\"}");
        assertThat(refusal("POST", general + "/messages", HELLO)).isEqualTo(50013);
        fault("{\"fault\":\"grant-permission\",\"permission\":\"SEND_MESSAGES\",\"channel\":\"general\"}");
        assertThat(ask.rest("POST", general + "/messages", HELLO).statusCode()).isEqualTo(200);

        fault("{\"fault\":\"revoke-permission\",\"permission\":\"CREATE_PRIVATE_THREADS\"}");
        assertThat(refusal("POST", general + "/threads", "{\"name\":\"us\",\"type\":12}"))
                .isEqualTo(50013);
    }

    @Test
    void the_bot_is_put_out_of_a_guild_and_invited_again() {
        String guild = "guilds/" + sandbox.guildId();
        fault("{\"fault\":\"remove-bot\"}");
        assertThat(refusal("GET", guild, "")).isEqualTo(10004);

        fault("{\"fault\":\"invite-bot\",\"guild\":\"" + sandbox.guildId() + "\"}");
        assertThat(ask.rest("GET", guild, "").statusCode()).isEqualTo(200);
    }

    private int refusal(String method, String path, String body) {
        return Ask.json(ask.rest(method, path, body)).getInteger("code");
    }

    @Test
    void what_is_planned_is_listed_and_taken_back() {
        fault("{\"fault\":\"reorder-events\",\"event\":\"MESSAGE_CREATE\",\"times\":2}");
        fault("{\"fault\":\"lose-answers\",\"method\":\"post\",\"path\":\"/messages$\",\"times\":3}");
        fault("{\"fault\":\"lose-acks\"}");
        says("one");
        assertThat(planned())
                .containsExactly(
                        "heartbeats not answered, 1 times",
                        "MESSAGE_CREATE overtaken, 1 times",
                        "POST /messages$ answer lost, 3 times");

        JsonObject cleared = Ask.json(ask.faults("DELETE", ""));

        assertThat(cleared.getJsonArray("planned")).isEmpty();
        assertThat(heard(1)).containsExactly("one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{ | 400 | was not understood",
                "[] | 400 | was not understood",
                "{} | 400 | 'fault' is missing",
                "{'fault':7} | 400 | There is no fault '7'",
                "{'fault':'earthquake'} | 400 | There is no fault 'earthquake'. There are: answer, close-dms",
                "{'fault':'answer','method':'GET','path':'/'} | 400 | 'status' is missing",
                "{'fault':'answer','method':'GET','path':'/','status':200} | 400 | 400 to 599: 200",
                "{'fault':'answer','method':'GET','path':'(','status':500} | 400 | no regular expression",
                "{'fault':'answer','path':'/','status':500} | 400 | 'method' is missing",
                "{'fault':'answer','method':'GET','path':'/','status':500,'times':0} | 400 | at least once: 0",
                "{'fault':'lose-acks','times':'many'} | 400 | was not understood",
                "{'fault':'delay-events','event':'MESSAGE_CREATE','by':'soon'} | 400 | a duration such as PT0.5S: soon",
                "{'fault':'delay-events','event':'MESSAGE_CREATE','by':'PT-1S'} | 400 | before its time",
                "{'fault':'close-dms','username':'nobody'} | 404 | nobody is called nobody",
                "{'fault':'revoke-permission'} | 400 | 'permission' is missing",
                "{'fault':'revoke-permission','permission':'FLY'} | 404 | no permission 'FLY' among",
                "{'fault':'grant-permission','permission':'SEND_MESSAGES','channel':'attic'} | 404 | Unknown Channel attic",
                "{'fault':'remove-bot','guild':'7'} | 404 | Unknown Guild"
            })
    void what_makes_no_sense_is_refused_with_the_reason(String json, int status, String why) {
        HttpResponse<String> answer = ask.faults("POST", json.replace('\'', '"'));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Ask.json(answer).getString("error")).contains(why.replace('\'', '"'));
        assertThat(planned()).isEmpty();
    }
}
