package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/**
 * What somebody shows of what he is up to.
 *
 * @param status {@code online}, {@code idle}, {@code dnd} or {@code offline}
 */
record Presence(String status, JsonArray activities) {
    static final Presence ONLINE = new Presence("online", new JsonArray());
    static final Presence OFFLINE = new Presence("offline", new JsonArray());
    private static final Set<String> SHOWN = Set.of("online", "idle", "dnd", "offline");

    /**
     * @throws ClassCastException if the update has another form than Discord's
     */
    static Presence of(JsonObject update) {
        String status = update.getString("status");
        if (status.equals("invisible")) status = "offline";
        if (!SHOWN.contains(status)) throw new ClassCastException("no status: " + status);
        return new Presence(status, update.getJsonArray("activities", new JsonArray()));
    }

    JsonObject toJson(long user) {
        return new JsonObject()
                .put("user", new JsonObject().put("id", DiscordJson.text(user)))
                .put("status", status)
                .put("activities", activities)
                .put(
                        "client_status",
                        status.equals("offline") ? new JsonObject() : new JsonObject().put("web", status));
    }
}
