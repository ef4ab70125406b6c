package io.tummler.chat.sandbox;

/**
 * A role of a guild.
 *
 * @param color as {@code #rrggbb}
 * @param permissions Discord's bits
 * @param managed whether it is the bot's own
 * @param position the higher, the more it stands above; 0 for {@code @everyone}
 */
record Role(
        long id,
        String name,
        String color,
        long permissions,
        boolean managed,
        int position,
        boolean hoist,
        boolean mentionable) {

    Role withPermissions(long permissions) {
        return new Role(id, name, color, permissions, managed, position, hoist, mentionable);
    }
}
