package io.tummler.chat;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tummler.api.Beat;
import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.CommunityId;
import io.tummler.api.Incoming;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.MenuEntry;
import io.tummler.api.Message;
import io.tummler.api.Mode;
import io.tummler.api.ModeratorSeen;
import io.tummler.api.PersonRef;
import io.tummler.api.Role;
import io.tummler.api.RolesSeen;
import io.tummler.api.Settings;
import io.tummler.api.SlashCommand;
import io.tummler.api.Stirred;
import io.tummler.api.Tick;
import io.tummler.api.Utterance;
import io.tummler.store.Database;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works off what came in. Each piece is one transaction, which holds all that it changes and all that is to be said about
 * it, the answer included.
 */
@Singleton
class Work {
    private static final Logger LOG = Logger.getLogger(Work.class);

    private final Members members;
    private final Journal journal;
    private final CommittedOutbox outbox;
    private final Notes notes;
    private final Database database;
    private final Clock clock;
    private final Map<String, SlashCommand> commands;
    private final Map<String, ButtonAction> actions;
    private final Map<String, MenuEntry> entries;
    private final Event<RolesSeen> roles;
    private final Event<ModeratorSeen> moderators;
    private final Event<Utterance> utterances;
    private final Event<Stirred> stirred;
    private final Settings settings;
    private final Event<Beat> beats;
    private final Event<Tick> ticks;

    Work(
            Members members,
            Journal journal,
            CommittedOutbox outbox,
            Notes notes,
            Database database,
            Clock clock,
            @All List<SlashCommand> commands,
            @All List<ButtonAction> actions,
            @All List<MenuEntry> entries,
            Settings settings,
            Event<RolesSeen> roles,
            Event<ModeratorSeen> moderators,
            Event<Utterance> utterances,
            Event<Stirred> stirred,
            Event<Beat> beats,
            Event<Tick> ticks) {
        this.settings = settings;
        this.beats = beats;
        this.members = members;
        this.journal = journal;
        this.outbox = outbox;
        this.notes = notes;
        this.database = database;
        this.clock = clock;
        this.commands = commands.stream()
                .collect(Collectors.toUnmodifiableMap(command -> command.spec().name(), Function.identity()));
        this.actions = actions.stream().collect(Collectors.toUnmodifiableMap(ButtonAction::name, Function.identity()));
        this.entries = entries.stream()
                .collect(Collectors.toUnmodifiableMap(entry -> entry.spec().name(), Function.identity()));
        this.roles = roles;
        this.moderators = moderators;
        this.utterances = utterances;
        this.stirred = stirred;
        this.ticks = ticks;
    }

    private Mode mode(CommunityId community) {
        return settings.of(community).mode();
    }

    void message(Incoming.Message message) {
        // Consent may have been withdrawn while the message waited in the queue.
        if (!members.listensTo(message.community(), message.person())) return;
        Optional<MemberId> speaker = known(message, message.person());
        if (speaker.isEmpty()) return;
        QuarkusTransaction.requiringNew().run(() -> hear(message, speaker.get()));
    }

    private void hear(Incoming.Message message, MemberId speaker) {
        CommunityId community = members.community(message.community());
        if (mode(community) == Mode.OFF) return;
        tellRoles(message, community, speaker);
        utterances.fire(new Utterance(
                community,
                speaker,
                message.id(),
                message.channel(),
                message.channelId(),
                message.place(),
                message.at(),
                message.text(),
                message.mentioned().stream()
                        .flatMap(person -> known(message, person).stream())
                        .toList(),
                message.repliedTo().flatMap(person -> known(message, person)),
                message.addressed()));
    }

    /** Somebody wrote in a thread of the bot's. */
    void stirring(Incoming.Stirring stirring) {
        QuarkusTransaction.requiringNew().run(() -> {
            CommunityId community = members.community(stirring.community());
            if (mode(community) != Mode.OFF)
                members.known(stirring.community(), stirring.person())
                        .ifPresent(member -> stirred.fire(new Stirred(community, member, stirring.place())));
        });
    }

    private void tellRoles(Incoming incoming, CommunityId community, MemberId member) {
        incoming.roles().ifPresent(seen -> roles.fire(new RolesSeen(community, member, seen)));
    }

    private Optional<MemberId> known(Incoming.Message message, PersonRef person) {
        return members.known(message.community(), person);
    }

    /** Who was overtaken by another change of the same rows begins anew, once, with what stands then. */
    void tick(io.tummler.api.CommunityRef community) {
        try {
            pass(community);
        } catch (RuntimeException e) {
            if (!wasOvertaken(e)) throw e;
            LOG.debugf("A tick was overtaken, and is worked off once more");
            pass(community);
        }
    }

    private void pass(io.tummler.api.CommunityRef community) {
        Instant now = clock.instant();
        CommunityId id = QuarkusTransaction.requiringNew().call(() -> {
            CommunityId known = members.community(community);
            beats.fire(new Beat(known, now));
            return known;
        });
        if (mode(id) != Mode.OFF) QuarkusTransaction.requiringNew().run(() -> ticks.fire(new Tick(id, now)));
    }

    /**
     * Does it once; what an engine throws undoes everything and becomes an apology with a number to ask about. It throws
     * itself only where the database was away, and nothing or all is done.
     *
     * @return whether it was done, and not apologised for
     */
    boolean interaction(Incoming.Interaction interaction) {
        try {
            attempt(interaction);
            return true;
        } catch (RuntimeException e) {
            if (database.isBehind(e)) throw e;
            LOG.errorf(e, "Could not work off %s (incident %s)", Journal.key(interaction), incident(interaction));
            apologise(interaction);
            return false;
        }
    }

