package io.tummler.matching;

import io.tummler.api.CommunityId;
import io.tummler.api.Custody;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.RoleRef;
import io.tummler.api.RolesSeen;
import io.tummler.api.Settings;
import io.tummler.api.Tick;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which of the roles that rules name members have, as last seen. Of other roles nothing is kept. */
@Singleton
class SeenRoles implements Holding {
    /** When a member was last seen is told to that member by the day. */
    private static final Duration FRESH = Duration.ofDays(1);

    private final Settings settings;
    private final Clock clock;
    private final Event<Forgotten> forgotten;
    /** Communities of which nothing is kept, for they have no rule by role. */
    private final Set<CommunityId> withoutRules = ConcurrentHashMap.newKeySet();

    /** Told when the transaction is over, which is when memory learns of it. */
    record Forgotten(CommunityId community) {}

    SeenRoles(Settings settings, Clock clock, Event<Forgotten> forgotten) {
        this.settings = settings;
        this.clock = clock;
        this.forgotten = forgotten;
    }

    /** Comes with every message that is heard: costs nothing where no rule is by role, and no write where nothing is new. */
    void see(@Observes RolesSeen seen) {
        Set<RoleRef> matter = matter(seen.community());
        if (matter.isEmpty()) {
            if (!withoutRules.contains(seen.community()))
                SeenRolesRow.deleteById(seen.member().value());
            return;
        }
        Map<RoleRef, Boolean> roles = new HashMap<>();
        for (RoleRef role : matter)
            roles.put(role, seen.roles().stream().anyMatch(one -> role.is(one.id(), one.name())));
        Instant now = clock.instant();
        SeenRolesRow row = SeenRolesRow.findById(seen.member().value());
        if (row == null) new SeenRolesRow(seen.community(), seen.member(), roles, now).persist();
        else if (!row.read().equals(roles) || row.seenAt.plus(FRESH).isBefore(now)) row.write(roles, now);
    }

    private Set<RoleRef> matter(CommunityId community) {
        return settings.of(community).section(MatchingSettings.class).rolesThatMatter();
    }

    /** Forgets, once, what a community has no rule for any more. */
    void tick(@Observes Tick tick) {
        CommunityId community = tick.community();
        if (!matter(community).isEmpty()) withoutRules.remove(community);
        else if (!withoutRules.contains(community)) {
            SeenRolesRow.delete("communityId", community.value());
            forgotten.fire(new Forgotten(community));
        }
    }

    void learn(@Observes(during = TransactionPhase.AFTER_SUCCESS) Forgotten it) {
        withoutRules.add(it.community());
    }

    void drop(@Observes Custody custody) {
        withoutRules.removeAll(custody.communities());
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
