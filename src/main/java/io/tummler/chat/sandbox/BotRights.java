package io.tummler.chat.sandbox;

import java.util.NoSuchElementException;

/**
 * What the bot may do, changed as an operator would change it, at any moment: the bot is told by the gateway, and what it
 * may no longer do is refused. Permissions go by Discord's names, such as {@code MANAGE_MESSAGES}.
 */
public final class BotRights {
    private final World world;
    private final long bot;

    BotRights(World world, long bot) {
        this.world = world;
        this.bot = bot;
    }

    /** Gives the bot's own role in the cast's guild these permissions. */
    public void grant(String... permissions) {
        change(Permissions.named(permissions), true);
    }

    /** Takes these permissions from the bot's own role; what {@code @everyone} may do, it may all the same. */
    public void revoke(String... permissions) {
        change(Permissions.named(permissions), false);
    }

    private void change(long permissions, boolean give) {
        world.run(() -> {
            Guild guild = world.home();
            Role role = role(guild);
            Role changed =
                    role.withPermissions(give ? role.permissions() | permissions : role.permissions() & ~permissions);
            guild.put(changed);
            world.publish(new Change.RoleChanged(guild, changed));
        });
    }

    /** Lets the bot itself do this in a channel, whatever its roles say. */
    public void grantIn(String channel, String... permissions) {
        change(channel, Permissions.named(permissions), true);
    }

    /** Forbids the bot itself to do this in a channel, whatever its roles say. */
    public void revokeIn(String channel, String... permissions) {
        change(channel, Permissions.named(permissions), false);
    }

    private void change(String name, long permissions, boolean give) {
        world.run(() -> {
            Place channel = world.placeNamed(name);
            Overwrite before = channel.overwrites.getOrDefault(bot, new Overwrite(bot, true, 0, 0));
            channel.put(new Overwrite(
                    bot,
                    true,
                    give ? before.allow() | permissions : before.allow() & ~permissions,
                    give ? before.deny() & ~permissions : before.deny() | permissions));
            world.publish(new Change.ChannelChanged(channel));
        });
    }

    /** Removes the bot from a guild. */
    public void remove(long guild) {
        world.run(() -> world.guild(guild).find(bot).ifPresent(world::leave));
    }

    /** Invites the bot again, with the role and the rights that it had. */
    public void invite(long guild) {
        world.run(() -> world.admit(world.guild(guild), world.person(bot)));
    }

    private Role role(Guild guild) {
        return guild.roles.values().stream()
                .filter(it -> it.bot() == bot)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("the bot has no role of its own"));
    }
}
