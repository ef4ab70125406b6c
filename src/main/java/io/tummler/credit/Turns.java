package io.tummler.credit;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Lets one transaction of this process after another write into a community's book. The lock on a row does so for all
 * processes on a PostgreSQL; but H2, up to 2.4.240 at least, at times forgets a committed change of a row for which several
 * transactions wait when one of them rolls back. On H2 there is one process, so none waits for a row there any more.
 */
final class Turns {
    /** As long as a statement may take, see application.properties. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<UUID, Turn> turns = new ConcurrentHashMap<>();

    private static final class Turn {
        private final Semaphore free = new Semaphore(1, true);
        private volatile @Nullable Object holder;

        void end() {
            holder = null;
            free.release();
        }
    }

    /**
     * Waits for it, and keeps it until the session's transaction is over.
     *
     * @throws IllegalStateException when another transaction keeps it for more than 10 s
     */
    void take(UUID community, SharedSessionContractImplementor session) {
        Turn turn = turns.computeIfAbsent(community, _ -> new Turn());
        // Only this session's own thread could have made it the holder.
        if (turn.holder == session) return;
        try {
            if (!turn.free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                throw new IllegalStateException("somebody writes into the book of %s for more than %d s"
                        .formatted(community, PATIENCE.toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the book of " + community, e);
        }
        turn.holder = session;
        session.getTransactionCompletionCallbacks().registerCallback((_, _) -> turn.end());
    }
}
