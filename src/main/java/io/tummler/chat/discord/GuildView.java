package io.tummler.chat.discord;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * A guild as Discord's REST API tells it, and what the bot may do there.
 *
 * @param channels in the order in which they stand, without threads; also those that the bot can't see
 * @param self the bot's own id
 * @param owns the ids of the bot's roles
 */
record GuildView(
        String id,
        String name,
        String owner,
        Map<String, Role> roles,
        List<Channel> channels,
        String self,
        Set<String> owns) {
    private static final long EVERYTHING = ~0L;

    record Role(String id, String name, long permissions) {}

    /** @param overwrites by the id of the role or member that they are for */
    record Channel(String id, String name, ChannelType type, Map<String, Overwrite> overwrites) {}

    record Overwrite(long allow, long deny) {
        static final Overwrite NONE = new Overwrite(0, 0);

        long on(long permissions) {
            return permissions & ~deny | allow;
        }
    }

    static GuildView of(DataObject guild, DataArray channels, DataObject member) {
        return new GuildView(
                guild.getString("id"),
                guild.getString("name"),
                guild.getString("owner_id"),
                guild.getArray("roles").stream(DataArray::getObject)
                        .map(it -> new Role(it.getString("id"), it.getString("name"), it.getLong("permissions")))
                        .collect(Collectors.toUnmodifiableMap(Role::id, Function.identity())),
                channels.stream(DataArray::getObject)
                        .sorted(Comparator.comparingInt(it -> it.getInt("position", 0)))
                        .map(GuildView::channel)
                        .toList(),
                member.getObject("user").getString("id"),
                member.getArray("roles").stream(DataArray::getString).collect(Collectors.toUnmodifiableSet()));
    }

    private static Channel channel(DataObject channel) {
        return new Channel(
                channel.getString("id"),
                channel.getString("name"),
                ChannelType.fromId(channel.getInt("type")),
                channel.optArray("permission_overwrites").orElseGet(DataArray::empty).stream(DataArray::getObject)
                        .collect(Collectors.toUnmodifiableMap(
                                it -> it.getString("id"),
                                it -> new Overwrite(it.getLong("allow"), it.getLong("deny")))));
    }

    /** What the bot may do in a channel, whether or not it sees it. */
    long mine(Channel channel) {
        return self.equals(owner) ? EVERYTHING : permissions(self, owns, channel);
    }

    /** What any member may do there, who has no role. */
    long anybodys(Channel channel) {
        return permissions("", Set.of(), channel);
    }

    /**
     * As Discord documents it (Permissions, Permission Overwrites): what everyone and the roles may, changed by the
     * channel's overwrites for everyone, then for the roles taken together, then for the member.
     */
    private long permissions(String member, Set<String> memberRoles, Channel channel) {
        long all = permissions(id);
        for (String role : memberRoles) all |= permissions(role);
        if ((all & Permission.ADMINISTRATOR.getRawValue()) != 0) return EVERYTHING;
        all = overwrite(channel, id).on(all);
        long allow = 0;
        long deny = 0;
        for (String role : memberRoles) {
            allow |= overwrite(channel, role).allow;
            deny |= overwrite(channel, role).deny;
        }
        all = new Overwrite(allow, deny).on(all);
        return overwrite(channel, member).on(all);
    }

    private long permissions(String role) {
        Role known = roles.get(role);
        return known == null ? 0 : known.permissions;
    }

    private static Overwrite overwrite(Channel channel, String whose) {
        return channel.overwrites.getOrDefault(whose, Overwrite.NONE);
    }
}
