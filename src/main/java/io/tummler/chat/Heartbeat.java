package io.tummler.chat;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Lets time pass: looks what is due. What is done then depends on the clock, not on when the beat comes. */
@Singleton
class Heartbeat {
    private final CommunityIntake intake;
    private final Dispatcher dispatcher;
    private final Journal journal;

    Heartbeat(CommunityIntake intake, Dispatcher dispatcher, Journal journal) {
        this.intake = intake;
        this.dispatcher = dispatcher;
        this.journal = journal;
    }

    @Scheduled(every = "${tummler.heartbeat:10s}", delayed = "${tummler.heartbeat:10s}")
    void beat() {
        intake.tick();
        dispatcher.dispatch();
    }

    /** What other processes left here, and what is tried again. */
    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        intake.workOffLeft();
        dispatcher.dispatch();
    }

    void moved(@Observes SandboxHost.TimeMoved moved) {
        beat();
    }

    @Scheduled(every = "1h", delayed = "1h")
    void prune() {
        journal.prune();
        dispatcher.prune();
    }
}
