package io.tummler.credit;

import io.tummler.api.CommunityId;
import io.tummler.api.Custody;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Members;
import io.tummler.api.Message;
import io.tummler.api.ModeratorSeen;
import io.tummler.api.RolesSeen;
import io.tummler.api.Settings;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Whose word counts in full from the outset: moderators, and who has a role that moderators trust, as last seen. Where there
 * are few of them, those who came first as well, for somebody's word has to count before anybody's can.
 */
@Singleton
class Trusted implements Holding {
    /** Members looked at at once. */
    private static final int PAGE = 1_000;

    private final Settings settings;
    private final Members members;
    private final EntityManager entities;
    private final Event<Changed> changes;
    private final Map<CommunityId, Map<MemberId, Why>> known = new ConcurrentHashMap<>();

    /** Another one is trusted in a community, or one less, once the transaction is over. */
    record Changed(CommunityId community) {}

    private record Why(boolean moderator, boolean byRole) {
        static final Why NOT = new Why(false, false);

        boolean isNone() {
            return equals(NOT);
        }
    }

    Trusted(Settings settings, Members members, EntityManager entities, Event<Changed> changes) {
        this.settings = settings;
        this.members = members;
        this.entities = entities;
        this.changes = changes;
    }

    void see(@Observes ModeratorSeen seen) {
        Why before = why(seen.community(), seen.member());
        write(seen.community(), seen.member(), before, new Why(seen.moderator(), before.byRole()));
    }

    /** Comes with every message that is heard, so that it costs nothing where nothing is new. */
    void see(@Observes RolesSeen seen) {
        boolean byRole = section(seen.community()).trustedRoles().stream()
                .anyMatch(role -> seen.roles().stream().anyMatch(one -> role.is(one.id(), one.name())));
        Why before = why(seen.community(), seen.member());
        write(seen.community(), seen.member(), before, new Why(before.moderator(), byRole));
    }

    private Optional<TrustedRow> row(MemberId member) {
        return Optional.ofNullable(entities.find(TrustedRow.class, member.value()));
    }

    private Why why(CommunityId community, MemberId member) {
        return all(community).getOrDefault(member, Why.NOT);
    }

    private Map<MemberId, Why> all(CommunityId community) {
        return known.computeIfAbsent(
                community,
                _ -> entities.createQuery("from TrustedRow t where t.communityId = :community", TrustedRow.class)
                        .setParameter("community", community.value())
                        .getResultStream()
                        .collect(Collectors.toUnmodifiableMap(
                                row -> new MemberId(row.memberId), row -> new Why(row.moderator, row.byRole))));
    }

    private void write(CommunityId community, MemberId member, Why before, Why now) {
        if (before.equals(now)) return;
        if (now.isNone()) {
            row(member).ifPresent(entities::remove);
        } else {
            TrustedRow row = row(member).orElseGet(() -> new TrustedRow(community, member));
            row.moderator = now.moderator();
            row.byRole = now.byRole();
            entities.persist(row);
        }
        changes.fire(new Changed(community));
    }

    /**
     * Whose word counts in a community, besides that of members who have been thanked for long.
     *
     * @param speakers who said of late that somebody helped: a first member who says nothing leads nowhere
     */
    Set<MemberId> of(CommunityId community, Set<MemberId> speakers) {
        Set<MemberId> trusted = chosen(community);
        int few = section(community).firstMembers();
        if (trusted.size() >= few || trusted.containsAll(speakers)) return trusted;
        List<MemberId> page = members.first(community, 0, PAGE);
        for (int from = PAGE; !page.isEmpty() && trusted.size() < few; from += PAGE) {
            for (MemberId first : page) if (trusted.size() < few && speakers.contains(first)) trusted.add(first);
            page = members.first(community, from, PAGE);
        }
        return trusted;
    }

    /** Whether so few are moderators or have a trusted role that first members count too. */
    boolean areFew(CommunityId community) {
        return chosen(community).size() < section(community).firstMembers();
    }

    private Set<MemberId> chosen(CommunityId community) {
        // Who had a role is not known to have another one that is trusted now, but where none is, nobody has.
        boolean roles = !section(community).trustedRoles().isEmpty();
        return all(community).entrySet().stream()
                .filter(one -> one.getValue().moderator() || roles)
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private ReciprocitySettings section(CommunityId community) {
        return settings.of(community).section(ReciprocitySettings.class);
    }

    /** What was read in a transaction that failed may never have been so. */
    void reread(@Observes(during = TransactionPhase.AFTER_COMPLETION) Changed change) {
        known.remove(change.community());
    }

    void reread(@Observes Custody custody) {
        known.keySet().removeAll(custody.communities());
    }

    @Override
    public String name() {
        return "trust";
    }

    @Override
    public int rank() {
        return 41;
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        Why why = why(community, member);
        return why.isNone() ? new Message(List.of(), List.of()) : Message.of(new Says.WordCounts(why.moderator()));
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        return row(member).map(row -> Map.<String, Object>of("moderator", row.moderator, "byRole", row.byRole)).stream()
                .toList();
    }

    @Override
    public void forget(MemberId member) {
        row(member).ifPresent(row -> {
            entities.remove(row);
            changes.fire(new Changed(new CommunityId(row.communityId)));
        });
    }
}
