package io.tummler.chat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.store.TestPostgres;
import java.util.HashMap;
import java.util.Map;

/** The whole loop again, on PostgreSQL, which takes nothing but another URL. */
@QuarkusTest
@TestProfile(LoopOnPostgresTest.OnPostgres.class)
class LoopOnPostgresTest extends LoopTest {
    public static class OnPostgres extends ScriptedProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("quarkus.datasource.jdbc.url", TestPostgres.newDatabase());
            return overrides;
        }
    }
}
