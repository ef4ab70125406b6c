package io.tummler.introduction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.tummler.api.Census;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many introductions are in each state, as last counted. */
@Startup
@Singleton
class IntroductionGauges {
    private final EntityManager entities;
    private volatile @Nullable Map<State, Long> counted;

    IntroductionGauges(EntityManager entities, MeterRegistry meters) {
        this.entities = entities;
        for (State state : State.values())
            Gauge.builder("tummler.introductions", () -> of(state))
                    .description("Introductions in the database, as last counted")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters);
    }

    private double of(State state) {
        Map<State, Long> last = counted;
        return last == null ? Double.NaN : last.getOrDefault(state, 0L);
    }

    void count(@Observes Census census) {
        counted = entities.createQuery(
                        "select i.state, count(*) from IntroductionRow i group by i.state", Object[].class)
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(row -> (State) row[0], row -> (Long) row[1]));
    }
}
