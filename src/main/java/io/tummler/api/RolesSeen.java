package io.tummler.api;

import java.util.Set;

/** A CDI event: a member acted, and a platform told which roles that member has now: all of them. */
public record RolesSeen(CommunityId community, MemberId member, Set<Role> roles) {
    public RolesSeen {
        roles = Set.copyOf(roles);
    }
}
