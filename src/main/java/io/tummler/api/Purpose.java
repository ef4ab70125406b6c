package io.tummler.api;

/** What a member may consent to, each for itself. None is given by default; each is withdrawn with the next event. */
public enum Purpose {
    /**
     * The bot reads this member's messages in the channels that moderators allow, to notice needs, offers and thanks, and,
     * since version 2, who answers what.
     */
    LISTENING(2),
    /** The bot may ask this member for help on others' behalf, and introduce. */
    INTRODUCTIONS(1),
    /** The bot may show this member brands' tasks. */
    TASKS(1),
    /** The bot may write direct messages; without it, what it has to say waits in {@code /me}. */
    DIRECT_MESSAGES(1);

    private final int version;

    Purpose(int version) {
        this.version = version;
    }

    /**
     * The version of what this purpose covers, from 1 on. Raise it when that changes: a consent to an earlier version
     * holds no longer, and {@code /join} asks for it again.
     */
    public int version() {
        return version;
    }

    /**
     * The purpose as it stands now, for the argument of a button that consents to it: whoever presses one that an older
     * version left behind has read something else.
     */
    public String stated() {
        return name() + "." + version;
    }
}
