package io.tummler.chat.sandbox;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** One request of the bot, and what can be answered to it. */
final class RestCall {
    /**
     * @param body a JSON object or array, null for none
     */
    record Answer(int status, @Nullable Object body) {}

    private final RoutingContext context;

    RestCall(RoutingContext context) {
        this.context = context;
    }

    /** An id in the path; 0, which nothing bears, if it is none. */
    long id(String name) {
        return Snowflakes.parse(context.pathParam(name));
    }

    String text(String name) {
        return context.pathParam(name);
    }

    String query(String name) {
        return context.request().getParam(name, "");
    }

    int query(String name, int otherwise, int max) {
        String given = query(name);
        try {
            return given.isEmpty() ? otherwise : Math.clamp(Integer.parseInt(given), 1, max);
        } catch (NumberFormatException noNumber) {
            throw Refusal.badForm(name, "is no number");
        }
    }

    JsonObject body() {
        String text = context.request().getFormAttribute("payload_json");
        if (text == null) text = context.body().asString();
        if (text == null || text.isEmpty()) return new JsonObject();
        try {
            return new JsonObject(text);
        } catch (DecodeException unreadable) {
            throw new Refusal(400, 50109, "The request body contains invalid JSON.");
        }
    }

    JsonArray list() {
        try {
            JsonArray list = context.body().asJsonArray();
            return list == null ? new JsonArray() : list;
        } catch (DecodeException | ClassCastException unreadable) {
            throw new Refusal(400, 50109, "The request body contains invalid JSON.");
        }
    }

    Answer ok(Object body) {
        return new Answer(200, body);
    }

    Answer made(Object body) {
        return new Answer(201, body);
    }

    Answer none() {
        return new Answer(204, null);
    }
}
