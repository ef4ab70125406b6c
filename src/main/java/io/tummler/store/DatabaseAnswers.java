package io.tummler.store;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready only with a database. In place of Quarkus' own check, which waits as long as the driver does and says where the
 * database is and who logs in there.
 */
@Readiness
@Singleton
class DatabaseAnswers implements HealthCheck {
    private final Database database;

    DatabaseAnswers(Database database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(database.answers()).build();
    }
}
