package io.tummler.community;

import io.tummler.api.Button;
import io.tummler.api.CommunityId;
import io.tummler.api.ExclusionMade;
import io.tummler.api.Exclusions;
import io.tummler.api.Holding;
import io.tummler.api.Ids;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import io.tummler.api.PersonRef;
import io.tummler.api.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom members do not want to be brought together with, which each member sees in {@code /me} and nobody else anywhere. */
@ApplicationScoped
@Transactional
class KnownExclusions implements Exclusions, Holding {
    private static final int SHOWN_IN_ME = 5;

    private final ExcludedRoles roles;
    private final Ids ids;
    private final Clock clock;
    private final Event<ExclusionMade> made;

    @Inject
    KnownExclusions(ExcludedRoles roles, Ids ids, Clock clock, Event<ExclusionMade> made) {
        this.roles = roles;
        this.ids = ids;
        this.clock = clock;
        this.made = made;
    }

    @Override
    public Set<MemberId> apart(CommunityId community, MemberId member, Collection<MemberId> others) {
        if (others.isEmpty()) return Set.of();
        var all = new LinkedHashSet<>(others);
        all.add(member);
        List<UUID> members = all.stream().map(MemberId::value).toList();
        Map<MemberId, List<Excluded>> exclusions = ExclusionRow.<ExclusionRow>list("memberId in ?1", members).stream()
                .collect(Collectors.groupingBy(
                        row -> new MemberId(row.memberId),
                        Collectors.mapping(ExclusionRow::excluded, Collectors.toList())));
        if (exclusions.isEmpty()) return Set.of();
        Map<MemberId, String> accounts = IdentityRow.<IdentityRow>list("memberId in ?1", members).stream()
                .collect(Collectors.toMap(row -> new MemberId(row.memberId), row -> row.personId));
        Map<MemberId, Map<String, Boolean>> seen = roles.of(all);
        Function<MemberId, Party> party = it -> new Party(
                Optional.ofNullable(accounts.get(it)),
                seen.getOrDefault(it, Map.of()),
                exclusions.getOrDefault(it, List.of()));
        Party its = party.apply(member);
        return others.stream()
                .filter(other ->
                        its.keepsFrom(party.apply(other)) || party.apply(other).keepsFrom(its))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A member, as far as exclusions know.
     *
     * @param account the platform's id; empty once forgotten
     * @param roles of the roles that exclusions name, by id, whether the member has it; of others it is not known
     */
    private record Party(Optional<String> account, Map<String, Boolean> roles, List<Excluded> excludes) {
        boolean keepsFrom(Party other) {
            return excludes.stream().anyMatch(excluded -> switch (excluded) {
                case Excluded.Person(String id) ->
                    other.account.filter(id::equals).isPresent();
                // Whose roles nobody has seen may have it.
                case Excluded.OfRole(var role) -> other.roles.getOrDefault(role.id(), true);
            });
        }
    }

    @Override
    public void exclude(CommunityId community, MemberId member, PersonRef person) {
        add(community, member, new Excluded.Person(person.id()));
    }

    /** What stands already is not made again. */
    void add(CommunityId community, MemberId member, Excluded excluded) {
        if (has(member, excluded)) return;
        new ExclusionRow(ids.next(), community, member, excluded, clock.instant()).persist();
        roles.changed(community, excluded);
        made.fire(new ExclusionMade(community, member));
    }

    boolean has(MemberId member, Excluded excluded) {
        return of(member).stream().anyMatch(row -> row.excluded().isSameAs(excluded));
    }

    /** Oldest first. */
    List<ExclusionRow> of(MemberId member) {
        return ExclusionRow.list("memberId = ?1 order by madeAt, id", member.value());
    }

    /**
     * Takes one of this member's back.
     *
     * @return whether there was one
     */
    boolean remove(MemberId member, UUID exclusion) {
        Optional<ExclusionRow> own = ExclusionRow.<ExclusionRow>findByIdOptional(exclusion)
                .filter(row -> row.memberId.equals(member.value()));
        own.ifPresent(this::remove);
        return own.isPresent();
    }

    private void remove(ExclusionRow row) {
        row.delete();
        roles.changed(new CommunityId(row.communityId), row.excluded());
    }

    @Override
    public String name() {
        return "exclusions";
    }

    @Override
    public int rank() {
        return 27;
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        List<ExclusionRow> all = of(member);
        List<Sentence> sentences = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        if (!all.isEmpty()) {
            Message page = ExcludeCommand.page(all, 0, SHOWN_IN_ME);
            sentences.addAll(page.sentences());
            buttons.addAll(page.buttons());
        }
        if (ExcludedRoleRow.findById(member.value()) != null) sentences.add(new Says.ExcludedRolesKnown());
        return new Message(sentences, buttons);
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        Stream<Map<String, Object>> exclusions = of(member).stream().map(row -> {
            Map<String, Object> values = new LinkedHashMap<>();
            switch (row.excluded()) {
                case Excluded.Person(String id) -> values.put("account", id);
                case Excluded.OfRole(var role) -> values.put("role", role.name());
            }
            values.put("since", row.madeAt.toString());
            return values;
        });
        ExcludedRoleRow seen = ExcludedRoleRow.findById(member.value());
        return Stream.concat(
                        exclusions,
                        seen == null
                                ? Stream.empty()
                                : Stream.of(Map.of("rolesSeen", seen.read(), "seenAt", seen.seenAt.toString())))
                .toList();
    }

    @Override
    public void forget(MemberId member) {
        of(member).forEach(this::remove);
        ExcludedRoleRow.deleteById(member.value());
    }
}
