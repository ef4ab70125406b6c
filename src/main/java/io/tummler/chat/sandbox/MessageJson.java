package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A message in Discord's words. Called inside the world's lock. */
final class MessageJson {
    private final World world;
    private final DiscordJson json;

    MessageJson(World world, DiscordJson json) {
        this.world = world;
        this.json = json;
    }

    JsonObject of(Post post) {
        return message(post, true);
    }

    private JsonObject message(Post post, boolean withReference) {
        Person author = world.person(post.author);
        Instant edited = post.editedAt;
        var said = new JsonObject()
                .put("id", DiscordJson.text(post.id))
                .put("channel_id", DiscordJson.text(post.channel))
                .put("type", post.type)
                .put("author", json.user(author))
                .put("content", post.content)
                .put("timestamp", Snowflakes.at(post.id).toString())
                .put("edited_timestamp", edited == null ? null : edited.toString())
                .put("tts", false)
                .put("mention_everyone", post.everyone)
                .put("mentions", DiscordJson.array(post.mentions, id -> json.user(world.person(id))))
                .put("mention_roles", DiscordJson.texts(post.roles))
                .put("attachments", attachments(post))
                .put("embeds", post.embeds)
                .put("components", post.components)
                .put("reactions", reactions(post))
                .put("pinned", post.pinnedAt != null)
                .put("flags", post.flags);
        Place thread = world.places.get(post.id);
        if (thread != null && thread.parent == post.channel)
            said.put("flags", post.flags | Post.HAS_THREAD).put("thread", json.place(thread));
        if (post.nonce != null) said.put("nonce", post.nonce);
        if (post.origin != null) {
            origin(said, post.origin, world.place(post.channel));
            // Whatever answers an interaction comes by its webhook, which bears the application's id.
            said.put("webhook_id", DiscordJson.text(author.id()));
        }
        if (author.portrait.bot()) said.put("application_id", DiscordJson.text(author.id()));
        if (post.replyTo != 0) {
            said.put("message_reference", reference(post));
            Post to = world.postsIn(post.channel).get(post.replyTo);
            if (withReference) said.put("referenced_message", to == null ? null : message(to, false));
        }
        return said;
    }

    private JsonArray attachments(Post post) {
        var all = new JsonArray();
        for (Object each : post.attachments) {
            JsonObject file = ((JsonObject) each).copy();
            String url = world.origin + "/attachments/" + post.channel + "/" + file.getString("id") + "/"
                    + URLEncoder.encode(file.getString("filename"), StandardCharsets.UTF_8);
            file.put("url", url).put("proxy_url", url);
            all.add(post.isEphemeral() ? file.put("ephemeral", true) : file);
        }
        return all;
    }

    private JsonObject reference(Post post) {
        var reference = new JsonObject()
                .put("type", 0)
                .put("message_id", DiscordJson.text(post.replyTo))
                .put("channel_id", DiscordJson.text(post.channel));
        Place place = world.place(post.channel);
        return place.isDm() ? reference : reference.put("guild_id", DiscordJson.text(place.guild().id));
    }

    private void origin(JsonObject said, Post.Origin origin, Place place) {
        JsonObject user = json.user(world.person(origin.user()));
        said.put("interaction_metadata", metadata(origin, place));
        if (origin.type() == Interaction.COMMAND)
            said.put(
                    "interaction",
                    new JsonObject()
                            .put("id", DiscordJson.text(origin.interaction()))
                            .put("type", origin.type())
                            .put("name", origin.name())
                            .put("user", user));
    }

    private JsonObject metadata(Post.Origin origin, Place place) {
        var about = new JsonObject()
                .put("id", DiscordJson.text(origin.interaction()))
                .put("type", origin.type())
                .put("user", json.user(world.person(origin.user())))
                .put(
                        "authorizing_integration_owners",
                        new JsonObject().put("0", place.isDm() ? "0" : DiscordJson.text(place.guild().id)));
        if (origin.type() == Interaction.COMPONENT)
            about.put("interacted_message_id", DiscordJson.text(origin.message()));
        return origin.trigger() == null
                ? about
                : about.put("triggering_interaction_metadata", metadata(origin.trigger(), place));
    }

    private JsonArray reactions(Post post) {
        var all = new JsonArray();
        post.reactions.forEach((emoji, who) -> all.add(new JsonObject()
                .put("emoji", json.emoji(emoji))
                .put("count", who.size())
                .put("count_details", new JsonObject().put("normal", who.size()).put("burst", 0))
                .put("me", who.contains(world.self()))
                .put("me_burst", false)
                .put("burst_colors", new JsonArray())));
        return all;
    }
}
