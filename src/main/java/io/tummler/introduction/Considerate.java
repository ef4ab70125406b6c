package io.tummler.introduction;

import io.tummler.api.Attention;
import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Profile;
import io.tummler.api.Profiles;
import io.tummler.api.QuietHours;
import io.tummler.api.Settings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Leaves members alone when they or the moderators say so. */
@Singleton
class Considerate implements Attention {
    private final Settings settings;
    private final Profiles profiles;
    private final Restraints restraints;

    Considerate(Settings settings, Profiles profiles, Restraints restraints) {
        this.settings = settings;
        this.profiles = profiles;
        this.restraints = restraints;
    }

    @Override
    public boolean mayBeAsked(CommunityId community, MemberId member, Instant at) {
        var holds = settings.of(community).section(IntroductionSettings.class);
        return holds.enabled()
                && !holds.isBlackedOut(at)
                && !restraints.isPaused(member, at)
                && !isQuiet(holds, profiles.of(member), at);
    }

    @Override
    public boolean isPaused(MemberId member, Instant at) {
        return restraints.isPaused(member, at);
    }

    /** A member's own hours come first. Where neither the member nor the moderators told a time zone, no night is known. */
    static boolean isQuiet(IntroductionSettings holds, Profile profile, Instant at) {
        Optional<ZoneId> zone = profile.timeZone().or(holds::timeZone);
        Optional<QuietHours> quiet = profile.quietHours().or(() -> zone.map(_ -> holds.quietHours()));
        int hour = at.atZone(zone.orElse(ZoneOffset.UTC)).getHour();
        return quiet.filter(hours -> hours.include(hour)).isPresent();
    }
}
