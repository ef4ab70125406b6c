package io.tummler.matching;

import io.tummler.api.CommunityId;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.RoleRef;
import io.tummler.api.RolesSeen;
import io.tummler.api.Settings;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of the roles that rules name members have, as last seen. Of other roles nothing is kept. */
@Singleton
class SeenRoles implements Holding {
    private final Settings settings;
    private final Clock clock;

    SeenRoles(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    void see(@Observes RolesSeen seen) {
        Set<RoleRef> matter =
                settings.of(seen.community()).section(MatchingSettings.class).rolesThatMatter();
        SeenRolesRow row = SeenRolesRow.findById(seen.member().value());
        if (matter.isEmpty()) {
            if (row != null) row.delete();
            return;
        }
        Map<RoleRef, Boolean> roles = new HashMap<>();
        for (RoleRef role : matter)
            roles.put(role, seen.roles().stream().anyMatch(one -> role.is(one.id(), one.name())));
        if (row == null) new SeenRolesRow(seen.member(), roles, clock.instant()).persist();
        else row.write(roles, clock.instant());
    }

    /** Of each of these members who was seen. */
    Map<MemberId, Map<RoleRef, Boolean>> of(Collection<MemberId> members) {
        Map<MemberId, Map<RoleRef, Boolean>> roles = new HashMap<>();
        SeenRolesRow.<SeenRolesRow>list(
                        "memberId in ?1", members.stream().map(MemberId::value).toList())
                .forEach(row -> roles.put(new MemberId(row.memberId), row.read()));
        return roles;
    }

    @Override
    public String name() {
        return "roles";
    }

    @Override
    public int rank() {
        return 26;
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        SeenRolesRow row = SeenRolesRow.findById(member.value());
        if (row == null) return new Message(List.of(), List.of());
        return Message.of(new Says.RolesKnown(
                row.read().size(), row.seenAt.atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        SeenRolesRow row = SeenRolesRow.findById(member.value());
        if (row == null) return List.of();
        Map<String, Object> values = new LinkedHashMap<>();
        row.read().forEach((role, has) -> values.put(role.named(), has));
        return List.of(Map.of("has", values, "seenAt", row.seenAt.toString()));
    }

    @Override
    public void forget(MemberId member) {
        SeenRolesRow.deleteById(member.value());
    }
}
