package io.tummler.chat;

import java.util.HashMap;
import java.util.Map;

/** As {@link SandboxProfile}, with members of its own. */
public class InTheWayProfile extends SandboxProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
        overrides.put("quarkus.datasource.jdbc.url", database("in-the-way"));
        return overrides;
    }
}
