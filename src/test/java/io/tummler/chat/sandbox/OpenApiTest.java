package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** That the judge of all other tests is awake. */
class OpenApiTest {
    private static final String ERROR = "{\"code\":0,\"message\":\"no\"}";

    private OpenApi discord;

    @BeforeEach
    void discords_description_is_at_hand() {
        assumeTrue(OpenApiJudge.description().isPresent(), OpenApiJudge.WHY_NOT);
        discord = OpenApiWitness.discord().orElseThrow();
    }

    private static Witness.Exchange exchange(String method, String path, String body, int status, String answer) {
        int query = path.indexOf('?');
        return new Witness.Exchange(
                method,
                query < 0 ? path : path.substring(0, query),
                query < 0 ? "" : path.substring(query + 1),
                body.isEmpty() ? "" : "application/json",
                body,
                status,
                answer);
    }

    private void assertComplaint(Witness.Exchange exchange, String... parts) {
        assertThat(OpenApiWitness.complaints(discord, exchange))
                .anySatisfy(it -> assertThat(it).contains(parts));
    }

    @Test
    void a_right_exchange_is_not_complained_of() {
        assertThat(discord.complaints(exchange("GET", "/channels/1/messages?limit=100&before=7", "", 200, "[]")))
                .isEmpty();
        assertThat(discord.complaints(exchange("POST", "/channels/1/messages", "{\"content\":\"hello\"}", 403, ERROR)))
                .isEmpty();
        assertThat(discord.complaints(
                        exchange("PUT", "/channels/1/messages/2/reactions/%F0%9F%8D%9E/@me", "", 204, "")))
                .isEmpty();
    }

    @Test
    void a_wrong_request_is_complained_of_with_method_path_place_and_reason() {
        assertComplaint(
                exchange("POST", "/channels/1/messages", "{\"content\":7}", 200, ""),
                "POST /channels/{channel_id}/messages, request body, /content: integer found, [string, null] expected");
        assertComplaint(exchange("POST", "/channels/1/messages", "", 400, ERROR), "request body, /: is missing");
        assertComplaint(exchange("GET", "/channels/x/messages", "", 404, ERROR), "path parameter channel_id, /");
        assertComplaint(exchange("GET", "/channels/1/messages?limit=101", "", 200, "[]"), "query parameter limit, /");
        assertComplaint(exchange("GET", "/channels/1/messages?limits=1", "", 200, "[]"), "limits, /: is not described");
        assertComplaint(exchange("GET", "/channels/1/message", "", 404, ERROR), "there is no such operation");
        assertComplaint(
                exchange(
                        "POST",
                        "/interactions/1/t/callback",
                        "{\"type\":4,\"data\":{\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":1,"
                                + "\"custom_id\":\"\"}]}]}}",
                        400,
                        ERROR),
                OpenApiJudge.ASKED_WRONGLY,
                "/data/components/0/components/0/custom_id: must be at least 1 characters long");
    }

    @Test
    void a_wrong_answer_is_complained_of() {
        assertComplaint(
                exchange("GET", "/users/1", "", 200, "{\"id\":\"1\"}"),
                "GET /users/{user_id}, answer 200, /: required property 'username' not found");
        assertComplaint(exchange("GET", "/users/1", "", 200, ""), "answer 200, /: is empty");
        assertComplaint(exchange("GET", "/users/1", "", 206, "{}"), "answer 206, /: is not described");
        assertComplaint(
                exchange("GET", "/users/1", "", 404, "{}"), "answer 404, /: required property 'code' not found");
        assertComplaint(exchange("POST", "/channels/1/typing", "", 204, "{}"), "answer 204, /: should be empty");
    }

    @ParameterizedTest
    @FieldSource("io.tummler.chat.sandbox.Discord#IS_OTHERWISE")
    void each_exception_is_needed_still(Discord otherwise) {
        assertThat(discord.complaints(otherwise.example())).anyMatch(otherwise::explains);
        assertThat(OpenApiWitness.complaints(discord, otherwise.example())).isEmpty();
    }

    @Test
    void what_a_sandbox_accepts_or_answers_wrongly_fails_the_test() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            sandbox.faults().answer("GET", "^/users/@me$", 418, 1);
            asks(sandbox, "GET", "users/@me", "");
            OpenApiJudge.judge(false);

            asks(
                    sandbox,
                    "POST",
                    "channels/" + sandbox.channelId("general") + "/messages",
                    "{\"content\":\"hi\",\"tts\":3}");
            assertThatThrownBy(() -> OpenApiJudge.judge(false))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("POST /channels/{channel_id}/messages, request body, /tts");
        }
    }

    @Test
    @AsksWrongly
    void what_is_asked_wrongly_on_purpose_has_to_be_refused() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            asks(sandbox, "POST", "channels/" + sandbox.channelId("general") + "/messages", "{\"flags\":\"none\"}");
        }
    }

    private static void asks(Sandbox sandbox, String method, String path, String body)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(URI.create(sandbox.restUrl() + path))
                            .header("Authorization", "Bot " + sandbox.botToken())
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
