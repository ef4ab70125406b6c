package io.tummler.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.pool.ConnectionFactory;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** Connects to the database and upgrades its tables, before anybody reads them; or says in one line why it can't. */
@Singleton
class DatabaseAtStart {
    /** Not through the pool, which would also log what this says, with a stack trace. */
    void prepare(@Observes @Priority(Integer.MIN_VALUE) StartupEvent start, AgroalDataSource pool, Flyway flyway) {
        var how = pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        String name = BadDatabase.withoutSecrets(how.jdbcUrl());
        // Held until the pool has a connection of its own, or an H2 file would be opened twice.
        try (Connection held = new ConnectionFactory(how).createConnection().getConnection()) {
            new Schema(flyway, name, Settings.OF_THE_BOT).migrate();
        } catch (SQLException refused) {
            throw ending(BadDatabase.refusing(how.jdbcUrl(), Settings.OF_THE_BOT, refused));
        } catch (BadDatabase bad) {
            throw ending(bad);
        }
    }

    /** With this as a cause Quarkus prints the line alone and exits. */
    private static BadDatabase ending(BadDatabase bad) {
        bad.initCause(new PreventFurtherStepsException(bad.getMessage(), 1));
        return bad;
    }
}
