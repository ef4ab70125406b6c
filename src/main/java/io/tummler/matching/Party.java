package io.tummler.matching;

import io.tummler.api.Profile;
import io.tummler.api.RoleRef;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * A member, as far as it matters with whom they are brought together.
 *
 * @param roles of the roles that were looked for, whether the member has it; of others it is not known
 */
record Party(Profile profile, Map<RoleRef, Boolean> roles) {
    Party {
        roles = Map.copyOf(roles);
    }

    boolean knows(Set<RoleRef> all) {
        return roles.keySet().containsAll(all);
    }

    boolean hasAny(Collection<RoleRef> any) {
        return any.stream().anyMatch(role -> roles.getOrDefault(role, false));
    }
}
