package io.tummler.chat.sandbox;

/** Which events a bot asked for when it logged in. */
record Intents(int bits) {
    static final int GUILDS = 1;
    static final int GUILD_MEMBERS = 1 << 1;
    static final int GUILD_MODERATION = 1 << 2;
    static final int GUILD_PRESENCES = 1 << 8;
    static final int GUILD_MESSAGES = 1 << 9;
    static final int GUILD_MESSAGE_REACTIONS = 1 << 10;
    static final int GUILD_MESSAGE_TYPING = 1 << 11;
    static final int DIRECT_MESSAGES = 1 << 12;
    static final int DIRECT_MESSAGE_REACTIONS = 1 << 13;
    static final int DIRECT_MESSAGE_TYPING = 1 << 14;
    static final int MESSAGE_CONTENT = 1 << 15;
    static final int GUILD_SCHEDULED_EVENTS = 1 << 16;

    /** Those that the owner of an application has to switch on. */
    static final int PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;

    /** Bits 0 to 16, auto moderation's two, the polls' two. */
    private static final int KNOWN = (1 << 17) - 1 | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;

    /** Whether it asked for it; what needs no intent is 0. */
    boolean has(int bit) {
        return bit == 0 || (bits & bit) != 0;
    }

    boolean areValid() {
        return (bits & ~KNOWN) == 0;
    }

    /** Whether none is privileged but those that are switched on. */
    boolean areAllowed(int switchedOn) {
        return (bits & PRIVILEGED & ~switchedOn) == 0;
    }
}
