package io.tummler.api;

import java.util.Set;

/**
 * A CDI event: the platform told which roles a member has now, all of them. Comes in the same transaction as, and before,
 * what the member just said or asked for is worked off.
 */
public record RolesSeen(CommunityId community, MemberId member, Set<Role> roles) {
    public RolesSeen {
        roles = Set.copyOf(roles);
    }
}
