package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request of the bot wants a message to say, under Discord's rules; what it does not name stays as it is. */
record MessageBody(JsonObject json) {
    static final int CONTENT_MAX = 2_000;
    private static final int EMBEDS_MAX = 10;
    private static final int ROWS_MAX = 5;
    private static final int BUTTONS_MAX = 5;
    private static final int COMPONENTS_MAX = 40;
    private static final int CUSTOM_ID_MAX = 100;
    private static final int LABEL_MAX = 80;
    private static final int KEPT_FLAGS = 1 << 2 | 1 << 12 | Post.COMPONENTS_V2;
    private static final Pattern MENTION = Pattern.compile("<@!?(\\d{1,19})>");

    /** Discord accepts a message of nothing, where another way of saying it is still to come. */
    boolean isEmpty() {
        return json.getString("content", "").isEmpty()
                && array("embeds").isEmpty()
                && array("components").isEmpty()
                && array("attachments").isEmpty();
    }

    boolean isEphemeral() {
        return (json.getInteger("flags", 0) & Post.EPHEMERAL) != 0;
    }

    /** Puts what it names into the message, or refuses and leaves the message as it was. */
    void into(Post post, World world) {
        var trial = new Post(post.id, post.channel, post.author);
        trial.content = has("content") ? json.getString("content") : named("content") ? "" : post.content;
        trial.embeds = named("embeds") ? Media.inEmbeds(array("embeds")) : post.embeds;
        trial.components = named("components") ? Media.inComponents(array("components"), world.ids) : post.components;
        trial.attachments = named("attachments") ? attachments(post, world) : post.attachments;
        trial.flags = (post.flags & ~Post.LOADING) | (json.getInteger("flags", 0) & KEPT_FLAGS);
        check(trial);
        ComponentForm.complete(trial.components);
        post.content = trial.content;
        post.embeds = trial.embeds;
        post.components = trial.components;
        post.attachments = trial.attachments;
        post.flags = trial.flags;
        post.mentions.clear();
        post.mentions.addAll(mentions(post, world));
    }

    private static void check(Post post) {
        if (post.content.length() > CONTENT_MAX)
            throw Refusal.badForm("content", "Must be " + CONTENT_MAX + " or fewer in length.");
        if (post.embeds.size() > EMBEDS_MAX)
            throw Refusal.badForm("embeds", "Must be " + EMBEDS_MAX + " or fewer in length.");
        boolean second = post.is(Post.COMPONENTS_V2);
        if (second && !(post.content.isEmpty() && post.embeds.isEmpty()))
            throw Refusal.badForm("content", "cannot stand beside components of the second version");
        if (post.content.isEmpty() && post.embeds.isEmpty() && post.components.isEmpty() && post.attachments.isEmpty())
            throw new Refusal(400, 50006, "Cannot send an empty message");
        checkComponents(post.components, second);
    }

    private static void checkComponents(JsonArray components, boolean second) {
        List<JsonObject> all = Components.all(components);
        if (second && all.size() > COMPONENTS_MAX)
            throw Refusal.badForm("components", "Must be " + COMPONENTS_MAX + " or fewer in all.");
        if (!second && components.size() > ROWS_MAX)
            throw Refusal.badForm("components", "Must be " + ROWS_MAX + " or fewer in length.");
        if (!second && components.stream().anyMatch(it -> Components.type((JsonObject) it) != Components.ROW))
            throw Refusal.badForm("components", "needs the flag of the second version for anything but rows");
        Set<String> ids = new HashSet<>();
        for (JsonObject component : all) {
            String id = component.getString("custom_id");
            if (id != null && (id.isEmpty() || id.length() > CUSTOM_ID_MAX))
                throw Refusal.badForm("components", "custom_id must be 1 to " + CUSTOM_ID_MAX + " in length: " + id);
            if (id != null && !ids.add(id))
                throw Refusal.badForm("components", "Component custom id cannot be duplicated: " + id);
            if (Components.type(component) == Components.BUTTON
                    && component.getString("label", "").length() > LABEL_MAX)
                throw Refusal.badForm("components", "label must be " + LABEL_MAX + " or fewer in length");
        }
        if (Components.rows(components).stream().anyMatch(row -> row.size() > BUTTONS_MAX))
            throw Refusal.badForm("components", "at most " + BUTTONS_MAX + " buttons a row");
    }

    /** Names only: what is in the files is not kept. */
    private JsonArray attachments(Post post, World world) {
        var named = new JsonArray();
        for (Object each : array("attachments")) {
            if (!(each instanceof JsonObject file)) throw Refusal.badForm("attachments", "is no object");
            Object known = post.attachments.stream()
                    .filter(it -> ((JsonObject) it).getValue("id").equals(file.getValue("id")))
                    .findFirst()
                    .orElse(null);
            if (known != null) {
                named.add(known);
                continue;
            }
            String name = file.getString("filename", "file");
            named.add(new JsonObject()
                    .put("id", DiscordJson.text(world.ids.next()))
                    .put("filename", name)
                    .put("size", 0)
                    .put("url", "attachment://" + name)
                    .put("proxy_url", "attachment://" + name));
        }
        return named;
    }

    private Set<Long> mentions(Post post, World world) {
        Set<Long> found = mentioned(post.text(), world);
        if (json.getValue("allowed_mentions") instanceof JsonObject allowed) {
            boolean all = allowed.getJsonArray("parse", new JsonArray()).contains("users");
            JsonArray some = allowed.getJsonArray("users", new JsonArray());
            found.removeIf(id -> !all && !some.contains(DiscordJson.text(id)));
            if (allowed.getBoolean("replied_user", false)) addReplied(post, world, found);
        } else {
            addReplied(post, world, found);
        }
        return found;
    }

    private static void addReplied(Post post, World world, Set<Long> found) {
        Post to = world.postsIn(post.channel).get(post.replyTo);
        if (to != null) found.add(to.author);
    }

    /** Who is mentioned in a text. */
    static Set<Long> mentioned(String text, World world) {
        Set<Long> found = new LinkedHashSet<>();
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            long id = Snowflakes.parse(mention.group(1));
            if (world.people.containsKey(id)) found.add(id);
        }
        return found;
    }

    private boolean named(String field) {
        return json.containsKey(field);
    }

    private boolean has(String field) {
        return json.getValue(field) != null;
    }

    private JsonArray array(String field) {
        return json.getValue(field) instanceof JsonArray array ? array : new JsonArray();
    }
}
