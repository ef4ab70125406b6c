package io.tummler.chat.sandbox;

/**
 * A role of the guild.
 *
 * @param color as {@code #rrggbb}
 * @param permissions Discord's bits
 * @param managed whether it is the bot's own
 */
record Role(long id, String name, String color, long permissions, boolean managed, int position) {
    static final long VIEW_CHANNEL = 1L << 10;
    static final long MANAGE_THREADS = 1L << 34;
}
