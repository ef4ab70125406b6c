package io.tummler.chat.sandbox;

/**
 * A role of a guild.
 *
 * @param color as {@code #rrggbb}
 * @param permissions Discord's bits
 * @param bot whose own it is, 0 for a role that people bear
 * @param position the higher, the more it stands above; 0 for {@code @everyone}
 */
record Role(
        long id,
        String name,
        String color,
        long permissions,
        long bot,
        int position,
        boolean hoist,
        boolean mentionable) {

    Role withPermissions(long permissions) {
        return new Role(id, name, color, permissions, bot, position, hoist, mentionable);
    }

    Role withPosition(int position) {
        return new Role(id, name, color, permissions, bot, position, hoist, mentionable);
    }

    /** Nobody gives, takes or deletes a bot's own role. */
    boolean managed() {
        return bot != 0;
    }
}
