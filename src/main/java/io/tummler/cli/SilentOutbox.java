package io.tummler.cli;

import io.smallrye.common.annotation.Identifier;
import io.tummler.api.CommunityId;
import io.tummler.api.Outbox;
import io.tummler.api.Outgoing;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** The outbox of a replay: counts what would have been said in each community, and says nothing. */
@Singleton
@Identifier(Commands.PROFILE) final class SilentOutbox implements Outbox {
    private final Map<CommunityId, Unsaid> unsaid = new HashMap<>();

    /** What was put in so far, whether or not its transaction held. */
    record Unsaid(long notes, long threads, long toModerators) {
        static final Unsaid NOTHING = new Unsaid(0, 0, 0);

        Unsaid plus(Unsaid other) {
            return new Unsaid(notes + other.notes, threads + other.threads, toModerators + other.toModerators);
        }
    }

    @Override
    public synchronized void put(Outgoing outgoing) {
        Unsaid one = switch (outgoing) {
            case Outgoing.Note _, Outgoing.Whisper _ -> new Unsaid(1, 0, 0);
            case Outgoing.Thread _ -> new Unsaid(0, 1, 0);
            case Outgoing.ToModerators _ -> new Unsaid(0, 0, 1);
            // Said when a moderator asks for it, which nobody does in a replay.
            case Outgoing.ToEverybody _ -> Unsaid.NOTHING;
        };
        unsaid.merge(outgoing.community(), one, Unsaid::plus);
    }

    synchronized Unsaid unsaid(CommunityId community) {
        return unsaid.getOrDefault(community, Unsaid.NOTHING);
    }
}
