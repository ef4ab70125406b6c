package io.tummler.api;

import java.util.Set;

/** What a key of {@code bot-config} takes for granted on the platform. */
public sealed interface Wanted {
    /** The file that wants it, without ending, as in {@link PolicyCheck.Objection}. */
    String section();

    /** The key that names it, such as {@code channels[0]}, entries counted from 0. */
    String key();

    /** That there is such a channel, and that the bot may do there what it has to. */
    record Channel(String section, String key, ChannelRef channel, Set<Need> needs) implements Wanted {
        public Channel {
            needs = Set.copyOf(needs);
        }
    }

    /** That there is such a role. */
    record Role(String section, String key, RoleRef role) implements Wanted {}

    /** What the bot does in a channel. */
    enum Need {
        /** It hears what is said, which every member can read. */
        LISTEN,
        /** It posts messages. */
        SPEAK,
        /** It opens private threads, adds people to them, and speaks there. */
        OPEN_PRIVATE_THREADS
    }
}
