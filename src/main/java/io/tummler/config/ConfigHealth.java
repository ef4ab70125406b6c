package io.tummler.config;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Always up, for what was read before goes on to hold; but whoever looks sees that something in the files is wrong. */
@Readiness
@Singleton
class ConfigHealth implements HealthCheck {
    private final BotConfig config;

    ConfigHealth(BotConfig config) {
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        List<Problem> problems = config.problems();
        var response = HealthCheckResponse.named("bot-config").up().withData("problems", problems.size());
        if (!problems.isEmpty()) response.withData("first", problems.getFirst().toString());
        return response.build();
    }
}
