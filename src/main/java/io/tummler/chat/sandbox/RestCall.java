package io.tummler.chat.sandbox;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One request of the bot, and what can be answered to it. */
final class RestCall {
    private static final Set<String> MAJOR = Set.of("channel", "guild", "application", "token");

    /**
     * @param body a JSON object or array, null for none
     */
    record Answer(int status, @Nullable Object body, Map<String, String> headers) {
        Answer(int status, @Nullable Object body) {
            this(status, body, Map.of());
        }

        Answer with(Map<String, String> more) {
            Map<String, String> all = new LinkedHashMap<>(headers);
            all.putAll(more);
            return new Answer(status, body, all);
        }
    }

    private static final int REASON_MAX = 512;

    private final RoutingContext context;

    RestCall(RoutingContext context) {
        this.context = context;
    }

    String method() {
        return context.request().method().name();
    }

    /** Below {@code /api/v10}. */
    String path() {
        return context.request().path().substring(Rest.BASE.length());
    }

    String asked() {
        return method() + " " + path();
    }

    String header(String name) {
        return Objects.requireNonNullElse(context.request().getHeader(name), "");
    }

    /** What in the path has limits of its own: a channel, a guild, a webhook. */
    String major() {
        return context.pathParams().entrySet().stream()
                .filter(it -> MAJOR.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
    }

    /** Discord limits this by itself, for whoever asks. */
    boolean renamesChannel() {
        if (!method().equals("PATCH") || !path().matches("/channels/[^/]+")) return false;
        try {
            JsonObject body = body();
            return body.containsKey("name") || body.containsKey("topic");
        } catch (Refusal unreadable) {
            return false;
        }
    }

    HttpServerResponse response() {
        return context.response();
    }

    /** Ends the connection without an answer. */
    void cut() {
        context.request().connection().close();
    }

    /** An id in the path; 0, which nothing bears, if it is none. */
    long id(String name) {
        return Snowflakes.parse(context.pathParam(name));
    }

    String text(String name) {
        return context.pathParam(name);
    }

    /** All of it, as it came. */
    String query() {
        return Objects.requireNonNullElse(context.request().query(), "");
    }

    String query(String name) {
        return context.request().getParam(name, "");
    }

    /** A number from 1 to a greatest. */
    int query(String name, int otherwise, int max) {
        String given = query(name);
        if (given.isEmpty()) return otherwise;
        long number = number(name, given, "int");
        if (number < 1)
            throw Refusal.badForm(name, "NUMBER_TYPE_MIN", "int value should be greater than or equal to 1.");
        if (number > max)
            throw Refusal.badForm(name, "NUMBER_TYPE_MAX", "int value should be less than or equal to " + max + ".");
        return (int) number;
    }

    /** An id that a query names, 0 for none. */
    long queryId(String name) {
        String given = query(name);
        if (given.isEmpty()) return 0;
        long id = number(name, given, "snowflake");
        if (id < 0) throw Refusal.badForm(name, "NUMBER_TYPE_COERCE", "Value \"" + given + "\" is not snowflake.");
        return id;
    }

    private static long number(String name, String given, String kind) {
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException noNumber) {
            throw Refusal.badForm(name, "NUMBER_TYPE_COERCE", "Value \"" + given + "\" is not " + kind + ".");
        }
    }

    /** Refuses what the sandbox does not have, where it is set to something that would matter. */
    static void unsupported(JsonObject body, String... fields) {
        for (String field : fields)
            if (matters(body.getValue(field))) throw new Refusal(501, 0, "The sandbox has no \"" + field + "\" here");
    }

    private static boolean matters(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean yes -> yes;
            case Number number -> number.longValue() != 0;
            case JsonArray array -> !array.isEmpty();
            default -> true;
        };
    }

    /** A time that a query names, else the end of all times. */
    Instant time(String name) {
        String given = query(name);
        return given.isEmpty() ? Instant.MAX : time(name, given);
    }

    /** A time as it is written in a query or a body. */
    static Instant time(String name, String given) {
        try {
            return OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeParseException noTime) {
            throw Refusal.badForm(name, "BASE_TYPE_BAD_DATETIME", "Not a valid ISO8601 datetime");
        }
    }

    /** Why the bot does it, for the audit log. */
    Optional<String> reason() {
        String given = context.request().getHeader("X-Audit-Log-Reason");
        if (given == null || given.isBlank()) return Optional.empty();
        String reason = decoded(given);
        return Optional.of(reason.substring(0, Math.min(reason.length(), REASON_MAX)));
    }

    /** What came as JSON, alone or beside files; empty if nothing did. */
    String json() {
        String text = context.request().getFormAttribute("payload_json");
        if (text == null) text = context.body().asString();
        return text == null ? "" : text;
    }

    /** A text with a percent sign that encodes nothing is as it is. */
    private static String decoded(String given) {
        try {
            return URLDecoder.decode(given.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return given;
        }
    }

    /** A number of a body, or what holds where it names none or null. */
    static int number(JsonObject body, String field, int otherwise) {
        Integer named = body.getInteger(field);
        return named == null ? otherwise : named;
    }

    /** A yes or no of a body, or what holds where it names none or null. */
    static boolean flag(JsonObject body, String field, boolean otherwise) {
        Boolean named = body.getBoolean(field);
        return named == null ? otherwise : named;
    }

    JsonObject body() {
        String text = json();
        if (text.isEmpty()) return new JsonObject();
        try {
            return new JsonObject(text);
        } catch (DecodeException unreadable) {
            throw new Refusal(400, 50109, "The request body contains invalid JSON.");
        }
    }

    List<Upload> files() {
        return Uploads.of(context);
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
