package io.tummler.brand;

import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Settings;
import io.tummler.api.Sponsor;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A brand that pays for the bot sponsors what the bot brings about. */
@Singleton
record PaidBot(Settings settings) implements Sponsor {
    @Override
    public Set<String> of(CommunityId community, MemberId asker, MemberId helper) {
        return settings.of(community).folder(BrandSettings.class).entrySet().stream()
                .filter(brand -> brand.getValue().enabled() && brand.getValue().sponsorsIntroductions())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
