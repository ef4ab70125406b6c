package io.tummler.community;

import io.tummler.api.CommunityId;
import io.tummler.api.Custody;
import io.tummler.api.MemberId;
import io.tummler.api.RolesSeen;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the roles that exclusions name members have, as last seen. Of other roles nothing is kept. */
@Singleton
class ExcludedRoles {
    /** When a member was last seen is told to that member by the day. */
    private static final Duration FRESH = Duration.ofDays(1);

    private final Clock clock;
    private final Event<Changed> changed;
    /** Ids of the roles that exclusions of a community name. */
    private final Map<CommunityId, Set<String>> named = new ConcurrentHashMap<>();

    /** Told when the transaction is over, which is when memory learns of it. */
    record Changed(CommunityId community) {}

    ExcludedRoles(Clock clock, Event<Changed> changed) {
        this.clock = clock;
        this.changed = changed;
    }

    /** Comes with every message that is heard: costs nothing where no exclusion is by role, and no write where nothing is new. */
    void see(@Observes RolesSeen seen) {
        Set<String> matter = named.computeIfAbsent(seen.community(), ExcludedRoles::namedIn);
        if (matter.isEmpty()) return;
        Set<String> has = seen.roles().stream().map(role -> role.id()).collect(Collectors.toSet());
        Map<String, Boolean> roles = matter.stream().collect(Collectors.toMap(Function.identity(), has::contains));
        Instant now = clock.instant();
        ExcludedRoleRow row = ExcludedRoleRow.findById(seen.member().value());
        if (row == null) new ExcludedRoleRow(seen.community(), seen.member(), roles, now).persist();
        else if (!row.read().equals(roles) || row.seenAt.plus(FRESH).isBefore(now)) row.write(roles, now);
    }

    private static Set<String> namedIn(CommunityId community) {
        return ExclusionRow.<ExclusionRow>list("communityId", community.value()).stream()
                .flatMap(row -> role(row.excluded()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> role(Excluded excluded) {
        return excluded instanceof Excluded.OfRole(var role) ? Stream.of(role.id()) : Stream.empty();
    }

    /** An exclusion came or went: of roles that none names any more, nothing is kept. */
    void changed(CommunityId community, Excluded what) {
        if (!(what instanceof Excluded.OfRole(var role))) return;
        changed.fire(new Changed(community));
        if (namedIn(community).contains(role.id())) return;
        List<ExcludedRoleRow> rows = ExcludedRoleRow.list("communityId", community.value());
        for (ExcludedRoleRow row : rows) {
            Map<String, Boolean> kept = new HashMap<>(row.read());
            kept.remove(role.id());
            if (kept.isEmpty()) row.delete();
            else row.write(kept, row.seenAt);
        }
    }

    void learn(@Observes(during = TransactionPhase.AFTER_COMPLETION) Changed it) {
        named.remove(it.community());
    }

    void drop(@Observes Custody custody) {
        named.keySet().removeAll(custody.communities());
    }

    /** Of each of these members who was seen since an exclusion names any role. */
    Map<MemberId, Map<String, Boolean>> of(Collection<MemberId> members) {
        return ExcludedRoleRow.<ExcludedRoleRow>list(
                        "memberId in ?1", members.stream().map(MemberId::value).toList())
                .stream()
                .collect(Collectors.toMap(row -> new MemberId(row.memberId), ExcludedRoleRow::read));
    }
}
