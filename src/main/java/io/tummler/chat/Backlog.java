package io.tummler.chat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.tummler.api.Census;
import io.tummler.chat.OutboxRow.State;
import io.tummler.store.Database;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * What waits in the outbox, as gauges, and whether it moves. A row that Discord refused for now, for a permission that
 * is missing or a limit, is not due before its next attempt, so that what one community did wrong makes nobody else's bot
 * unready: only what is due and never tried does.
 */
@Readiness
@Startup
@Singleton
class Backlog implements HealthCheck {
    private final EntityManager entities;
    private final Database database;
    private final Clock clock;
    private final Duration stuckAfter;
    private volatile @Nullable Counted counted;

    /** @param oldestDue how long the oldest due row has been due; zero without any */
    private record Counted(Map<State, Long> rows, Duration oldestDue) {}

    Backlog(
            EntityManager entities,
            Database database,
            Clock clock,
            @ConfigProperty(name = "tummler.outbox.stuck-after", defaultValue = "PT5M") Duration stuckAfter,
            MeterRegistry meters) {
        this.entities = entities;
        this.database = database;
        this.clock = clock;
        this.stuckAfter = stuckAfter;
        for (State state : State.values())
            Gauge.builder("tummler.outbox.rows", () -> last(it -> it.rows.getOrDefault(state, 0L)))
                    .description("Rows of the outbox, as last counted")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        TimeGauge.builder("tummler.outbox.oldest.due", () -> last(it -> it.oldestDue.toMillis()), TimeUnit.MILLISECONDS)
                .description("How long the oldest due row has been due, when last counted")
                .register(meters);
    }

    private double last(Function<Counted, Number> figure) {
        Counted last = counted;
        return last == null ? Double.NaN : figure.apply(last).doubleValue();
    }

    void count(@Observes Census census) {
        counted = new Counted(
                entities.createQuery("select o.state, count(*) from OutboxRow o group by o.state", Object[].class)
                        .getResultStream()
                        .collect(Collectors.toUnmodifiableMap(row -> (State) row[0], row -> (Long) row[1])),
                oldestDue());
    }

    private Duration oldestDue() {
        Instant now = clock.instant();
        return entities.createQuery(
                        "select min(o.nextAt) from OutboxRow o where o.state = :pending and o.nextAt <= :now",
                        Instant.class)
                .setParameter("pending", State.PENDING)
                .setParameter("now", now)
                .getResultStream()
                .flatMap(oldest -> Optional.ofNullable(oldest).stream())
                .map(oldest -> Duration.between(oldest, now))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("outbox");
        Optional<Duration> oldest = database.isAway()
                ? Optional.empty()
                : database.quickly(() -> QuarkusTransaction.requiringNew().call(this::oldestDue));
        return oldest.map(due -> response.status(due.compareTo(stuckAfter) <= 0)
                        .withData("oldest due row, seconds", due.toSeconds())
                        .build())
                .orElseGet(() -> response.down()
                        .withData("oldest due row, seconds", "unknown, for the database does not answer")
                        .build());
    }
}
