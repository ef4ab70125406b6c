package io.tummler.chat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.tummler.api.Census;
import io.tummler.api.SettingsRead;
import io.tummler.store.Database;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Lets time pass: looks what is due. What is done then depends on the clock, not on when the beat comes. */
@Singleton
class Heartbeat {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    private final CommunityIntake intake;
    private final Dispatcher dispatcher;
    private final Lookout lookout;
    private final Journal journal;
    private final Notes notes;
    private final Database database;
    private final Event<Census> census;

    Heartbeat(
            CommunityIntake intake,
            Dispatcher dispatcher,
            Lookout lookout,
            Journal journal,
            Notes notes,
            Database database,
            Event<Census> census) {
        this.intake = intake;
        this.dispatcher = dispatcher;
        this.lookout = lookout;
        this.journal = journal;
        this.notes = notes;
        this.database = database;
        this.census = census;
    }

    @Scheduled(
            every = "${tummler.heartbeat:10s}",
            delayed = "${tummler.heartbeat:10s}",
            skipExecutionIf = ApplicationNotRunning.class)
    void beat() {
        intake.tick();
        dispatcher.dispatch();
        lookout.beat();
    }

    /** What other processes left here, and what is tried again. */
    @Scheduled(
            every = "1s",
            delayed = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void look() {
        whileThere("see what other processes left here", intake::workOffLeft);
        dispatcher.dispatch();
    }

    void moved(@Observes SandboxHost.TimeMoved moved) {
        beat();
    }

    void reread(@Observes SettingsRead read) {
        beat();
    }

    /** What fell due while the database was away. */
    void goOn(@Observes Database.Back back) {
        beat();
    }

    @Scheduled(every = "${tummler.metrics.every:1m}", delayed = "1s", skipExecutionIf = ApplicationNotRunning.class)
    void count() {
        whileThere("count what is kept", () -> census.fire(new Census()));
    }

    @Scheduled(every = "1h", delayed = "1h", skipExecutionIf = ApplicationNotRunning.class)
    void prune() {
        whileThere("prune what was done and said", () -> {
            journal.prune();
            dispatcher.prune();
            notes.prune();
        });
        whileThere("look for communities", lookout::lookForCommunities);
    }

    /** What can as well be done the next time. */
    private void whileThere(String what, Runnable task) {
        if (database.isAway()) return;
        try {
            QuarkusTransaction.requiringNew().run(task);
        } catch (RuntimeException e) {
            if (!database.isBehind(e)) LOG.errorf(e, "Could not %s", what);
        }
    }
}
