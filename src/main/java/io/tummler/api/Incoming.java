package io.tummler.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a platform hands to the {@link Intake}. */
public sealed interface Incoming {
    CommunityRef community();

    PersonRef person();

    /** The roles that this person has in the community now; empty where the platform does not tell. */
    Optional<Set<Role>> roles();

    /**
     * Something that a person wrote where others read it.
     *
     * @param id the platform's id of the message
     * @param channel the name of the channel, without {@code #}; of a thread, its parent's name
     * @param channelId the platform's id of the channel; of a thread, its parent's
     * @param place the platform's id of the channel or thread
     * @param text what was written; kept by nobody
     * @param mentioned the people it mentions, in order, without the author
     * @param repliedTo whose message it answers
     * @param addressed whether it mentions or answers somebody other than its author at all, a bot or a person unknown too
     */
    record Message(
            CommunityRef community,
            PersonRef person,
            Optional<Set<Role>> roles,
            String id,
            String channel,
            String channelId,
            String place,
            Instant at,
            String text,
            List<PersonRef> mentioned,
            Optional<PersonRef> repliedTo,
            boolean addressed)
            implements Incoming {
        public Message {
            roles = roles.map(Set::copyOf);
            mentioned = List.copyOf(mentioned);
            addressed |= !mentioned.isEmpty() || repliedTo.isPresent();
        }
    }

    /**
     * Somebody wrote in a thread that the bot opened for a few: that they did, and nothing of what.
     *
     * @param place the thread
     */
    record Stirring(CommunityRef community, PersonRef person, PlaceRef place) implements Incoming {
        @Override
        public Optional<Set<Role>> roles() {
            return Optional.empty();
        }
    }

    /** Something that wants an answer within the platform's time. */
    sealed interface Interaction extends Incoming {
        /** The platform's id of it: the key under which it is done once. */
        String id();

        /** What the platform wants to see with the answer; secret. */
        String token();

        Instant at();

        Locale locale();
    }

    /**
     * A slash command.
     *
     * @param moderator whether the platform says that its caller may manage the community
     * @param name the name without {@code /}; where it is in groups, with a space after each
     * @param texts text options by name
     * @param people person options by name
     * @param chosenRoles role options by name
     */
    record Command(
            CommunityRef community,
            PersonRef person,
            Optional<Set<Role>> roles,
            boolean moderator,
            String id,
            String token,
            Instant at,
            Locale locale,
            String name,
            Map<String, String> texts,
            Map<String, PersonRef> people,
            Map<String, Role> chosenRoles)
            implements Interaction {
        public Command {
            roles = roles.map(Set::copyOf);
            texts = Map.copyOf(texts);
            people = Map.copyOf(people);
            // One that an older version wrote down has none.
            chosenRoles = chosenRoles == null ? Map.of() : Map.copyOf(chosenRoles);
        }
    }

    /**
     * An entry that was chosen in the menu of a message or a person.
     *
     * @param entry the {@link MenuEntry.Spec#name}
     * @param text of a message that the chooser wrote; empty otherwise, and kept by nobody
     * @param about on whom it was chosen, or who wrote the message; empty for a bot
     */
    record Chosen(
            CommunityRef community,
            PersonRef person,
            Optional<Set<Role>> roles,
            String id,
            String token,
            Instant at,
            Locale locale,
            String entry,
            String text,
            Optional<PersonRef> about)
            implements Interaction {
        public Chosen {
            roles = roles.map(Set::copyOf);
        }

        /** All of it that may be written down. */
        public Chosen withoutText() {
            return new Chosen(community, person, roles, id, token, at, locale, entry, "", about);
        }
    }

    /**
     * A command that is being typed.
     *
     * @param option into which option
     * @param typed what stands in it
     */
    record Typing(CommunityRef community, boolean moderator, String command, String option, String typed) {}

    /**
     * A pressed button.
     *
     * @param button what {@link Button#id()} gave
     * @param text the text of the message that the button stands under, for it may quote what nobody else keeps
     */
    record Press(
            CommunityRef community,
            PersonRef person,
            Optional<Set<Role>> roles,
            String id,
            String token,
            Instant at,
            Locale locale,
            String button,
            String text)
            implements Interaction {
        public Press {
            roles = roles.map(Set::copyOf);
        }
    }
}
