package io.tummler.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What members say of themselves. */
public interface Profiles {
    /** Of each of these members; of those who said nothing, {@link Profile#EMPTY}. */
    Map<MemberId, Profile> of(Collection<MemberId> members);

    default Profile of(MemberId member) {
        return of(List.of(member)).getOrDefault(member, Profile.EMPTY);
    }
}
