package io.tummler.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tummler.api.Incoming;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Commands and presses, written down before they are acknowledged: from then on no crash loses them, and the same one
 * delivered twice is done once.
 */
@Singleton
@RegisterForReflection(
        targets = {Incoming.Interaction.class, Journal.Kinds.class},
        registerFullHierarchy = true)
class Journal {
    private static final Logger LOG = Logger.getLogger(Journal.class);
    /** Longer than any platform delivers the same interaction again. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** As long as Discord waits for an acknowledgement. */
    static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(3);

    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();
    private final ObjectMapper json;
    private final Clock clock;

    Journal(ObjectMapper json, Clock clock) {
        this.json = json.copy().addMixIn(Incoming.Interaction.class, Kinds.class);
        this.clock = clock;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Incoming.Command.class, name = "command"),
        @JsonSubTypes.Type(value = Incoming.Press.class, name = "press"),
        @JsonSubTypes.Type(value = Incoming.Chosen.class, name = "chosen")
    })
    interface Kinds {}

    /** The key under which an interaction is done once. */
    static String key(Incoming.Interaction interaction) {
        return interaction.community().platform() + ":" + interaction.id();
    }

    /**
     * @return false when it has been written down before
     */
    @Transactional
    boolean write(Incoming.Interaction interaction) {
        if (InteractionRow.findById(key(interaction)) != null) return false;
        try {
            new InteractionRow(
                            key(interaction),
                            json.writerFor(Incoming.Interaction.class).writeValueAsString(kept(interaction)),
                            clock.instant())
                    .persistAndFlush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an interaction that can't be written down: " + key(interaction), e);
        }
        return true;
    }

    /** A message is stored for no moment; should the bot be killed in this one, its chooser is asked to choose again. */
    private static Incoming.Interaction kept(Incoming.Interaction interaction) {
        return interaction instanceof Incoming.Chosen chosen ? chosen.withoutText() : interaction;
    }

    /**
     * Marks it done though it is not, since its member was told so. It leaves a row in any case: an attempt at writing it
     * down may still be on its way to the database, and comes too late then.
     */
    @Transactional
    void retract(Incoming.Interaction interaction) {
        InteractionRow row = InteractionRow.findById(key(interaction));
        if (row == null) {
            row = new InteractionRow(key(interaction), null, clock.instant());
            row.persist();
        }
        row.payload = null;
        row.doneAt = clock.instant();
    }

    /**
     * Marks it done, in the transaction that does it.
     *
     * @return false when it has been done before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean finish(Incoming.Interaction interaction) {
        return InteractionRow.update(
                        "doneAt = ?1, payload = null where id = ?2 and doneAt is null",
                        clock.instant(),
                        key(interaction))
                == 1;
    }

    /** Notes that the platform knows of it, for another process than this one will work it off. */
    @Transactional
    void acknowledged(Incoming.Interaction interaction) {
        InteractionRow.update("acknowledged = true where id = ?1", key(interaction));
    }

    /** What was written down and not done, oldest first. What can't be read back is logged: it may not stop the rest. */
    @Transactional
    List<Incoming.Interaction> unfinished() {
        return read(InteractionRow.<InteractionRow>list("doneAt is null order by receivedAt, id"));
    }

    /** As {@link #unfinished}, without what some process may be about to acknowledge at this moment. */
    @Transactional
    List<Incoming.Interaction> left() {
        return read(InteractionRow.<InteractionRow>list(
                "doneAt is null and (acknowledged = true or receivedAt < ?1) order by receivedAt, id",
                clock.instant().minus(ACKNOWLEDGED_WITHIN)));
    }

    private List<Incoming.Interaction> read(List<InteractionRow> rows) {
        return rows.stream().flatMap(row -> read(row).stream()).toList();
    }

    private Optional<Incoming.Interaction> read(InteractionRow row) {
        try {
            return Optional.of(json.readValue(row.payload, Incoming.Interaction.class));
        } catch (JsonProcessingException e) {
            // Once, and without the cause, which would quote what a member wrote.
            if (unreadable.add(row.id))
                LOG.errorf("%s was written down in a form that can't be read back; it stays undone", row.id);
            return Optional.empty();
        }
    }

    @Transactional
    void prune() {
        InteractionRow.delete("doneAt < ?1", clock.instant().minus(KEPT));
    }
}
