package io.tummler.chat;

import io.micrometer.core.instrument.Timer;
import io.tummler.api.Incoming;
import io.tummler.api.Sentence;
import io.tummler.store.Database;
import io.tummler.thread.Threads;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Writes commands and presses down within the platform's time. What could not be written down by then is refused in words
 * that say so, and is not done, even if the attempt turns out to have gone through.
 */
@Singleton
class Reception {
    private static final Logger LOG = Logger.getLogger(Reception.class);

    private final Journal journal;
    private final Database database;
    private final Words words;
    private final Traffic traffic;
    private final Duration patience;
    private final Threads waiting = Threads.named("patience");

    Reception(
            Journal journal,
            Database database,
            Words words,
            Traffic traffic,
            @ConfigProperty(name = "tummler.intake.patience", defaultValue = "PT2S") Duration patience) {
        this.journal = journal;
        this.database = database;
        this.words = words;
        this.traffic = traffic;
        this.patience = patience;
    }

    /** A command or a press with the one decision about it: taken or refused, whichever comes first. */
    final class Asked {
        final Incoming.Interaction interaction;
        final Timer.Sample arrival = traffic.arrival();
        private final Supplier<? extends CompletionStage<?>> acknowledge;
        private final Consumer<String> refuse;
        private final AtomicBoolean decided = new AtomicBoolean();

        private Asked(
                Incoming.Interaction interaction,
                Supplier<? extends CompletionStage<?>> acknowledge,
                Consumer<String> refuse) {
            this.interaction = interaction;
            this.acknowledge = acknowledge;
            this.refuse = refuse;
        }

        boolean refuse(Sentence why) {
            if (!decided.compareAndSet(false, true)) return false;
            traffic.done(interaction, Traffic.Outcome.REFUSED);
            refuse.accept(words.say(Tongue.of(interaction.locale()), why));
            return true;
        }

        CompletableFuture<?> acknowledge() {
            try {
                CompletableFuture<?> acknowledged = acknowledge.get().toCompletableFuture();
                return acknowledged.thenRun(() -> traffic.acknowledged(arrival));
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        }
    }

    /** From now on its time runs. */
    Asked receive(
            Incoming.Interaction interaction,
            Supplier<? extends CompletionStage<?>> acknowledge,
            Consumer<String> refuse) {
        var asked = new Asked(interaction, acknowledge, refuse);
        if (database.isAway()) asked.refuse(new Says.MemoryAway());
        else
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS, waiting::start)
                    .execute(() -> {
                        // Nobody else may have noticed yet.
                        if (asked.refuse(new Says.MemoryAway())) database.answers();
                    });
        return asked;
    }

    /**
     * Writes it down, waiting for the database where it must.
     *
     * @param open whether the bot still takes anything
     * @return whether it is to be acknowledged and done
     */
    boolean writesDown(Asked asked, BooleanSupplier open) {
        if (asked.decided.get()) return false;
        var again = new AtomicBoolean();
        try {
            // What is there in a second attempt was written by the first, whose confirmation got lost.
            Optional<Boolean> isNew = database.outlast(
                    () -> again.getAndSet(true) | journal.write(asked.interaction),
                    () -> open.getAsBoolean() && !asked.decided.get());
            if (isNew.isPresent() && asked.decided.compareAndSet(false, true)) return isNew.get();
            asked.refuse(new Says.MemoryAway());
            database.outlast(
                    () -> {
                        journal.retract(asked.interaction);
                        return true;
                    },
                    open);
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "Could not write down %s (incident %s)",
                    Journal.key(asked.interaction),
                    Work.incident(asked.interaction));
            asked.refuse(new Says.WentWrong(Work.incident(asked.interaction)));
        }
        return false;
    }
}
