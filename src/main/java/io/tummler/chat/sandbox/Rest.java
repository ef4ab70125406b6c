package io.tummler.chat.sandbox;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Discord's REST API, version 10: who may ask, how an answer and a refusal look, and what was asked. */
final class Rest {
    static final String BASE = "/api/v10";
    private static final int REQUESTS_KEPT_MAX = 10_000;
    private static final int BODY_BYTES_MAX = 25 * 1024 * 1024;
    private static final int LIMIT = 50;
    private static final System.Logger LOG = System.getLogger(Rest.class.getName());

    private final World world;
    private final String token;
    private final Faults faults;
    private final Router router;
    private final Deque<RequestView> requests = new ArrayDeque<>();

    Rest(Router router, World world, String token, Faults faults) {
        this.router = router;
        this.world = world;
        this.token = token;
        this.faults = faults;
        router.route(BASE + "/*").handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX));
    }

    /** The last route: whatever no other took is named and refused. */
    void refuseTheRest() {
        router.route(BASE + "/*")
                .handler(context -> serve(context, true, call -> {
                    throw new Refusal(
                            501,
                            0,
                            "The sandbox does not know " + context.request().method() + " " + path(context));
                }));
    }

    /** A route for the bot. */
    void on(String method, String path, Function<RestCall, RestCall.Answer> work) {
        router.route(HttpMethod.valueOf(method), BASE + path).handler(context -> serve(context, true, work));
    }

    /** A route that needs no login, because its path holds a secret. */
    void open(String method, String path, Function<RestCall, RestCall.Answer> work) {
        router.route(HttpMethod.valueOf(method), BASE + path).handler(context -> serve(context, false, work));
    }

    private void serve(RoutingContext context, boolean login, Function<RestCall, RestCall.Answer> work) {
        String method = context.request().method().name();
        String path = path(context);
        world.run(() -> {
            var fault = faults.next(method, path);
            RestCall.Answer answer =
                    fault.isPresent() && fault.get().instead() ? fault.get().answer() : answer(context, login, work);
            boolean cut = fault.isPresent() && !fault.get().instead();
            requests.addLast(new RequestView(method, path, cut ? 0 : answer.status()));
            if (requests.size() > REQUESTS_KEPT_MAX) requests.removeFirst();
            if (cut) context.request().connection().close();
            else send(context.response(), method + path, answer);
        });
    }

    private RestCall.Answer answer(RoutingContext context, boolean login, Function<RestCall, RestCall.Answer> work) {
        try {
            if (login && !("Bot " + token).equals(context.request().getHeader("Authorization")))
                throw new Refusal(401, 0, "401: Unauthorized");
            return work.apply(new RestCall(context));
        } catch (Refusal refusal) {
            return new RestCall.Answer(refusal.status, refusal.toJson());
        } catch (ClassCastException | NullPointerException malformed) {
            LOG.log(System.Logger.Level.DEBUG, "A request was not understood: " + path(context), malformed);
            return new RestCall.Answer(
                    400, Refusal.badForm("body", "has a field of a wrong kind").toJson());
        }
    }

    /** Discord's headers, with a limit that is never reached: {@link Faults} answers 429 when asked to. */
    private static void send(HttpServerResponse response, String route, RestCall.Answer answer) {
        response.setStatusCode(answer.status())
                .putHeader("Via", "1.1 sandbox")
                .putHeader("X-RateLimit-Limit", Integer.toString(LIMIT))
                .putHeader("X-RateLimit-Remaining", Integer.toString(LIMIT - 1))
                .putHeader("X-RateLimit-Reset", Long.toString(System.currentTimeMillis() / 1000 + 1))
                .putHeader("X-RateLimit-Reset-After", "1.000")
                .putHeader("X-RateLimit-Bucket", Integer.toHexString(route.hashCode()));
        if (answer.status() == Faults.TOO_MANY)
            response.putHeader("Retry-After", "1").putHeader("X-RateLimit-Scope", "user");
        Object body = answer.body();
        if (body == null) response.end();
        else
            response.putHeader("Content-Type", "application/json")
                    .end(body instanceof JsonObject object ? object.toBuffer() : Json.encodeToBuffer(body));
    }

    private static String path(RoutingContext context) {
        return context.request().path().substring(BASE.length());
    }

    List<RequestView> requests() {
        return world.with(() -> List.copyOf(requests));
    }
}
