package io.tummler.api;

/** What a member may consent to, each for itself. None is given by default; each is withdrawn with the next event. */
public enum Purpose {
    /** The bot reads this member's messages in the channels that moderators allow, to notice needs, offers and thanks. */
    LISTENING,
    /** The bot may ask this member for help on others' behalf, and introduce. */
    INTRODUCTIONS,
    /** The bot may show this member brands' tasks. */
    TASKS,
    /** The bot may write direct messages; without it, what it has to say waits in {@code /me}. */
    DIRECT_MESSAGES
}
