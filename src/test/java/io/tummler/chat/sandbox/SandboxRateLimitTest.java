package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a bot may ask, and what it is told when that was too often. */
class SandboxRateLimitTest {
    private static final String HELLO = "{\"content\":\"hello\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private Sandbox sandbox;
    private Ask ask;

    @BeforeEach
    void start() {
        start(SandboxOptions.defaults());
    }

    private void start(SandboxOptions options) {
        if (sandbox != null) sandbox.close();
        sandbox = Sandbox.start(options);
        ask = new Ask(http, sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        http.close();
    }

    private HttpResponse<String> post(String channel) {
        return ask.rest("POST", "channels/" + sandbox.channelId(channel) + "/messages", HELLO);
    }

    @Test
    void a_channel_takes_five_messages_in_five_seconds() {
        for (int left = 4; left >= 0; left--) {
            HttpResponse<String> said = post("general");
            assertThat(said.statusCode()).isEqualTo(200);
            assertThat(Ask.header(said, "X-RateLimit-Limit")).isEqualTo("5");
            assertThat(Ask.header(said, "X-RateLimit-Remaining")).isEqualTo(Integer.toString(left));
        }

        HttpResponse<String> tooMany = post("general");

        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(Ask.json(tooMany).getString("message")).isEqualTo("You are being rate limited.");
        assertThat(Ask.json(tooMany).getDouble("retry_after")).isBetween(0.0, 5.0);
        assertThat(Ask.json(tooMany).getBoolean("global")).isFalse();
        assertThat(Ask.header(tooMany, "X-RateLimit-Scope")).isEqualTo("user");
        assertThat(Ask.header(tooMany, "X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(Double.parseDouble(Ask.header(tooMany, "X-RateLimit-Reset-After")))
                .isBetween(0.0, 5.0);
        assertThat(Double.parseDouble(Ask.header(tooMany, "X-RateLimit-Reset"))).isBetween(now(), now() + 5.1);
        assertThat(Integer.parseInt(Ask.header(tooMany, "Retry-After"))).isBetween(1, 5);
        assertThat(post("introductions").statusCode()).isEqualTo(200);

        sandbox.forward(Duration.ofSeconds(5));
        assertThat(post("general").statusCode()).isEqualTo(200);
    }

    private static double now() {
        return System.currentTimeMillis() / 1_000.0;
    }

    @Test
    void a_bucket_is_the_same_for_all_channels_and_for_routes_that_share_it() {
        long message = sandbox.persona("ada").says("general", "hello").id();
        String reactions = "channels/" + sandbox.channelId("general") + "/messages/" + message + "/reactions/x/@me";
        String posting = Ask.header(post("general"), "X-RateLimit-Bucket");
        String reacting = Ask.header(ask.rest("PUT", reactions, ""), "X-RateLimit-Bucket");
        sandbox.forward(Duration.ofSeconds(1));

        assertThat(Ask.header(post("introductions"), "X-RateLimit-Bucket")).isEqualTo(posting);
        assertThat(Ask.header(ask.rest("DELETE", reactions, ""), "X-RateLimit-Bucket"))
                .isEqualTo(reacting)
                .isNotEqualTo(posting);
    }

    @Test
    void too_many_requests_a_second_are_too_many_for_all_routes_but_those_of_interactions() {
        start(SandboxOptions.defaults().withLimits(Limits.discord().withRequestsASecond(2)));

        // As many as it takes, however slow the machine is.
        var answer = new AtomicReference<HttpResponse<String>>();
        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            answer.set(ask.rest("GET", "users/@me", ""));
            return answer.get().statusCode() == 429;
        });

        assertThat(Ask.header(answer.get(), "X-RateLimit-Global")).isEqualTo("true");
        assertThat(Ask.header(answer.get(), "X-RateLimit-Scope")).isEqualTo("global");
        assertThat(Ask.header(answer.get(), "Retry-After")).isEqualTo("1");
        assertThat(Ask.json(answer.get()).getBoolean("global")).isTrue();
        for (int i = 0; i < 10; i++)
            assertThat(ask.rest("POST", "interactions/1/x/callback", "{\"type\":5}", "")
                            .statusCode())
                    .isEqualTo(404);
    }

    @Test
    void a_name_changes_twice_in_ten_minutes_whoever_asks() {
        sandbox.botRights().grant("MANAGE_CHANNELS");
        String channel = "channels/" + sandbox.channelId("general");
        ask.rest("PATCH", channel, "{\"topic\":\"one\"}");
        ask.rest("PATCH", channel, "{\"topic\":\"two\"}");

        HttpResponse<String> third = ask.rest("PATCH", channel, "{\"topic\":\"three\"}");

        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(Ask.header(third, "X-RateLimit-Scope")).isEqualTo("shared");
        assertThat(Ask.json(third).getString("message")).isEqualTo("The resource is being rate limited.");
        assertThat(Ask.json(third).getDouble("retry_after")).isGreaterThan(590);
        assertThat(sandbox.invalidRequests()).isZero();
        sandbox.forward(Duration.ofMinutes(10));
        assertThat(ask.rest("PATCH", channel, "{\"topic\":\"three\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_was_refused_for_the_bots_own_fault_is_counted_for_ten_minutes() {
        ask.rest("GET", "users/@me", "", "Bot guessed");
        ask.rest("GET", "users/17", "");
        for (int i = 0; i < 6; i++) post("general");

        assertThat(sandbox.invalidRequests()).isEqualTo(2);
        sandbox.forward(Duration.ofMinutes(11));
        assertThat(sandbox.invalidRequests()).isZero();
    }

    @Test
    void limits_that_are_announced_only_are_never_reached() {
        start(SandboxOptions.defaults().withLimits(Limits.announcedOnly()));

        for (int i = 0; i < 60; i++) {
            HttpResponse<String> said = post("general");
            assertThat(said.statusCode()).isEqualTo(200);
            assertThat(Ask.header(said, "X-RateLimit-Remaining")).isEqualTo("4");
        }
    }

    @Test
    void the_gateways_logins_count_down() {
        new GatewayClient(http, sandbox, "v=10").identified(0);

        var limit = Ask.json(ask.rest("GET", "gateway/bot", "")).getJsonObject("session_start_limit");

        assertThat(limit.getInteger("total")).isEqualTo(1_000);
        assertThat(limit.getInteger("remaining")).isEqualTo(999);
        assertThat(limit.getInteger("max_concurrency")).isEqualTo(1);
        assertThat(limit.getInteger("reset_after")).isBetween(86_000_000, 86_400_000);
    }

    @Test
    void an_interaction_waits_three_seconds_and_its_token_lives_fifteen_minutes_by_the_sandboxs_clock() {
        GatewayClient client = new GatewayClient(http, sandbox, "v=10").identified(0);
        ask.rest(
                "POST",
                "applications/" + sandbox.botId() + "/commands",
                "{\"name\":\"hi\",\"description\":\"Says hi\",\"type\":1}");
        sandbox.persona("ada").runs("hi");
        var late = client.next("INTERACTION_CREATE");
        sandbox.forward(Duration.ofSeconds(3));
        HttpResponse<String> tooLate = callback(late.getString("id"), late.getString("token"));
        assertThat(tooLate.statusCode()).isEqualTo(404);
        assertThat(Ask.json(tooLate).getInteger("code")).isEqualTo(10062);

        sandbox.persona("ada").runs("hi");
        await().until(() -> client.all("INTERACTION_CREATE").size() == 2);
        var asked = client.all("INTERACTION_CREATE").getLast().getJsonObject("d");
        callback(asked.getString("id"), asked.getString("token"));
        String webhook = "webhooks/" + sandbox.botId() + "/" + asked.getString("token");
        sandbox.forward(Duration.ofMinutes(14));
        assertThat(ask.rest("POST", webhook, HELLO, "").statusCode()).isEqualTo(200);
        sandbox.forward(Duration.ofMinutes(1));
        HttpResponse<String> expired = ask.rest("POST", webhook, HELLO, "");
        assertThat(expired.statusCode()).isEqualTo(401);
        assertThat(Ask.json(expired).getInteger("code")).isEqualTo(50027);
    }

    private HttpResponse<String> callback(String id, String token) {
        return ask.rest("POST", "interactions/" + id + "/" + token + "/callback", "{\"type\":5}", "");
    }
}
