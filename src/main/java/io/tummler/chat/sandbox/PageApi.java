package io.tummler.chat.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The chat page and what it asks for, each time as one person. */
final class PageApi {
    private static final String FOLDER = "sandbox/page/";
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final Pattern BODY = Pattern.compile("(<body[^>]*>)");
    private static final int BODY_BYTES_MAX = 64 * 1024;
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2");

    private final World world;
    private final Acts acts;
    private final PageJson json;
    private final LiveSockets live;
    private final Consumer<Duration> forward;

    private final Optional<String> warning;

    PageApi(
            World world,
            Acts acts,
            PageJson json,
            LiveSockets live,
            Consumer<Duration> forward,
            Optional<String> warning) {
        this.world = world;
        this.acts = acts;
        this.json = json;
        this.live = live;
        this.forward = forward;
        this.warning = warning;
    }

    void mount(Router router) {
        router.get("/sandbox").handler(context -> page(context, "index.html"));
        router.get("/sandbox/api/live").handler(this::listen);
        router.get("/sandbox/api/world").handler(context -> answer(context, () -> json.world(asked(context))));
        router.post("/sandbox/api/*").handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX));
        post(router, "messages", this::say);
        post(router, "commands", this::run);
        post(
                router,
                "buttons",
                body -> asked(acts.press(
                        me(body), id(body, "channelId"), id(body, "messageId"), body.getString("customId", ""))));
        post(
                router,
                "selects",
                body -> asked(acts.select(
                        me(body),
                        id(body, "channelId"),
                        id(body, "messageId"),
                        body.getString("customId", ""),
                        body.getJsonArray("values", new JsonArray()).stream()
                                .map(Object::toString)
                                .toList())));
        post(router, "completions", this::complete);
        post(router, "modals", body -> asked(acts.submit(me(body), id(body, "interactionId"), map(body, "values"))));
        post(router, "typing", body -> {
            acts.type(me(body), id(body, "channelId"));
            return new JsonObject();
        });
        post(router, "dms", body -> json.dm(acts.dm(me(body), id(body, "withId")), me(body)));
        post(router, "reactions", body -> {
            acts.toggle(me(body), id(body, "channelId"), id(body, "messageId"), body.getString("emoji", ""));
            return json.message(acts.seen(me(body), id(body, "channelId"), id(body, "messageId")), me(body));
        });
        post(router, "dms-open", body -> {
            acts.openDms(me(body), body.getBoolean("open", true));
            return json.member(world.home().member(me(body).id()));
        });
        post(router, "reset", _ -> {
            world.reset();
            return new JsonObject().put("now", world.clock.instant().toString());
        });
        // What waits for the clock may work for a while, so it does not work on the event loop.
        router.post("/sandbox/api/clock").blockingHandler(this::moveClock);
        router.route("/sandbox/api/*")
                .handler(context -> send(
                        context,
                        404,
                        error("The sandbox does not know " + context.request().path())));
        router.get("/sandbox/:file").handler(context -> page(context, context.pathParam("file")));
    }

    private void post(Router router, String name, Function<JsonObject, JsonObject> work) {
        router.post("/sandbox/api/" + name).handler(context -> answer(context, () -> work.apply(body(context))));
    }

    private void answer(RoutingContext context, Supplier<JsonObject> work) {
        try {
            send(context, 200, world.with(work));
        } catch (Refusal refusal) {
            send(context, refusal.status, error(refusal.getMessage()));
        } catch (ClassCastException | DecodeException malformed) {
            send(context, 400, error("The request was not understood"));
        }
    }

    private static JsonObject body(RoutingContext context) {
        JsonObject body = context.body().asJsonObject();
        if (body == null) throw Refusal.plain(400, "The request has no body");
        return body;
    }

    private Person me(JsonObject body) {
        return acts.actor(id(body, "as"));
    }

    /** The person that a GET is made as: the first of those who are there if it does not say. */
    private Person asked(RoutingContext context) {
        String as = context.request().getParam("as");
        if (as != null) return acts.actor(Snowflakes.parse(as));
        return world.home().members.values().stream()
                .map(member -> member.person)
                .filter(person -> !person.portrait.bot())
                .findFirst()
                .orElseThrow(() -> Refusal.plain(409, "Everybody has left " + world.home().name));
    }

    private static long id(JsonObject body, String field) {
        return Snowflakes.parse(body.getString(field));
    }

    private JsonObject say(JsonObject body) {
        Person me = me(body);
        Post said = acts.say(me, id(body, "channelId"), body.getString("content", ""), id(body, "replyToId"));
        return json.message(said, me);
    }

    private JsonObject run(JsonObject body) {
        botIsHere();
        long target = id(body, "targetId");
        String name = body.getString("name", "");
        return asked(
                target == 0
                        ? acts.run(me(body), id(body, "channelId"), name, map(body, "options"))
                        : acts.chooseFromMenu(me(body), id(body, "channelId"), name, target));
    }

    private JsonObject complete(JsonObject body) {
        botIsHere();
        return asked(acts.complete(
                me(body),
                id(body, "channelId"),
                body.getString("name", ""),
                body.getString("option", ""),
                body.getString("typed", ""),
                map(body, "options")));
    }

    private void botIsHere() {
        if (!world.botOnline) throw Refusal.plain(409, world.bot().portrait.name() + " is not here right now");
    }

    /** What was filled in, without what was left empty. */
    private static Map<String, Object> map(JsonObject body, String field) {
        Map<String, Object> filled =
                new HashMap<>(body.getJsonObject(field, new JsonObject()).getMap());
        filled.values().removeIf(Objects::isNull);
        return filled;
    }

    private static JsonObject asked(Interaction interaction) {
        return new JsonObject().put("interactionId", DiscordJson.text(interaction.id));
    }

    private void moveClock(RoutingContext context) {
        try {
            forward.accept(Duration.parse(body(context).getString("forward", "")));
            send(context, 200, new JsonObject().put("now", world.clock.instant().toString()));
        } catch (DateTimeParseException | IllegalArgumentException | DecodeException | ClassCastException wrong) {
            send(context, 400, error("The clock moves forward by a duration such as P3D or PT2H"));
        } catch (Refusal refusal) {
            send(context, refusal.status, error(refusal.getMessage()));
        }
    }

    private void listen(RoutingContext context) {
        long id;
        try {
            id = world.with(() -> asked(context).id());
        } catch (Refusal refusal) {
            send(context, refusal.status, error(refusal.getMessage()));
            return;
        }
        context.request()
                .toWebSocket()
                .onSuccess(socket -> live.accept(socket, id))
                .onFailure(_ -> send(context, 400, error("This address is for web sockets")));
    }

    static JsonObject error(@Nullable String why) {
        return new JsonObject().put("error", why);
    }

    static void send(RoutingContext context, int status, JsonObject body) {
        if (context.response().ended()) return;
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(body.toBuffer());
    }

    private void page(RoutingContext context, String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1);
        String type = TYPES.get(ending);
        if (type == null || !FILE.matcher(file).matches()) {
            send(context, 404, error("There is no such page"));
            return;
        }
        context.vertx()
                .executeBlocking(() -> ending.equals("html") ? warned(read(file)) : read(file))
                .onComplete(read -> {
                    if (read.failed()) send(context, 404, error("There is no such page"));
                    else
                        context.response()
                                .putHeader("Content-Type", type)
                                .putHeader("Cache-Control", "no-store")
                                .putHeader("X-Content-Type-Options", "nosniff")
                                .putHeader("Content-Security-Policy", "frame-ancestors 'none'")
                                .end(read.result());
                });
    }

    /** The page with the warning on top, where there is one. */
    private Buffer warned(Buffer page) {
        if (warning.isEmpty()) return page;
        String banner = "$1<p id=\"warning\" role=\"alert\">"
                + Matcher.quoteReplacement(warning.get().replace("&", "&amp;").replace("<", "&lt;"))
                + "</p>";
        return Buffer.buffer(BODY.matcher(page.toString()).replaceFirst(banner));
    }

    private static Buffer read(String file) throws IOException {
        try (InputStream in = PageApi.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            if (in == null) throw new IOException(file + " is not there");
            return Buffer.buffer(in.readAllBytes());
        }
    }
}
