package io.tummler.chat.sandbox;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;

/** {@link Faults} and {@link BotRights} for whoever is no Java program: {@code /sandbox/api/faults}. */
final class FaultsApi {
    private static final String PATH = "/sandbox/api/faults";
    private static final int BODY_BYTES_MAX = 64 * 1024;

    private final Faults faults;
    private final Map<String, Consumer<JsonObject>> known = new TreeMap<>();

    FaultsApi(Faults faults, BotRights rights, long home) {
        this.faults = faults;
        known.put("drop-gateway", _ -> faults.dropGateway());
        known.put("stall-gateway", _ -> faults.stallGateway());
        known.put("end-stall", _ -> faults.endStall());
        known.put("reconnect-gateway", _ -> faults.reconnectGateway());
        known.put("invalidate-session", it -> faults.invalidateSession(it.getBoolean("resumable", false)));
        known.put("lose-acks", it -> faults.loseAcks(times(it)));
        known.put("request-heartbeat", _ -> faults.requestHeartbeat());
        known.put("repeat-last-event", _ -> faults.repeatLastEvent());
        known.put("delay-events", it -> faults.delayEvents(text(it, "event"), by(it), times(it)));
        known.put("repeat-events", it -> faults.repeatEvents(text(it, "event"), times(it)));
        known.put("reorder-events", it -> faults.reorderEvents(text(it, "event"), times(it)));
        known.put("answer", this::answer);
        known.put("lose-answers", it -> faults.loseAnswers(text(it, "method"), text(it, "path"), times(it)));
        known.put("delay-answers", it -> faults.delayAnswers(text(it, "method"), text(it, "path"), by(it), times(it)));
        known.put("expire-interactions", _ -> faults.expireInteractions());
        known.put("revoke-permission", it -> {
            String[] permissions = permissions(it);
            channel(it).ifPresentOrElse(at -> rights.revokeIn(at, permissions), () -> rights.revoke(permissions));
        });
        known.put("grant-permission", it -> {
            String[] permissions = permissions(it);
            channel(it).ifPresentOrElse(at -> rights.grantIn(at, permissions), () -> rights.grant(permissions));
        });
        known.put("remove-bot", it -> rights.remove(guild(it, home)));
        known.put("invite-bot", it -> rights.invite(guild(it, home)));
        known.put("close-dms", it -> faults.closeDms(text(it, "username"), it.getBoolean("closed", true)));
    }

    void mount(Router router) {
        router.get(PATH).handler(this::show);
        router.post(PATH).handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX));
        router.post(PATH).handler(this::add);
        router.delete(PATH).handler(context -> {
            faults.clear();
            show(context);
        });
    }

    private void show(RoutingContext context) {
        PageApi.send(
                context,
                200,
                new JsonObject()
                        .put("planned", new JsonArray(faults.planned()))
                        .put("known", new JsonArray(known.keySet().stream().toList())));
    }

    private void add(RoutingContext context) {
        try {
            JsonObject body = context.body().asJsonObject();
            if (body == null) throw new IllegalArgumentException("The request has no body");
            String name = text(body, "fault");
            Consumer<JsonObject> fault = known.get(name);
            if (fault == null)
                throw new IllegalArgumentException(
                        "There is no fault \"" + name + "\". There are: " + String.join(", ", known.keySet()));
            fault.accept(body);
            show(context);
        } catch (PatternSyntaxException wrong) {
            refuse(context, 400, "The path is no regular expression: " + wrong.getDescription());
        } catch (DateTimeParseException wrong) {
            refuse(context, 400, "\"by\" is a duration such as PT0.5S: " + wrong.getParsedString());
        } catch (DecodeException | ClassCastException malformed) {
            refuse(context, 400, "The request was not understood: it is a JSON object with a \"fault\"");
        } catch (Refusal unknown) {
            refuse(context, unknown.status, String.valueOf(unknown.getMessage()));
        } catch (NoSuchElementException unknown) {
            refuse(context, 404, String.valueOf(unknown.getMessage()));
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            refuse(context, 400, String.valueOf(wrong.getMessage()));
        }
    }

    private void answer(JsonObject asked) {
        Integer status = asked.getInteger("status");
        if (status == null) throw new IllegalArgumentException("\"status\" is missing, such as 500");
        Integer code = asked.getInteger("code");
        if (code == null) faults.answer(text(asked, "method"), text(asked, "path"), status, times(asked));
        else faults.answer(text(asked, "method"), text(asked, "path"), status, code, times(asked));
    }

    private static String text(JsonObject asked, String field) {
        String text = asked.getString(field);
        if (text == null || text.isBlank()) throw new IllegalArgumentException("\"" + field + "\" is missing");
        return text;
    }

    private static String[] permissions(JsonObject asked) {
        return text(asked, "permission").strip().split("\\s*,\\s*");
    }

    private static Optional<String> channel(JsonObject asked) {
        return Optional.ofNullable(asked.getString("channel"));
    }

    private static long guild(JsonObject asked, long home) {
        return asked.containsKey("guild") ? Snowflakes.parse(text(asked, "guild")) : home;
    }

    private static int times(JsonObject asked) {
        return asked.getInteger("times", 1);
    }

    private static Duration by(JsonObject asked) {
        return Duration.parse(text(asked, "by"));
    }

    private static void refuse(RoutingContext context, int status, String why) {
        PageApi.send(context, status, PageApi.error(why));
    }
}
