package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message. Guarded by the world's lock. */
final class Post {
    static final int CROSSPOSTED = 1;
    /** A thread was started on it, which bears its id. */
    static final int HAS_THREAD = 1 << 5;

    static final int EPHEMERAL = 1 << 6;
    static final int LOADING = 1 << 7;
    static final int COMPONENTS_V2 = 1 << 15;
    static final int DEFAULT = 0;
    static final int REPLY = 19;
    static final int COMMAND = 20;
    static final int CONTEXT_MENU = 23;

    /**
     * The command or press that a message answers.
     *
     * @param message with the component, 0 if it was none
     * @param trigger of a form, what it was offered in answer to
     */
    record Origin(
            long interaction,
            int type,
            String name,
            long user,
            long message,
            @Nullable Origin trigger) {
        JsonObject keep() {
            return new JsonObject()
                    .put("interaction", interaction)
                    .put("type", type)
                    .put("name", name)
                    .put("user", user)
                    .put("message", message)
                    .put("trigger", trigger == null ? null : trigger.keep());
        }

        static @Nullable Origin kept(@Nullable JsonObject kept) {
            return kept == null
                    ? null
                    : new Origin(
                            kept.getLong("interaction"),
                            kept.getInteger("type"),
                            kept.getString("name"),
                            kept.getLong("user"),
                            kept.getLong("message", 0L),
                            kept(kept.getJsonObject("trigger")));
        }
    }

    final long id;
    final long channel;
    final long author;
    int type = DEFAULT;
    String content = "";
    JsonArray embeds = new JsonArray();
    JsonArray components = new JsonArray();
    JsonArray attachments = new JsonArray();
    int flags;
    long replyTo;
    /** The only person who sees it, 0 if everybody in the place does. */
    long onlyFor;
    /** Said by the sandbox itself, such as "This application did not respond". */
    boolean system;

    @Nullable Instant pinnedAt;

    /** Whether it notifies everybody, by {@code @everyone} or {@code @here}. */
    boolean everyone;

    @Nullable Instant editedAt;

    @Nullable String nonce;

    @Nullable Origin origin;

    final Set<Long> mentions = new LinkedHashSet<>();
    /** Roles whose bearers are notified. */
    final Set<Long> roles = new LinkedHashSet<>();

    final Map<String, Set<Long>> reactions = new LinkedHashMap<>();

    Post(long id, long channel, long author) {
        this.id = id;
        this.channel = channel;
        this.author = author;
    }

    boolean isEphemeral() {
        return onlyFor != 0;
    }

    boolean is(int flag) {
        return (flags & flag) != 0;
    }

    /** Everything it says, text components included. */
    String text() {
        List<String> texts = new ArrayList<>();
        if (!content.isEmpty()) texts.add(content);
        Components.texts(components, texts);
        return String.join("\n", texts);
    }

    JsonObject keep() {
        var kept = new JsonObject()
                .put("id", id)
                .put("channel", channel)
                .put("author", author)
                .put("type", type)
                .put("content", content)
                .put("embeds", embeds)
                .put("components", components)
                .put("attachments", attachments)
                .put("flags", flags)
                .put("replyTo", replyTo)
                .put("onlyFor", onlyFor)
                .put("system", system)
                .put("pinnedAt", pinnedAt == null ? null : pinnedAt.toString())
                .put("everyone", everyone)
                .put("nonce", nonce)
                .put("editedAt", editedAt == null ? null : editedAt.toString())
                .put("roles", new JsonArray(List.copyOf(roles)))
                .put("mentions", new JsonArray(List.copyOf(mentions)));
        if (origin != null) kept.put("origin", origin.keep());
        var reacted = new JsonObject();
        reactions.forEach((emoji, who) -> reacted.put(emoji, new JsonArray(List.copyOf(who))));
        return kept.put("reactions", reacted);
    }

    static Post kept(JsonObject kept) {
        var post = new Post(kept.getLong("id"), kept.getLong("channel"), kept.getLong("author"));
        post.type = kept.getInteger("type");
        post.content = kept.getString("content");
        post.embeds = kept.getJsonArray("embeds");
        post.components = kept.getJsonArray("components");
        post.attachments = kept.getJsonArray("attachments");
        post.flags = kept.getInteger("flags");
        post.replyTo = kept.getLong("replyTo");
        post.onlyFor = kept.getLong("onlyFor");
        post.system = kept.getBoolean("system");
        post.pinnedAt = Snapshot.time(kept, "pinnedAt");
        post.everyone = kept.getBoolean("everyone", false);
        post.nonce = kept.getString("nonce");
        post.editedAt = Snapshot.time(kept, "editedAt");
        post.mentions.addAll(Snapshot.longs(kept.getJsonArray("mentions")));
        post.roles.addAll(Snapshot.longs(kept.getJsonArray("roles")));
        post.origin = Origin.kept(kept.getJsonObject("origin"));
        JsonObject reacted = kept.getJsonObject("reactions");
        for (String emoji : reacted.fieldNames())
            post.reactions.put(emoji, new LinkedHashSet<>(Snapshot.longs(reacted.getJsonArray(emoji))));
        return post;
    }
}
