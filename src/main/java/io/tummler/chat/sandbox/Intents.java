package io.tummler.chat.sandbox;

/** Which events a bot asked for when it logged in. */
record Intents(int bits) {
    static final int GUILDS = 1;
    static final int GUILD_MEMBERS = 1 << 1;
    static final int GUILD_MESSAGES = 1 << 9;
    static final int GUILD_MESSAGE_REACTIONS = 1 << 10;
    static final int GUILD_MESSAGE_TYPING = 1 << 11;
    static final int DIRECT_MESSAGES = 1 << 12;
    static final int DIRECT_MESSAGE_REACTIONS = 1 << 13;
    static final int DIRECT_MESSAGE_TYPING = 1 << 14;
    static final int MESSAGE_CONTENT = 1 << 15;
    private static final int HIGHEST = 1 << 25;

    boolean has(int bit) {
        return bit == 0 || (bits & bit) != 0;
    }

    boolean areValid() {
        return bits >= 0 && bits < HIGHEST << 1;
    }
}
