package io.tummler.chat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.store.TestPostgres;
import java.util.Map;

/** The whole loop again, on PostgreSQL, which takes nothing but another URL. */
@QuarkusTest
@TestProfile(LoopOnPostgresTest.OnPostgres.class)
class LoopOnPostgresTest extends LoopTest {
    public static class OnPostgres extends ScriptedProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.url", TestPostgres.newDatabase(),
                    "quarkus.datasource.username", "postgres",
                    "quarkus.datasource.password", "postgres");
        }
    }
}
