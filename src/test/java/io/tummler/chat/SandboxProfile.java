package io.tummler.chat;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The bot in the sandbox, through JDA and real sockets. */
public class SandboxProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "tummler.sandbox.enabled",
                "true",
                // Discord's three seconds are not for a test to fail by on a busy machine.
                "tummler.sandbox.patience",
                "PT20S",
                "quarkus.datasource.jdbc.url",
                database("sandbox"));
    }

    /** A database in memory that no other profile shares. */
    static String database(String name) {
        return "jdbc:h2:mem:" + name
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
    }
}
