package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Plain HTTP to a sandbox: as the bot, or as whoever breaks things. */
final class Ask {
    private final HttpClient http;
    private final Sandbox sandbox;

    Ask(HttpClient http, Sandbox sandbox) {
        this.http = http;
        this.sandbox = sandbox;
    }

    HttpResponse<String> rest(String method, String path, String body) {
        return send(method, sandbox.restUrl() + path, body, "Bot " + sandbox.botToken());
    }

    HttpResponse<String> rest(String method, String path, String body, String authorization) {
        return send(method, sandbox.restUrl() + path, body, authorization);
    }

    HttpResponse<String> faults(String method, String body) {
        return send(method, sandbox.pageUrl() + "/api/faults", body, "");
    }

    static JsonObject json(HttpResponse<String> answer) {
        return new JsonObject(answer.body());
    }

    static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> send(String method, String url, String body, String authorization) {
        var request = HttpRequest.newBuilder(URI.create(url)).method(method, BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) request.header("Authorization", authorization);
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
