package io.tummler.cli;

import io.smallrye.common.annotation.Identifier;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import jakarta.inject.Singleton;

/** The outbox of a replay: counts what would have been said, and says nothing. */
@Singleton
@Identifier(Commands.PROFILE) final class SilentOutbox implements Outbox {
    private long notes;
    private long threads;
    private long toModerators;

    /** What was put in so far, whether or not its transaction held. */
    record Unsaid(long notes, long threads, long toModerators) {}

    @Override
    public synchronized void put(Outgoing outgoing) {
        switch (outgoing) {
            case Outgoing.Note _, Outgoing.Whisper _ -> notes++;
            case Outgoing.Thread _ -> threads++;
            case Outgoing.ToModerators _ -> toModerators++;
        }
    }

    synchronized Unsaid unsaid() {
        return new Unsaid(notes, threads, toModerators);
    }
}
