package io.tummler.chat.sandbox;

import java.util.List;
import java.util.Set;

/** Something that happened in the world. */
sealed interface Change {
    record Posted(Post post) implements Change {}

    record Edited(Post post) implements Change {}

    record Deleted(Post post) implements Change {}

    /** At once, in one place. */
    record DeletedTogether(Place place, List<Post> posts) implements Change {}

    /**
     * @param emoji the character, or {@code name:id}
     */
    record Reacted(Post post, long user, String emoji, boolean added) implements Change {}

    /**
     * @param emoji all reactions with it are gone; empty if all are
     */
    record ReactionsCleared(Post post, String emoji) implements Change {}

    record ThreadOpened(Place thread) implements Change {}

    record ThreadChanged(Place thread) implements Change {}

    record ThreadGone(Place thread) implements Change {}

    record ThreadPeople(Place thread, Set<Long> joined, Set<Long> left) implements Change {}

    record DmOpened(Place dm) implements Change {}

    record Joined(Member member) implements Change {}

    record Left(Member member) implements Change {}

    record MemberChanged(Member member) implements Change {}

    /** Opened or closed their direct messages, which only the page shows. */
    record DmsSwitched(Person person) implements Change {}

    /** A command or a press, on its way to the bot. */
    record Asked(Interaction interaction) implements Change {}

    /** The bot took it up without a message to show: it will change one later, or offers a form or choices. */
    record TakenUp(Interaction interaction) implements Change {}

    /** A message was pinned there, or no longer is. */
    record PinsChanged(Place place) implements Change {}

    record Typing(Place place, long user) implements Change {}

    record CommandsChanged() implements Change {}

    record ClockMoved() implements Change {}

    record BotOnline(boolean online) implements Change {}

    record PresenceChanged(Person person) implements Change {}

    /** Everything is as the cast has it again. */
    record Reset() implements Change {}

    /** The guild itself changed: what it is made of, not what is said in it. */
    sealed interface OfGuild extends Change {
        Guild guild();
    }

    record ChannelOpened(Place channel) implements OfGuild {
        @Override
        public Guild guild() {
            return channel.guild();
        }
    }

    record ChannelChanged(Place channel) implements OfGuild {
        @Override
        public Guild guild() {
            return channel.guild();
        }
    }

    record ChannelGone(Place channel) implements OfGuild {
        @Override
        public Guild guild() {
            return channel.guild();
        }
    }

    record RoleMade(Guild guild, Role role) implements OfGuild {}

    record RoleChanged(Guild guild, Role role) implements OfGuild {}

    record RoleGone(Guild guild, Role role) implements OfGuild {}

    /** A bot came into it. */
    record GuildEntered(Guild guild, Person bot) implements OfGuild {}

    /** A bot was put out of it, or left. */
    record GuildLeft(Guild guild, Person bot) implements OfGuild {}

    record Banned(Guild guild, Person person) implements OfGuild {}

    record Unbanned(Guild guild, Person person) implements OfGuild {}

    record Audited(Guild guild, AuditEntry entry) implements OfGuild {}

    record EventMade(ScheduledEvent event) implements OfGuild {
        @Override
        public Guild guild() {
            return event.guild;
        }
    }

    record EventChanged(ScheduledEvent event) implements OfGuild {
        @Override
        public Guild guild() {
            return event.guild;
        }
    }

    record EventGone(ScheduledEvent event) implements OfGuild {
        @Override
        public Guild guild() {
            return event.guild;
        }
    }

    /** Somebody wants to come, or no longer does. */
    record EventInterest(ScheduledEvent event, long person, boolean interested) implements OfGuild {
        @Override
        public Guild guild() {
            return event.guild;
        }
    }
}
