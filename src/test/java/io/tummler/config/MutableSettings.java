package io.tummler.config;

import io.tummler.api.CommunityId;
import io.tummler.api.Policy;
import io.tummler.api.Settings;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** Settings without files, which a test changes while the bot runs, as a reload does. */
@Alternative
@Singleton
public class MutableSettings implements Settings {
    private volatile FixedSettings now = new FixedSettings();

    /** From now on these sections hold, and every other as it is by default. */
    public void hold(Record... sections) {
        now = new FixedSettings(sections);
    }

    @Override
    public Policy of(CommunityId community) {
        return now;
    }

    @Override
    public Policy everywhere() {
        return now;
    }
}
