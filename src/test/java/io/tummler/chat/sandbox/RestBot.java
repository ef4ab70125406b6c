package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A bot that asks a sandbox by plain HTTP, also for what JDA would not ask. */
final class RestBot implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox;

    RestBot(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.restUrl() + path.substring(1)))
                .header("Authorization", "Bot " + sandbox.botToken());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    HttpResponse<String> ask(String method, String path, JsonObject body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.encode())));
    }

    private HttpResponse<String> ask(String method, String path) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Asks for what must be granted. */
    JsonObject does(String method, String path, JsonObject body) {
        return granted(method + " " + path, ask(method, path, body));
    }

    JsonObject does(String method, String path) {
        return granted(method + " " + path, ask(method, path));
    }

    private static JsonObject granted(String what, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(what + ": " + response.body()).isLessThan(300);
        return response.body().isEmpty() ? new JsonObject() : new JsonObject(response.body());
    }

    JsonArray list(String path) {
        HttpResponse<String> response = send(request(path));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonArray(response.body());
    }

    /** Asks for what must be refused, and tells Discord's code. */
    int refused(String method, String path, JsonObject body) {
        return code(ask(method, path, body));
    }

    int refused(String method, String path) {
        return code(ask(method, path));
    }

    private static int code(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(400, 499);
        return new JsonObject(response.body()).getInteger("code");
    }

    /** Where a form that must be refused is wrong, and Discord's word for it, such as {@code content: BASE_TYPE_MAX_LENGTH}. */
    String wrongIn(String method, String path, JsonObject body) {
        HttpResponse<String> response = ask(method, path, body);
        JsonObject refusal = new JsonObject(response.body());
        assertThat(refusal.getInteger("code")).as(response.body()).isEqualTo(50035);
        JsonObject at = refusal.getJsonObject("errors");
        StringBuilder where = new StringBuilder();
        while (!at.containsKey("_errors")) {
            String step = at.fieldNames().iterator().next();
            where.append(where.isEmpty() ? "" : ".").append(step);
            at = at.getJsonObject(step);
        }
        return where + ": " + at.getJsonArray("_errors").getJsonObject(0).getString("code");
    }

    @Override
    public void close() {
        http.close();
    }
}