    /** A number that a member can name to a moderator, and that stands in the log. */
    static String incident(Incoming.Interaction interaction) {
        return Integer.toHexString(Journal.key(interaction).hashCode());
    }

    /** Who was overtaken by another change of the same rows decides anew, once, by what stands then. */
    private void attempt(Incoming.Interaction interaction) {
        try {
            QuarkusTransaction.requiringNew().run(() -> answer(interaction, this::run));
        } catch (RuntimeException e) {
            if (!wasOvertaken(e)) throw e;
            LOG.debugf("%s was overtaken, and is worked off once more", Journal.key(interaction));
            QuarkusTransaction.requiringNew().run(() -> answer(interaction, this::run));
        }
    }

    /** A conflict that shows in the commit only comes wrapped by the transaction manager. */
    static boolean wasOvertaken(@Nullable Throwable e) {
        return e != null
                && (e instanceof OptimisticLockException
                        || e instanceof PessimisticLockException
                        || e instanceof LockTimeoutException
                        || wasOvertaken(e.getCause())
                        || Stream.of(e.getSuppressed()).anyMatch(Work::wasOvertaken));
    }

    private void apologise(Incoming.Interaction interaction) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> answer(interaction, (_, _, _) -> Message.of(new Says.WentWrong(incident(interaction)))));
        } catch (RuntimeException e) {
            if (database.isBehind(e)) throw e;
            LOG.errorf(e, "Could not apologise for it either; it stays written down for the next start");
        }
    }

    private interface Answering {
        Message answer(Incoming.Interaction interaction, CommunityId community, MemberId member);
    }

    private void answer(Incoming.Interaction interaction, Answering answering) {
        if (!journal.finish(interaction)) return;
        CommunityId community = members.community(interaction.community());
        MemberId member = members.enrol(community, interaction.person());
        members.speaks(member, interaction.locale());
        outbox.answer(
                community,
                member,
                interaction.locale(),
                interaction.token(),
                answering.answer(interaction, community, member));
    }

    private Message run(Incoming.Interaction interaction, CommunityId community, MemberId member) {
        tellRoles(interaction, community, member);
        return switch (interaction) {
            case Incoming.Command command -> {
                moderators.fire(new ModeratorSeen(community, member, command.moderator()));
                SlashCommand known = commands.get(command.name());
                if (known == null) yield Message.of(new Says.NoSuchCommand());
                // The platform hides it from others, unless it is told or made to do otherwise.
                if (known.spec().audience() == SlashCommand.Audience.MODERATORS && !command.moderator())
                    yield Message.of(new Says.ForModerators(command.name()));
                yield within(community, known.worksWhenOff(), () -> known.run(call(command, community, member)));
            }
            case Incoming.Press press -> {
                int colon = press.button().indexOf(':');
                ButtonAction action =
                        colon < 0 ? null : actions.get(press.button().substring(0, colon));
                if (action == null) yield Message.of(new Says.NoSuchButton());
                notes.pressed(member, press.button());
                yield within(community, action.worksWhenOff(), () -> action.press(call(press, community, member)));
            }
            case Incoming.Chosen chosen -> {
                MenuEntry entry = entries.get(chosen.entry());
                if (entry == null) yield Message.of(new Says.NoSuchCommand());
                yield within(community, entry.worksWhenOff(), () -> entry.choose(call(chosen, community, member)));
            }
        };
    }

    /** As far as moderators let the bot go; whoever asks it for something is told where that is not all the way. */
    private Message within(CommunityId community, boolean always, Supplier<Message> answer) {
        if (always) return answer.get();
        return switch (mode(community)) {
            case OFF -> Message.of(new Says.SwitchedOff());
            case OBSERVE -> answer.get().and(new Says.OnlyObserving());
            case LIVE -> answer.get();
        };
    }

    private Call call(Incoming.Interaction interaction, CommunityId community, MemberId member) {
        return switch (interaction) {
            case Incoming.Command command ->
                call(command, community, member, "", "", command.texts(), command.people(), command.chosenRoles());
            case Incoming.Press press -> {
                String argument = press.button().substring(press.button().indexOf(':') + 1);
                yield call(press, community, member, argument, press.text(), Map.of(), Map.of(), Map.of());
            }
            case Incoming.Chosen chosen -> {
                Map<String, PersonRef> about = chosen.about()
                        .map(person -> Map.of(MenuEntry.PERSON, person))
                        .orElse(Map.of());
                yield call(chosen, community, member, "", chosen.text(), Map.of(), about, Map.of());
            }
        };
    }

    private Call call(
            Incoming.Interaction interaction,
            CommunityId community,
            MemberId member,
            String argument,
            String quoted,
            Map<String, String> texts,
            Map<String, PersonRef> people,
            Map<String, Role> roles) {
        Map<String, Optional<MemberId>> known = new HashMap<>();
        people.forEach((option, person) -> known.put(option, members.find(community, person)));
        return new Call(
                Journal.key(interaction),
                community,
                member,
                interaction.at(),
                interaction.locale(),
                argument,
                quoted,
                texts,
                Map.copyOf(known),
                people,
                roles);
    }
}
