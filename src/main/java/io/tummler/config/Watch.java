package io.tummler.config;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether files were written anew. What somebody is still writing is left to the next look: it must have stayed the
 * same for one. Looking, instead of being told by the system, works on mounted folders as well.
 */
@Singleton
class Watch {
    private final Supplier<Inventory> now;
    private final Supplier<Inventory> known;
    private final Consumer<Inventory> reread;
    private @Nullable Inventory last;

    @Inject
    Watch(BotConfig config) {
        this(config::inventory, config::known, config::reread);
    }

    /**
     * @param now what there is
     * @param known what was read last
     * @param reread reads what there is
     */
    Watch(Supplier<Inventory> now, Supplier<Inventory> known, Consumer<Inventory> reread) {
        this.now = now;
        this.known = known;
        this.reread = reread;
    }

    @Scheduled(
            every = "${tummler.bot-config-look:2s}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    synchronized void look() {
        Inventory found = now.get();
        boolean settled = found.equals(last);
        last = found;
        if (settled && !found.equals(known.get())) reread.accept(found);
    }
}
