package io.tummler.config;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether files were written anew. What somebody is still writing is left to the next look: it must have stayed the
 * same for one. Looking, instead of being told by the system, works on mounted folders as well.
 */
@Singleton
class Watch {
    private final BotConfig config;
    private @Nullable Inventory last;

    Watch(BotConfig config) {
        this.config = config;
    }

    @Scheduled(
            every = "${tummler.bot-config-look:2s}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    synchronized void look() {
        Inventory now = config.inventory();
        boolean settled = now.equals(last);
        last = now;
        if (settled && !now.equals(config.known())) config.reread(now);
    }
}
