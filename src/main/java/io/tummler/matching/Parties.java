package io.tummler.matching;

import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Profile;
import io.tummler.api.Profiles;
import io.tummler.api.Settings;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** With whom members may be brought together, by what they say of themselves and by their roles. */
@Singleton
class Parties {
    private final Settings settings;
    private final Profiles profiles;
    private final SeenRoles roles;

    Parties(Settings settings, Profiles profiles, SeenRoles roles) {
        this.settings = settings;
        this.profiles = profiles;
        this.roles = roles;
    }

    /** Those of the others whom this member may be brought together with. */
    Set<MemberId> compatible(CommunityId community, MemberId member, Collection<MemberId> others) {
        if (others.isEmpty()) return Set.of();
        var all = new LinkedHashSet<>(others);
        all.add(member);
        var said = profiles.of(all);
        var seen = roles.of(all);
        var compatibility = new Compatibility(settings.of(community).section(MatchingSettings.class));
        Function<MemberId, Party> party =
                one -> new Party(said.getOrDefault(one, Profile.EMPTY), seen.getOrDefault(one, Map.of()));
        Party its = party.apply(member);
        return others.stream()
                .filter(other -> compatibility.of(its, party.apply(other)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
