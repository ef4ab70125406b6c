package io.tummler.chat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tummler.store.TestPostgres;
import java.util.HashMap;
import java.util.Map;

/**
 * The whole loop through JDA and real sockets again, on PostgreSQL and two shards: direct messages come by another than the
 * guild is on.
 */
@QuarkusTest
@TestProfile(SandboxLoopOnPostgresTest.OnPostgres.class)
class SandboxLoopOnPostgresTest extends SandboxLoopTest {
    public static class OnPostgres extends SandboxProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("quarkus.datasource.jdbc.url", TestPostgres.newDatabase());
            overrides.put("tummler.discord.shards", "2");
            return overrides;
        }
    }

    @Override
    int shards() {
        return 2;
    }
}
