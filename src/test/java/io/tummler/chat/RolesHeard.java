package io.tummler.chat;

import io.tummler.api.CommunityRef;
import io.tummler.api.Members;
import io.tummler.api.PersonRef;
import io.tummler.api.Role;
import io.tummler.api.RolesSeen;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Keeps what was told of members' roles. */
@Singleton
class RolesHeard {
    private final List<RolesSeen> seen = new CopyOnWriteArrayList<>();
    private final Members members;

    RolesHeard(Members members) {
        this.members = members;
    }

    void see(@Observes RolesSeen roles) {
        seen.add(roles);
    }

    /** Each time that anything was told of this person, the names of the roles, oldest first. */
    List<Set<String>> of(CommunityRef community, PersonRef person) {
        var member = members.known(community, person).orElseThrow();
        return seen.stream()
                .filter(it -> it.member().equals(member) && it.community().equals(members.community(community)))
                .map(it -> it.roles().stream().map(Role::name).collect(Collectors.toSet()))
                .toList();
    }
}
