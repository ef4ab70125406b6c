package io.tummler.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.tummler.log.Muted;
import io.tummler.thread.Threads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database answers. Whoever fails on it asks here whether that was why; from then on it is away, for
 * everybody at once, until it has answered again. So a silent database costs one wait and one line in the log, not one
 * for each piece of work.
 */
@ApplicationScoped
public class Database {
    private static final Logger LOG = Logger.getLogger(Database.class);
    /** One that takes longer for a word is away: Discord waits three seconds. */
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

    private static final Duration ASKED_EVERY = Duration.ofSeconds(1);
    /** More often nothing is done again for the sake of broken connections to a database that is there. */
    private static final int TIMES = 20;

    private final AgroalDataSource source;
    private final Event<Back> news;
    private final Object change = new Object();
    private final Threads asking = Threads.named("ask-database");
    private final Threads watching = Threads.named("watch-database");
    private volatile boolean away;
    /** How often it has come back, changed under {@link #change}. */
    private volatile int recoveries;

    private volatile boolean stopping;

    /** CDI event: it answers again after it was away. */
    public record Back() {}

    @Inject
    Database(AgroalDataSource source, Event<Back> news, MeterRegistry meters) {
        this.source = source;
        this.news = news;
        Gauge.builder("tummler.database.up", () -> away ? 0 : 1)
                .description("1 while the database answers, else 0")
                .register(meters);
    }

    /** Whether it did not answer when it was asked last. Costs nothing. */
    public boolean isAway() {
        return away;
    }

    /** Asks it for a word, which takes two seconds at most. */
    public boolean answers() {
        return !away && inTime(this::ask).orElse(false);
    }

    /** What it answers, or nothing if that takes longer than two seconds or it can't be reached; then it is away. */
    public <T> Optional<T> quickly(Supplier<T> question) {
        return inTime(() -> outlast(question, () -> !away)).flatMap(Function.identity());
    }

    private <T> Optional<T> inTime(Supplier<T> question) {
        int recovery = recoveries;
        var answer = new CompletableFuture<T>();
        asking.start(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return Optional.of(answer.get(ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            lost("no answer within " + ANSWERS_WITHIN.toSeconds() + " s", recovery);
        } catch (ExecutionException e) {
            if (!isOfConnection(e)) throw new IllegalStateException(e);
            lost(why(e), recovery);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** A connection that broke says nothing of the database, which may be back since; only a new one does. */
    private boolean ask() {
        try {
            if (source.isHealthy(false) || source.isHealthy(true)) return true;
            throw new NoAnswer(new SQLException("It lets in and does not answer"));
        } catch (SQLException e) {
            throw new NoAnswer(e);
        }
    }

    /** Whatever the reason: a full house and a changed password are as good as no database. */
    private static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoAnswer(SQLException why) {
            super(why);
        }
    }

    /**
     * Whether this failure comes of the database having been away, however shortly. Then there is nothing to log, and it
     * can be done again once it is back.
     */
    public boolean isBehind(Throwable failure) {
        if (away) return true;
        boolean broken = isOfConnection(failure);
        // The others may be broken as well.
        if (broken) source.flush(FlushMode.IDLE);
        return !answers() || broken;
    }

    /** A failure of the commit comes wrapped by the transaction manager, at times as something suppressed. */
    private static boolean isOfConnection(@Nullable Throwable failure) {
        if (failure == null) return false;
        if (failure instanceof NoAnswer) return true;
        if (failure instanceof SQLException sql) {
            String state = sql.getSQLState();
            // Without a state it is the pool that speaks, which could not get a connection; 99999 is what PostgreSQL's
            // driver says when the pool would not wait any longer for its connecting.
            if (state == null || state.startsWith("08") || state.startsWith("57P") || state.equals("99999"))
                return true;
        }
        return isOfConnection(failure.getCause())
                || Stream.of(failure.getSuppressed()).anyMatch(Database::isOfConnection);
    }

    /** The database's own word for it, if there is one, or the pool's. */
    private static String why(Throwable failure) {
        Throwable why = failure;
        while (why.getCause() != null && !(why instanceof SQLException)) why = why.getCause();
        return Muted.said(why);
    }

    /**
     * Does something; and again, once the database is back, where it failed since that was away. What fails for another
     * reason throws.
     *
     * @param wanted whether it is still to be done, asked once a second while the database is away
     * @return empty when it failed and was no longer wanted then
     */
    public <T> Optional<T> outlast(Supplier<T> task, BooleanSupplier wanted) {
        for (int time = 1; ; time++) {
            try {
                return Optional.of(task.get());
            } catch (RuntimeException e) {
                if (time == TIMES || !isBehind(e)) throw e;
            }
            do {
                if (!wanted.getAsBoolean() || Thread.currentThread().isInterrupted()) return Optional.empty();
            } while (!isBackWithin(ASKED_EVERY));
        }
    }

    private boolean isBackWithin(Duration most) {
        synchronized (change) {
            try {
                if (away) change.wait(most.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return !away;
        }
    }

    /**
     * @param recovery the last before the question that got no answer: what was asked before the database came back got lost
     *     while it was away, and tells nothing of now
     */
    private void lost(String why, int recovery) {
        synchronized (change) {
            if (away || recovery != recoveries) return;
            away = true;
        }
        LOG.warnf(
                "The database does not answer (%s). Until it does, commands are refused in words and nothing is"
                        + " listened to",
                why);
        watching.start(this::watch);
    }

    private void watch() {
        long since = System.nanoTime();
        do {
            // What was connected before may be connected to nothing now.
            source.flush(FlushMode.IDLE);
            if (stopping) return;
        } while (!isBack());
        synchronized (change) {
            recoveries++;
            away = false;
            change.notifyAll();
        }
        LOG.infof(
                "The database answers again, after %d s",
                Duration.ofNanos(System.nanoTime() - since).toSeconds());
        news.fire(new Back());
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    private boolean isBack() {
        try {
            if (ask()) return true;
        } catch (RuntimeException stillAway) {
            LOG.debugf("The database is still away: %s", why(stillAway));
        }
        try {
            Thread.sleep(ASKED_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
