package io.tummler.chat;

import java.util.HashMap;
import java.util.Map;

/** As {@link SandboxProfile}, with a community in which only members do something. */
public class MembersProfile extends SandboxProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
        overrides.put("quarkus.datasource.jdbc.url", database("members"));
        return overrides;
    }
}
