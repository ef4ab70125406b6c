package io.tummler.chat.discord;

import io.tummler.api.PolicyCheck.Objection;
import io.tummler.api.Wanted;
import io.tummler.api.Wanted.Need;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.ChannelType;

/** Whether a guild has what is wanted there, and lets the bot do what it has to. */
final class GuildFit {
    /** So many names are read; a guild may have 500 channels. */
    private static final int NAMES_MAX = 25;

    private final GuildView guild;

    private GuildFit(GuildView guild) {
        this.guild = guild;
    }

    static List<Objection> objections(GuildView guild, List<Wanted> wanted) {
        var fit = new GuildFit(guild);
        return wanted.stream()
                .flatMap(it -> switch (it) {
                    case Wanted.Channel channel -> fit.channel(channel);
                    case Wanted.Role role -> fit.role(role);
                })
                .toList();
    }

    private Stream<Objection> role(Wanted.Role wanted) {
        if (guild.roles().values().stream().anyMatch(it -> wanted.role().is(it.id(), it.name()))) return Stream.of();
        return objection(
                wanted,
                "there is no role " + wanted.role() + " in " + guild.name(),
                oneOf(guild.roles().values().stream().map(GuildView.Role::name).sorted()));
    }

    /** Where several have the name, the bot has to get along in each. */
    private Stream<Objection> channel(Wanted.Channel wanted) {
        boolean listensOnly = wanted.needs().equals(Set.of(Need.LISTEN));
        List<GuildView.Channel> fitting = guild.channels().stream()
                .filter(it -> listensOnly ? it.type() != ChannelType.CATEGORY : it.type() == ChannelType.TEXT)
                .toList();
        List<GuildView.Channel> meant = fitting.stream()
                .filter(it -> wanted.channel().is(it.id(), it.name()))
                .toList();
        if (!meant.isEmpty()) return meant.stream().flatMap(it -> rights(wanted, it));
        return objection(
                wanted,
                "there is no " + (listensOnly ? "" : "text ") + "channel " + wanted.channel() + " in " + guild.name(),
                oneOf(fitting.stream().map(it -> "#" + it.name())));
    }

    private Stream<Objection> rights(Wanted.Channel wanted, GuildView.Channel channel) {
        Set<Permission> missing = EnumSet.noneOf(Permission.class);
        for (Need need : wanted.needs()) missing.addAll(permissions(need));
        missing.removeAll(Permission.getPermissions(guild.mine(channel)));
        if (!missing.isEmpty())
            return objection(
                    wanted,
                    "the bot lacks in #" + channel.name() + ": "
                            + missing.stream().map(GuildFit::name).collect(Collectors.joining(", ")),
                    "a channel where it has them; give them to the bot's role, in the channel's settings under"
                            + " Permissions");
        if (wanted.needs().contains(Need.LISTEN) && !isOpen(channel))
            return objection(
                    wanted,
                    "#" + channel.name() + " is not listened to, for not every member can read it",
                    "a channel where @everyone has " + name(Permission.VIEW_CHANNEL));
        return Stream.of();
    }

    /** As a channel's settings in Discord call it, which JDA's names are not for all. */
    private static String name(Permission permission) {
        return switch (permission) {
            case VIEW_CHANNEL -> "View Channel";
            case MESSAGE_HISTORY -> "Read Message History";
            default -> permission.getName();
        };
    }

    private boolean isOpen(GuildView.Channel channel) {
        return (guild.anybodys(channel) & Permission.VIEW_CHANNEL.getRawValue()) != 0;
    }

    /** What {@link GatewayEars} and {@link Voice} cannot do without. */
    private static Set<Permission> permissions(Need need) {
        return switch (need) {
            case LISTEN -> EnumSet.of(Permission.VIEW_CHANNEL);
            case SPEAK -> EnumSet.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND, Permission.MESSAGE_HISTORY);
            case OPEN_PRIVATE_THREADS ->
                EnumSet.of(
                        Permission.VIEW_CHANNEL,
                        Permission.MESSAGE_HISTORY,
                        Permission.CREATE_PRIVATE_THREADS,
                        Permission.MESSAGE_SEND_IN_THREADS);
        };
    }

    private static Stream<Objection> objection(Wanted wanted, String what, String allowed) {
        return Stream.of(new Objection(wanted.section(), wanted.key(), what, allowed));
    }

    private static String oneOf(Stream<String> names) {
        List<String> all = names.distinct().toList();
        return "one of " + all.stream().limit(NAMES_MAX).collect(Collectors.joining(", "))
                + (all.size() > NAMES_MAX ? " and " + (all.size() - NAMES_MAX) + " others" : "") + ", by name or id";
    }
}
