package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

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

    static Refusal badForm(String path, String what) {
        return badForm(path, "INVALID", what);
    }

    /**
     * @param path of the field that is wrong, such as {@code embeds.0.title}
     * @param code Discord's word for what is wrong with it
     */
    static Refusal badForm(String path, String code, String what) {
        var errors = new JsonObject()
                .put("_errors", JsonArray.of(new JsonObject().put("code", code).put("message", what)));
        for (String step : List.of(path.split("\\.")).reversed()) errors = new JsonObject().put(step, errors);
        return new Refusal(400, 50035, "Invalid Form Body", errors);
    }

    /** Refuses a text that is too short or too long. */
    static void checkLength(String path, String text, int min, int max) {
        if (text.length() >= min && text.length() <= max) return;
        throw text.isEmpty()
                ? badForm(path, "BASE_TYPE_REQUIRED", "This field is required")
                : badForm(path, "BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.");
    }

    /** Refuses a text that is too long, and may be left out. */
    static void checkMaxLength(String path, String text, int max) {
        if (text.length() > max) throw badForm(path, "BASE_TYPE_MAX_LENGTH", "Must be " + max + " or fewer in length.");
    }

    /** Refuses too few or too many of something. */
    static void checkCount(String path, int count, int min, int max) {
        if (count >= min && count <= max) return;
        throw badForm(
                path,
                "BASE_TYPE_BAD_LENGTH",
                min == 0
                        ? "Must be " + max + " or fewer in length."
                        : "Must be between " + min + " and " + max + " in length.");
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
