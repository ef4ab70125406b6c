package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Discord's "no": an HTTP status, Discord's own code, and a sentence. */
final class Refusal extends RuntimeException {
    static final int TOO_MANY = 429;

    private static final long serialVersionUID = 1;

    final int status;
    final int code;
    private final transient JsonObject errors;

    Refusal(int status, int code, String message) {
        this(status, code, message, new JsonObject());
    }

    private Refusal(int status, int code, String message, JsonObject errors) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = errors;
    }

    static Refusal unknown(int code, String what) {
        return new Refusal(404, code, "Unknown " + what);
    }

    static Refusal badForm(String field, String what) {
        var said = new JsonObject()
                .put(
                        "_errors",
                        JsonArray.of(new JsonObject().put("code", "INVALID").put("message", what)));
        return new Refusal(400, 50035, "Invalid Form Body: " + field + " " + what, new JsonObject().put(field, said));
    }

    /** What the page is told, in words for people. */
    static Refusal plain(int status, String message) {
        return new Refusal(status, 0, message);
    }

    JsonObject toJson() {
        var json = new JsonObject().put("message", getMessage()).put("code", code);
        return errors.isEmpty() ? json : json.put("errors", errors);
    }
}
