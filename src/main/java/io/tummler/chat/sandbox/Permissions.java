package io.tummler.chat.sandbox;

import java.util.Map;
import java.util.NoSuchElementException;

/** Discord's permission bits, and who has which, computed as Discord's documentation has it. */
final class Permissions {
    static final long KICK_MEMBERS = 1L << 1;
    static final long BAN_MEMBERS = 1L << 2;
    static final long ADMINISTRATOR = 1L << 3;
    static final long MANAGE_CHANNELS = 1L << 4;
    static final long MANAGE_GUILD = 1L << 5;
    static final long ADD_REACTIONS = 1L << 6;
    static final long VIEW_AUDIT_LOG = 1L << 7;
    static final long VIEW_CHANNEL = 1L << 10;
    static final long SEND_MESSAGES = 1L << 11;
    static final long SEND_TTS_MESSAGES = 1L << 12;
    static final long MANAGE_MESSAGES = 1L << 13;
    static final long EMBED_LINKS = 1L << 14;
    static final long ATTACH_FILES = 1L << 15;
    static final long READ_MESSAGE_HISTORY = 1L << 16;
    static final long MENTION_EVERYONE = 1L << 17;
    static final long MANAGE_ROLES = 1L << 28;
    static final long USE_APPLICATION_COMMANDS = 1L << 31;
    static final long MANAGE_EVENTS = 1L << 33;
    static final long MANAGE_THREADS = 1L << 34;
    static final long CREATE_PUBLIC_THREADS = 1L << 35;
    static final long CREATE_PRIVATE_THREADS = 1L << 36;
    static final long SEND_MESSAGES_IN_THREADS = 1L << 38;
    static final long CREATE_EVENTS = 1L << 44;
    static final long PIN_MESSAGES = 1L << 51;
    static final long ALL = (1L << 53) - 1;

    /** What falls away with the right to send messages. */
    private static final long NEEDS_SENDING = SEND_TTS_MESSAGES | EMBED_LINKS | ATTACH_FILES | MENTION_EVERYONE;

    /** What both sides of a direct conversation may do. */
    static final long DIRECT = VIEW_CHANNEL
            | SEND_MESSAGES
            | EMBED_LINKS
            | ATTACH_FILES
            | READ_MESSAGE_HISTORY
            | ADD_REACTIONS
            | PIN_MESSAGES
            | USE_APPLICATION_COMMANDS;

    private static final Map<String, Long> BY_NAME = Map.ofEntries(
            Map.entry("KICK_MEMBERS", KICK_MEMBERS),
            Map.entry("BAN_MEMBERS", BAN_MEMBERS),
            Map.entry("ADMINISTRATOR", ADMINISTRATOR),
            Map.entry("MANAGE_CHANNELS", MANAGE_CHANNELS),
            Map.entry("MANAGE_GUILD", MANAGE_GUILD),
            Map.entry("ADD_REACTIONS", ADD_REACTIONS),
            Map.entry("VIEW_AUDIT_LOG", VIEW_AUDIT_LOG),
            Map.entry("VIEW_CHANNEL", VIEW_CHANNEL),
            Map.entry("SEND_MESSAGES", SEND_MESSAGES),
            Map.entry("SEND_TTS_MESSAGES", SEND_TTS_MESSAGES),
            Map.entry("MANAGE_MESSAGES", MANAGE_MESSAGES),
            Map.entry("EMBED_LINKS", EMBED_LINKS),
            Map.entry("ATTACH_FILES", ATTACH_FILES),
            Map.entry("READ_MESSAGE_HISTORY", READ_MESSAGE_HISTORY),
            Map.entry("MENTION_EVERYONE", MENTION_EVERYONE),
            Map.entry("MANAGE_ROLES", MANAGE_ROLES),
            Map.entry("USE_APPLICATION_COMMANDS", USE_APPLICATION_COMMANDS),
            Map.entry("MANAGE_EVENTS", MANAGE_EVENTS),
            Map.entry("MANAGE_THREADS", MANAGE_THREADS),
            Map.entry("CREATE_PUBLIC_THREADS", CREATE_PUBLIC_THREADS),
            Map.entry("CREATE_PRIVATE_THREADS", CREATE_PRIVATE_THREADS),
            Map.entry("SEND_MESSAGES_IN_THREADS", SEND_MESSAGES_IN_THREADS),
            Map.entry("CREATE_EVENTS", CREATE_EVENTS),
            Map.entry("PIN_MESSAGES", PIN_MESSAGES));

    private Permissions() {}

    /**
     * @throws NoSuchElementException if the sandbox minds no such permission
     */
    static long named(String... names) {
        long all = 0;
        for (String name : names) {
            Long bit = BY_NAME.get(name);
            if (bit == null)
                throw new NoSuchElementException("no permission \"" + name + "\" among " + BY_NAME.keySet());
            all |= bit;
        }
        return all;
    }

    /** In the guild as a whole. */
    static long of(Member member) {
        Guild guild = member.guild;
        if (member.id() == guild.owner) return ALL;
        long all = guild.role(guild.id).permissions();
        for (long role : member.roles) all |= guild.role(role).permissions();
        return has(all, ADMINISTRATOR) ? ALL : all;
    }

    /** In a channel, or in a thread, which has its channel's. */
    static long in(Place place, Member member) {
        Place channel = place.kind.isThread() ? place.guild().places.get(place.parent) : place;
        if (channel == null) return 0;
        long all = of(member);
        if (all == ALL) return ALL;
        all = overwritten(all, channel, member);
        if (!has(all, VIEW_CHANNEL)) return 0;
        long sending = place.kind.isThread() ? SEND_MESSAGES_IN_THREADS : SEND_MESSAGES;
        return has(all, sending) ? all : all & ~NEEDS_SENDING;
    }

    /** First what holds for everyone, then for the roles taken together, then for the member. */
    private static long overwritten(long base, Place channel, Member member) {
        long all = base;
        Overwrite everyone = channel.overwrites.get(channel.guild().id);
        if (everyone != null) all = all & ~everyone.deny() | everyone.allow();
        long allow = 0;
        long deny = 0;
        for (long role : member.roles) {
            Overwrite ofRole = channel.overwrites.get(role);
            if (ofRole == null) continue;
            allow |= ofRole.allow();
            deny |= ofRole.deny();
        }
        all = all & ~deny | allow;
        Overwrite own = channel.overwrites.get(member.id());
        return own == null ? all : all & ~own.deny() | own.allow();
    }

    static boolean has(long all, long wanted) {
        return (all & wanted) == wanted;
    }
}
