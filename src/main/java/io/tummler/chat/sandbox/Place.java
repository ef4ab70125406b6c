package io.tummler.chat.sandbox;

import io.vertx.core.json.JsonArray;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where messages stand: a channel, a thread, a direct conversation. Guarded by the world's lock. */
final class Place {
    enum Kind {
        TEXT(0),
        DM(1),
        CATEGORY(4),
        ANNOUNCEMENT(5),
        ANNOUNCEMENT_THREAD(10),
        PUBLIC_THREAD(11),
        PRIVATE_THREAD(12),
        FORUM(15);

        final int type;

        Kind(int type) {
            this.type = type;
        }

        boolean isThread() {
            return this == PUBLIC_THREAD || this == PRIVATE_THREAD || this == ANNOUNCEMENT_THREAD;
        }

        /** Whether messages stand in it; else it only holds other places. */
        boolean holdsMessages() {
            return this != CATEGORY && this != FORUM;
        }
    }

    final long id;
    final Kind kind;
    private final @Nullable Guild guild;
    /** The channel that a thread hangs from, the category of a channel, 0 for none. */
    long parent;
    /** Who opened a thread or a DM, 0 for channels. */
    final long owner;

    String name;
    String topic = "";
    int position;
    /** Of a thread its members, of a DM its two sides. */
    final Set<Long> people = new LinkedHashSet<>();
    /** Of a channel, by the id of whom they are about. */
    final Map<Long, Overwrite> overwrites = new LinkedHashMap<>();

    int slowmodeSeconds;
    /** When the newest of its pinned messages was pinned. */
    @Nullable Instant lastPin;

    boolean nsfw;
    /** Of a forum the tags that there are, as Discord has them. */
    JsonArray tags = new JsonArray();
    /** Of a forum's thread the ids of its tags. */
    JsonArray tagged = new JsonArray();

    boolean archived;
    /** Of a thread when it was opened; one on a message bears an older id. */
    Instant opened;
    /** Of a thread when it was last archived or woken, else when it was opened. */
    Instant archiveTurned;

    boolean locked;
    boolean invitable = true;
    int archiveAfterMinutes = 4320;

    private Place(long id, Kind kind, @Nullable Guild guild, long parent, long owner, String name) {
        this.id = id;
        this.kind = kind;
        this.guild = guild;
        this.parent = parent;
        this.owner = owner;
        this.name = name;
        opened = Snowflakes.at(id);
        archiveTurned = opened;
    }

    static Place channel(long id, Kind kind, Guild guild, String name) {
        return new Place(id, kind, guild, 0, 0, name);
    }

    static Place thread(long id, Kind kind, Place parent, long owner, String name) {
        return new Place(id, kind, parent.guild(), parent.id, owner, name);
    }

    void archive(boolean away, Instant now) {
        if (archived != away) archiveTurned = now;
        archived = away;
    }

    static Place dm(long id, long opener, long other) {
        var dm = new Place(id, Kind.DM, null, 0, opener, "");
        dm.people.add(opener);
        dm.people.add(other);
        return dm;
    }

    boolean isDm() {
        return guild == null;
    }

    /** The guild that it is in; a direct conversation is in none. */
    Guild guild() {
        if (guild == null) throw new IllegalStateException("a direct conversation is in no guild");
        return guild;
    }

    void put(Overwrite overwrite) {
        overwrites.put(overwrite.id(), overwrite);
    }

    /** Whether not everybody of the guild may see it. */
    boolean isPrivate() {
        Overwrite everyone = guild == null ? null : overwrites.get(guild.id);
        return everyone != null && Permissions.has(everyone.deny(), Permissions.VIEW_CHANNEL);
    }
}
