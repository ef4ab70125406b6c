package io.tummler.chat.sandbox;

import java.util.LinkedHashSet;
import java.util.Set;

/** Where messages stand: a channel, a thread, a direct conversation. Guarded by the world's lock. */
final class Place {
    enum Kind {
        TEXT(0),
        DM(1),
        PUBLIC_THREAD(11),
        PRIVATE_THREAD(12);

        final int type;

        Kind(int type) {
            this.type = type;
        }

        boolean isThread() {
            return this == PUBLIC_THREAD || this == PRIVATE_THREAD;
        }
    }

    final long id;
    final Kind kind;
    /** The channel that a thread hangs from, 0 for others. */
    final long parent;
    /** Who opened a thread or a DM, 0 for channels. */
    final long owner;

    String name;
    String topic = "";
    int position;
    /** Of a thread its members, of a DM its two sides. */
    final Set<Long> people = new LinkedHashSet<>();
    /** Of a channel the roles that alone may see it, empty for everybody. */
    final Set<Long> onlyFor = new LinkedHashSet<>();

    boolean archived;
    boolean locked;
    boolean invitable = true;
    int archiveAfterMinutes = 4320;

    Place(long id, Kind kind, long parent, long owner, String name) {
        this.id = id;
        this.kind = kind;
        this.parent = parent;
        this.owner = owner;
        this.name = name;
    }
}
