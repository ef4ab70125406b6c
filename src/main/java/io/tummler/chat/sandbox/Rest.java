package io.tummler.chat.sandbox;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Discord's REST API, version 10: who may ask, how often, how an answer and a refusal look, and what was asked. */
final class Rest {
    static final String BASE = "/api/v10";
    private static final int REQUESTS_KEPT_MAX = 10_000;
    private static final int BODY_BYTES_MAX = 25 * 1024 * 1024;
    private final System.Logger log = System.getLogger(Rest.class.getName());

    /**
     * @param bucket empty for the answer to an interaction, which has no limit
     * @param login whether the bot's token is asked for; where it is not, the path holds a secret
     */
    private record Route(Optional<Bucket> bucket, boolean login, Function<RestCall, RestCall.Answer> work) {}

    private final World world;
    private final RestFaults faults;
    private final RateLimits limits;
    private final Router router;
    private final List<Witness> witnesses = Witness.all();
    private final Deque<RequestView> requests = new ArrayDeque<>();

    Rest(Router router, World world, SandboxOptions options, RestFaults faults) {
        this.router = router;
        this.world = world;
        this.faults = faults;
        this.limits = new RateLimits(world.clock, options.limits());
        router.route(BASE + "/*").handler(new Uploads(BODY_BYTES_MAX));
    }

    /** The last route: whatever no other took is named and refused. */
    void refuseTheRest() {
        var route = new Route(Optional.empty(), true, call -> {
            throw new Refusal(501, 0, "The sandbox does not know " + call.asked());
        });
        router.route(BASE + "/*").handler(context -> serve(context, route));
    }

    /** A route for the bot. */
    void on(String method, String path, Function<RestCall, RestCall.Answer> work) {
        add(method, path, new Route(Optional.of(Bucket.of(method, path)), true, work));
    }

    /** A route that needs no login, because its path holds a secret. */
    void open(String method, String path, Function<RestCall, RestCall.Answer> work) {
        boolean callback = path.startsWith("/interactions/");
        add(method, path, new Route(callback ? Optional.empty() : Optional.of(Bucket.of(method, path)), false, work));
    }

    private void add(String method, String path, Route route) {
        router.route(HttpMethod.valueOf(method), BASE + path).handler(context -> serve(context, route));
    }

    private void serve(RoutingContext context, Route route) {
        var call = new RestCall(context);
        world.run(() -> {
            Optional<RestFaults.Fault> fault = faults.next(call.method(), call.path());
            if (fault.isPresent() && fault.get() instanceof RestFaults.Fault.Delay(Duration by))
                context.vertx().setTimer(Math.max(1, by.toMillis()), _ -> world.run(() -> serve(call, route, null)));
            else serve(call, route, fault.orElse(null));
        });
    }

    private void serve(RestCall call, Route route, RestFaults.@Nullable Fault fault) {
        HttpServerResponse response = call.response();
        if (response.ended() || response.closed()) return;
        RestCall.Answer answer =
                fault instanceof RestFaults.Fault.Instead(RestCall.Answer instead) ? instead : limited(call, route);
        boolean cut = fault instanceof RestFaults.Fault.Lost;
        boolean shared = "shared".equals(answer.headers().get("X-RateLimit-Scope"));
        limits.answered(answer.status(), shared);
        requests.addLast(new RequestView(call.method(), call.path(), cut ? 0 : answer.status()));
        if (requests.size() > REQUESTS_KEPT_MAX) requests.removeFirst();
        if (!witnesses.isEmpty()) tell(call, cut ? 0 : answer.status(), answer.body());
        if (cut) call.cut();
        else send(response, answer);
    }

    private void tell(RestCall call, int status, @Nullable Object answer) {
        var seen = new Witness.Exchange(
                call.method(),
                call.path(),
                call.query(),
                call.header("Content-Type"),
                call.json(),
                status,
                answer == null ? "" : Json.encode(answer));
        witnesses.forEach(it -> it.saw(seen));
    }

    /** The answer, if the bot does not ask too often. */
    private RestCall.Answer limited(RestCall call, Route route) {
        if (route.login()) {
            Optional<Duration> wait = limits.takeGlobal(call.header("Authorization"));
            if (wait.isPresent()) return tooMany(wait.get(), "You are being rate limited.", true, "global");
        }
        if (route.bucket().isEmpty()) return answer(call, route);
        String whose = call.header("Authorization") + " " + call.major();
        RateLimits.Taken taken = limits.take(route.bucket().get(), whose);
        if (taken.isExceeded())
            return tooMany(taken.resetAfter(), "You are being rate limited.", false, "user")
                    .with(headers(taken));
        if (call.renamesChannel()) {
            RateLimits.Taken renaming = limits.take(Bucket.RENAMING, call.major());
            if (renaming.isExceeded())
                return tooMany(renaming.resetAfter(), "The resource is being rate limited.", false, "shared")
                        .with(headers(taken));
        }
        return answer(call, route).with(headers(taken));
    }

    private RestCall.Answer answer(RestCall call, Route route) {
        try {
            if (!route.login()) return route.work().apply(call);
            long bot = world.bots
                    .byHeader(call.header("Authorization"))
                    .orElseThrow(() -> new Refusal(401, 0, "401: Unauthorized"));
            return world.bots.as(bot, () -> route.work().apply(call));
        } catch (Refusal refusal) {
            return new RestCall.Answer(refusal.status, refusal.toJson());
        } catch (ClassCastException | NullPointerException | IllegalArgumentException malformed) {
            log.log(System.Logger.Level.DEBUG, "A request was not understood: " + call.asked(), malformed);
            return new RestCall.Answer(
                    400, Refusal.badForm("body", "has a field of a wrong kind").toJson());
        }
    }

    static RestCall.Answer tooMany(Duration wait, String message, boolean global, String scope) {
        var answer = new RestCall.Answer(Refusal.TOO_MANY, RateLimits.body(message, wait, global))
                .with(Map.of(
                        "Retry-After",
                        Long.toString(Math.ceilDiv(wait.toMillis(), 1_000)),
                        "X-RateLimit-Scope",
                        scope));
        return global ? answer.with(Map.of("X-RateLimit-Global", "true")) : answer;
    }

    /** The time of the reset is the machine's, whatever the sandbox's clock says, as bots wait by their own. */
    private static Map<String, String> headers(RateLimits.Taken taken) {
        double after = RateLimits.seconds(taken.resetAfter());
        return Map.of(
                "X-RateLimit-Limit", Integer.toString(taken.bucket().requests()),
                "X-RateLimit-Remaining", Integer.toString(Math.max(0, taken.left())),
                "X-RateLimit-Reset", decimal(System.currentTimeMillis() / 1_000.0 + after),
                "X-RateLimit-Reset-After", decimal(after),
                "X-RateLimit-Bucket", taken.bucket().hash());
    }

    private static String decimal(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    private static void send(HttpServerResponse response, RestCall.Answer answer) {
        response.setStatusCode(answer.status()).putHeader("Via", "1.1 sandbox");
        answer.headers().forEach(response::putHeader);
        Object body = answer.body();
        if (body == null) response.end();
        else
            response.putHeader("Content-Type", "application/json")
                    .end(body instanceof JsonObject object ? object.toBuffer() : Json.encodeToBuffer(body));
    }

    List<RequestView> requests() {
        return world.with(() -> List.copyOf(requests));
    }

    int invalidRequests() {
        return world.with(limits::invalidRequests);
    }
}
