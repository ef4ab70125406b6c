package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command that was run or a component that was pressed, and how far the bot's answer is. Guarded by the world's lock. */
final class Interaction {
    static final int COMMAND = 2;
    static final int COMPONENT = 3;
    static final int AUTOCOMPLETE = 4;
    static final int MODAL = 5;
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    enum State {
        WAITING,
        /** The bot acknowledged it and the answer is to come. */
        ACKNOWLEDGED,
        ANSWERED,
        /** The bot said nothing in time. */
        FAILED
    }

    final long id;
    final int type;
    /** Whose it is to answer. */
    final long application;

    final String token;
    final long user;
    final long channel;
    /** Of a command its name, else the custom id. */
    final String name;
    /** The message with the component, 0 for commands. */
    final long message;
    /** By the sandbox's clock. */
    final long sinceMillis;
    /** What Discord sends as {@code data}. */
    final JsonObject data;

    State state = State.WAITING;
    /** The message that {@code @original} means, 0 before there is one. */
    long original;
    /** What the bot offers: a modal to fill in, or choices to complete. */
    JsonObject offered = new JsonObject();

    /** Of a form, what it was offered in answer to. */
    Post.@Nullable Origin trigger;

    final Set<Long> answers = new LinkedHashSet<>();

    Interaction(
            long id,
            int type,
            long application,
            String token,
            long user,
            long channel,
            String name,
            long message,
            long sinceMillis,
            JsonObject data) {
        this.id = id;
        this.type = type;
        this.application = application;
        this.token = token;
        this.user = user;
        this.channel = channel;
        this.name = name;
        this.message = message;
        this.sinceMillis = sinceMillis;
        this.data = data;
    }

    boolean isOver(long nowMillis) {
        return nowMillis - sinceMillis > TOKEN_LIFE.toMillis();
    }

    Post.Origin origin() {
        return new Post.Origin(id, type, name, user, message, trigger);
    }

    void answeredWith(long post) {
        state = State.ANSWERED;
        answers.add(post);
    }

    JsonObject keep() {
        return new JsonObject()
                .put("id", id)
                .put("type", type)
                .put("application", application)
                .put("token", token)
                .put("user", user)
                .put("channel", channel)
                .put("name", name)
                .put("message", message)
                .put("sinceMillis", sinceMillis)
                .put("data", data)
                .put("state", state.name())
                .put("original", original)
                .put("offered", offered)
                .put("trigger", trigger == null ? null : trigger.keep())
                .put("answers", new JsonArray(List.copyOf(answers)));
    }

    static Interaction kept(JsonObject kept) {
        var interaction = new Interaction(
                kept.getLong("id"),
                kept.getInteger("type"),
                kept.getLong("application"),
                kept.getString("token"),
                kept.getLong("user"),
                kept.getLong("channel"),
                kept.getString("name"),
                kept.getLong("message"),
                kept.getLong("sinceMillis"),
                kept.getJsonObject("data"));
        interaction.state = State.valueOf(kept.getString("state"));
        interaction.original = kept.getLong("original");
        interaction.offered = kept.getJsonObject("offered");
        interaction.trigger = Post.Origin.kept(kept.getJsonObject("trigger"));
        interaction.answers.addAll(Snapshot.longs(kept.getJsonArray("answers")));
        return interaction;
    }
}
