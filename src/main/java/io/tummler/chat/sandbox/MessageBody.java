package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request of the bot wants a message to say, under Discord's rules; what it does not name stays as it is. */
record MessageBody(JsonObject json, List<Upload> files) {
    static final int CONTENT_MAX = 2_000;
    private static final int FILES_MAX = 10;
    private static final int DESCRIPTION_MAX = 1_024;
    private static final int KEPT_FLAGS = 1 << 2 | 1 << 12 | Post.COMPONENTS_V2;
    private static final Pattern MENTION = Pattern.compile("<@!?(\\d{1,19})>");

    private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)");
    private static final Pattern ROLE_MENTION = Pattern.compile("<@&(\\d{1,19})>");

    /** What a request says, with the files that came with it. */
    static MessageBody of(JsonObject json, RestCall call) {
        return new MessageBody(json, call.files());
    }

    boolean hasEmbeds() {
        return !array("embeds").isEmpty();
    }

    boolean hasFiles() {
        return !files.isEmpty();
    }

    boolean isEphemeral() {
        return (RestCall.number(json, "flags", 0) & Post.EPHEMERAL) != 0;
    }

    /** Puts what it names into the message, or refuses and leaves the message as it was. */
    void into(Post post, World world) {
        RestCall.unsupported(json, "poll", "sticker_ids");
        var trial = new Post(post.id, post.channel, post.author);
        trial.content = has("content") ? json.getString("content") : named("content") ? "" : post.content;
        trial.embeds = named("embeds") ? Media.inEmbeds(array("embeds")) : post.embeds;
        trial.components = named("components") ? Media.inComponents(array("components"), world.ids) : post.components;
        trial.attachments = named("attachments") || hasFiles() ? attachments(post, world) : post.attachments;
        trial.flags = (post.flags & ~Post.LOADING) | (RestCall.number(json, "flags", 0) & KEPT_FLAGS);
        trial.replyTo = post.replyTo;
        check(trial);
        checkAllowedMentions();
        ComponentForm.complete(trial.components);
        Set<Long> mentions = mentions(trial, world);
        Set<Long> roles = roles(trial, world);
        boolean everyone = mentionsEveryone(trial, world) && mayMention("everyone");
        post.content = trial.content;
        post.embeds = trial.embeds;
        post.components = trial.components;
        post.attachments = trial.attachments;
        post.flags = trial.flags;
        post.mentions.clear();
        post.mentions.addAll(mentions);
        post.roles.clear();
        post.roles.addAll(roles);
        post.everyone = everyone;
    }

    private void check(Post post) {
        Refusal.checkMaxLength("content", post.content, CONTENT_MAX);
        EmbedRules.check(post.embeds);
        boolean second = post.is(Post.COMPONENTS_V2);
        if (second && !post.content.isEmpty()) throw legacy("content");
        if (second && !post.embeds.isEmpty()) throw legacy("embeds");
        if (post.content.isEmpty() && post.embeds.isEmpty() && post.components.isEmpty() && post.attachments.isEmpty())
            throw new Refusal(400, 50006, "Cannot send an empty message");
        ComponentRules.check(post.components, second);
    }

    /** Whom it lets be mentioned it says by kind or by id, not by both. */
    private void checkAllowedMentions() {
        if (!(json.getValue("allowed_mentions") instanceof JsonObject allowed)) return;
        for (String kind : List.of("users", "roles"))
            if (mayMention(kind) && !allowed.getJsonArray(kind, new JsonArray()).isEmpty())
                throw Refusal.badForm(
                        "allowed_mentions",
                        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                        "parse:[\"" + kind + "\"] and " + kind + ": [ids...] are mutually exclusive.");
    }

    private static Refusal legacy(String field) {
        return Refusal.badForm(
                field,
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                "The '" + field + "' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
    }

    /** What stood there and is named again stays; what came with the request is added. */
    private JsonArray attachments(Post post, World world) {
        var all = new JsonArray();
        Map<String, JsonObject> about = new LinkedHashMap<>();
        if (!named("attachments")) all.addAll(post.attachments);
        for (Object each : array("attachments")) {
            if (!(each instanceof JsonObject file)) throw Refusal.badForm("attachments", "is no object");
            String id = String.valueOf(file.getValue("id"));
            Refusal.checkLength("attachments", file.getString("description", ""), 0, DESCRIPTION_MAX);
            post.attachments.stream()
                    .filter(it -> ((JsonObject) it).getString("id").equals(id))
                    .findFirst()
                    .ifPresentOrElse(all::add, () -> about.put("files[" + id + "]", file));
        }
        for (Upload file : files) all.add(attachment(file, about.remove(file.field()), world));
        if (!about.isEmpty())
            throw Refusal.badForm(
                    "attachments", "ATTACHMENT_NOT_FOUND", "Attachment data was not found: " + about.keySet());
        Refusal.checkCount("attachments", all.size(), 0, FILES_MAX);
        return all;
    }

    private static JsonObject attachment(Upload file, @Nullable JsonObject about, World world) {
        long id = world.ids.next();
        world.attachments.keep(id, file);
        var attachment = new JsonObject()
                .put("id", DiscordJson.text(id))
                .put("filename", file.name())
                .put("size", file.size())
                .put("content_type", file.type());
        String description = about == null ? null : about.getString("description");
        return description == null ? attachment : attachment.put("description", description);
    }

    private Set<Long> mentions(Post post, World world) {
        Set<Long> found = mentioned(post.text(), world);
        keepAllowed(found, "users");
        boolean replied = !(json.getValue("allowed_mentions") instanceof JsonObject allowed)
                || allowed.getBoolean("replied_user", false);
        if (replied) addReplied(post, world, found);
        return found;
    }

    private Set<Long> roles(Post post, World world) {
        Place place = world.place(post.channel);
        Set<Long> found = new LinkedHashSet<>();
        if (place.isDm()) return found;
        Matcher mention = ROLE_MENTION.matcher(post.text());
        while (mention.find()) {
            long id = Snowflakes.parse(mention.group(1));
            if (place.guild().roles.containsKey(id)) found.add(id);
        }
        keepAllowed(found, "roles");
        return found;
    }

    private void keepAllowed(Set<Long> mentioned, String kind) {
        if (mayMention(kind) || !(json.getValue("allowed_mentions") instanceof JsonObject allowed)) return;
        JsonArray some = array(allowed, kind);
        mentioned.removeIf(id -> !some.contains(DiscordJson.text(id)));
    }

    /** Whether the request leaves such mentions be. */
    private boolean mayMention(String kind) {
        return !(json.getValue("allowed_mentions") instanceof JsonObject allowed)
                || array(allowed, "parse").contains(kind);
    }

    /** Whether it calls everybody, by somebody who may. */
    static boolean mentionsEveryone(Post post, World world) {
        return EVERYONE.matcher(post.text()).find()
                && world.may(world.person(post.author), world.place(post.channel), Permissions.MENTION_EVERYONE);
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
        return array(json, field);
    }

    private static JsonArray array(JsonObject of, String field) {
        return of.getValue(field) instanceof JsonArray array ? array : new JsonArray();
    }
}
