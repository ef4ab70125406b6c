package io.tummler.config;

import io.tummler.api.CommunityId;
import io.tummler.api.Mode;
import io.tummler.api.Policy;
import io.tummler.api.Settings;
import java.util.Map;

/** Settings of which the same holds in every community, in the words that ship, and live. */
public interface OnePolicy extends Settings, Policy {
    @Override
    default Policy of(CommunityId community) {
        return this;
    }

    @Override
    default Policy everywhere() {
        return this;
    }

    @Override
    default Map<String, String> words() {
        return Map.of();
    }

    @Override
    default Mode mode() {
        return Mode.LIVE;
    }
}
