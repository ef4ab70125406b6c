package io.tummler.chat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * A thousand people who talk all at once, in the gateway's frames, as a bot gets them that may read messages. The first
 * {@link #CONSENTING} of them are the ones who may have consented. One message in ten mentions and one in seven answers
 * somebody who spoke there before.
 */
final class Crowd {
    static final int PEOPLE = 1_000;
    static final int CONSENTING = 200;

    private static final long FIRST_PERSON = 1_300_000_000_000_000_000L;
    private static final long DISCORD_EPOCH = 1_420_070_400_000L;
    private static final int REMEMBERED = 10;

    private final String guild;
    private final List<String> channels;
    private final RandomGenerator chance;
    private final Chatter chatter;
    private final Map<String, Deque<JsonObject>> spoken = new HashMap<>();
    private long lastId;
    private long sequence = 1_000;
    private long consenting;

    Crowd(long seed, long guild, List<Long> channels) {
        this.guild = Long.toString(guild);
        this.channels = channels.stream().map(id -> Long.toString(id)).toList();
        this.chance = new Random(seed);
        this.chatter = new Chatter(chance);
    }

    static String personId(int person) {
        return Long.toString(FIRST_PERSON + person * 4_194_304L);
    }

    /** How many of the frames so far hold a message of the first {@link #CONSENTING}. */
    long ofConsenting() {
        return consenting;
    }

    /** The next frame. */
    String next() {
        int speaker = chance.nextInt(PEOPLE);
        if (speaker < CONSENTING) consenting++;
        JsonObject message = message(speaker, one(channels), chatter.next());
        Deque<JsonObject> before =
                spoken.computeIfAbsent(message.getString("channel_id"), _ -> new ArrayDeque<>(REMEMBERED + 1));
        if (!before.isEmpty()) {
            JsonObject earlier = one(List.copyOf(before));
            int percent = chance.nextInt(100);
            if (percent < 10) mention(message, earlier);
            else if (percent < 24) reply(message, earlier);
        }
        String frame = frame(message);
        message.remove("referenced_message");
        before.addLast(message);
        if (before.size() > REMEMBERED) before.removeFirst();
        return frame;
    }

    /** A frame with these very words, by somebody who has not consented. */
    String saying(String words) {
        return frame(message(PEOPLE, channels.getFirst(), words));
    }

    private String frame(JsonObject message) {
        return new JsonObject()
                .put("t", "MESSAGE_CREATE")
                .put("s", ++sequence)
                .put("op", 0)
                .put("d", message)
                .encode();
    }

    private JsonObject message(int speaker, String channel, String words) {
        Instant now = Instant.now();
        lastId = Math.max(lastId + 1, (now.toEpochMilli() - DISCORD_EPOCH) << 22);
        return new JsonObject()
                .put("id", Long.toString(lastId))
                .put("type", 0)
                .put("channel_id", channel)
                .put("guild_id", guild)
                .put("author", user(speaker))
                .put("member", member(speaker))
                .put("content", words)
                .put("timestamp", now.toString())
                .putNull("edited_timestamp")
                .put("nonce", Long.toString(lastId ^ 0x5DEECE66DL))
                .put("tts", false)
                .put("pinned", false)
                .put("mention_everyone", false)
                .put("mentions", new JsonArray())
                .put("mention_roles", new JsonArray())
                .put("attachments", new JsonArray())
                .put("embeds", new JsonArray())
                .put("components", new JsonArray())
                .put("flags", 0);
    }

    private void mention(JsonObject message, JsonObject earlier) {
        JsonObject user = earlier.getJsonObject("author");
        message.put("content", "<@" + user.getString("id") + "> " + message.getString("content"))
                .put("mentions", JsonArray.of(user.copy().put("member", earlier.getJsonObject("member"))));
    }

    private void reply(JsonObject message, JsonObject earlier) {
        JsonObject user = earlier.getJsonObject("author");
        JsonObject original = earlier.copy();
        original.remove("member");
        original.remove("guild_id");
        message.put("type", 19)
                .put(
                        "message_reference",
                        new JsonObject()
                                .put("type", 0)
                                .put("message_id", earlier.getString("id"))
                                .put("channel_id", earlier.getString("channel_id"))
                                .put("guild_id", guild))
                .put("referenced_message", original)
                .put("mentions", JsonArray.of(user.copy().put("member", earlier.getJsonObject("member"))));
    }

    private static JsonObject user(int person) {
        return new JsonObject()
                .put("id", personId(person))
                .put("username", "neighbour" + person)
                .put("global_name", "Neighbour No. " + person)
                .put("discriminator", "0")
                .put("avatar", "%032x".formatted(person * 7_919L))
                .putNull("avatar_decoration_data")
                .putNull("clan")
                .putNull("primary_guild")
                .put("public_flags", 0);
    }

    private static JsonObject member(int person) {
        return new JsonObject()
                .put("nick", person % 4 == 0 ? "No. " + person : null)
                .putNull("avatar")
                .putNull("banner")
                .put("roles", new JsonArray())
                .put("joined_at", "2025-03-0" + (1 + person % 9) + "T12:00:00.000000+00:00")
                .putNull("premium_since")
                .putNull("communication_disabled_until")
                .put("deaf", false)
                .put("mute", false)
                .put("pending", false)
                .put("flags", 0);
    }

    private <T> T one(List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }
}
