package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * A line of a guild's audit log.
 *
 * @param action Discord's number for what was done
 * @param target whom or what it was done to
 */
record AuditEntry(long id, int action, long target, long by, Optional<String> reason) {
    static final int CHANNEL_CREATE = 10;
    static final int CHANNEL_UPDATE = 11;
    static final int CHANNEL_DELETE = 12;
    static final int OVERWRITE_CREATE = 13;
    static final int OVERWRITE_UPDATE = 14;
    static final int OVERWRITE_DELETE = 15;
    static final int MEMBER_KICK = 20;
    static final int MEMBER_BAN_ADD = 22;
    static final int MEMBER_BAN_REMOVE = 23;
    static final int MEMBER_ROLE_UPDATE = 25;
    static final int ROLE_CREATE = 30;
    static final int ROLE_UPDATE = 31;
    static final int ROLE_DELETE = 32;
    static final int MESSAGE_DELETE = 72;
    static final int MESSAGE_BULK_DELETE = 73;
    static final int MESSAGE_PIN = 74;
    static final int MESSAGE_UNPIN = 75;
    static final int EVENT_CREATE = 100;
    static final int EVENT_UPDATE = 101;
    static final int EVENT_DELETE = 102;
    static final int THREAD_CREATE = 110;
    static final int THREAD_UPDATE = 111;
    static final int THREAD_DELETE = 112;

    JsonObject toJson() {
        var json = new JsonObject()
                .put("id", DiscordJson.text(id))
                .put("action_type", action)
                .put("target_id", DiscordJson.text(target))
                .put("user_id", DiscordJson.text(by))
                .put("changes", new JsonArray());
        reason.ifPresent(why -> json.put("reason", why));
        return json;
    }
}
