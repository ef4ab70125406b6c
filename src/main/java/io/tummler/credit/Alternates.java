package io.tummler.credit;

import io.tummler.api.CommunityId;
import io.tummler.api.Holding;
import io.tummler.api.MemberId;
import io.tummler.api.Message;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which accounts are one person's, as moderators say. What one of them says of another earns nothing and counts for nothing. */
@Singleton
class Alternates implements Holding {
    private final EntityManager entities;
    private final Event<Trusted.Changed> changes;

    Alternates(EntityManager entities, Event<Trusted.Changed> changes) {
        this.entities = entities;
        this.changes = changes;
    }

    boolean areSame(MemberId one, MemberId other) {
        return one.equals(other) || person(one).equals(person(other));
    }

    private Optional<AlternateRow> row(UUID member) {
        return Optional.ofNullable(entities.find(AlternateRow.class, member));
    }

    /** By which account a person is known; of whoever has one alone, it is that. */
    private UUID person(MemberId member) {
        return row(member.value()).map(row -> row.person).orElse(member.value());
    }

    /** All accounts of whoever this is one of, itself among them. */
    Set<MemberId> accounts(MemberId member) {
        return row(member.value())
                .map(row -> ofPerson(row.person).stream()
                        .map(each -> new MemberId(each.memberId))
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of(member));
    }

    private List<AlternateRow> ofPerson(UUID person) {
        return entities.createQuery(
                        "from AlternateRow a where a.person = :person order by a.memberId", AlternateRow.class)
                .setParameter("person", person)
                .getResultList();
    }

    /** By which account each of those who have several is known. */
    Map<MemberId, MemberId> persons(CommunityId community) {
        return entities.createQuery("from AlternateRow a where a.communityId = :community", AlternateRow.class)
                .setParameter("community", community.value())
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> new MemberId(row.memberId), row -> new MemberId(row.person)));
    }

    /** From now on these two, and whoever is the same as either, are one. */
    void join(CommunityId community, MemberId one, MemberId other) {
        UUID person = person(one);
        for (AlternateRow row : ofPerson(person(other))) row.person = person;
        for (MemberId member : List.of(one, other))
            row(member.value())
                    .ifPresentOrElse(
                            row -> row.person = person,
                            () -> entities.persist(new AlternateRow(community, member, person)));
        changes.fire(new Trusted.Changed(community));
    }

    /** This one is somebody by itself again; false if it is already. */
    boolean part(MemberId member) {
        Optional<AlternateRow> known = row(member.value());
        known.ifPresent(row -> {
            entities.remove(row);
            List<AlternateRow> left = ofPerson(row.person).stream()
                    .filter(other -> !other.memberId.equals(row.memberId))
                    .toList();
            // Whoever is left alone has no alternate.
            if (left.size() == 1) entities.remove(left.getFirst());
            else for (AlternateRow other : left) other.person = left.getFirst().memberId;
            changes.fire(new Trusted.Changed(new CommunityId(row.communityId)));
        });
        return known.isPresent();
    }

    @Override
    public String name() {
        return "alternates";
    }

    @Override
    public int rank() {
        return 43;
    }

    @Override
    public Message show(CommunityId community, MemberId member) {
        List<MemberId> others = row(member.value()).map(row -> ofPerson(row.person)).orElse(List.of()).stream()
                .map(row -> new MemberId(row.memberId))
                .filter(other -> !other.equals(member))
                .toList();
        return others.isEmpty() ? new Message(List.of(), List.of()) : Message.of(new Says.AlternatesKnown(others));
    }

    @Override
    public List<Map<String, Object>> export(MemberId member) {
        return row(member.value()).map(row -> Map.<String, Object>of("person", row.person.toString())).stream()
                .toList();
    }

    @Override
    public void forget(MemberId member) {
        part(member);
    }
}
