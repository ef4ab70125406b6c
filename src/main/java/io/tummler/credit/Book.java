package io.tummler.credit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.CreditRule;
import io.tummler.api.Ids;
import io.tummler.api.Ledger;
import io.tummler.api.MemberId;
import io.tummler.api.Transfer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ledger in the database. Transfers are added and read, never changed: a mistake gets a transfer the other way.
 *
 * <p>A member's account never goes below zero. A community's may, for credit comes from there, and a brand's may: what
 * it is below zero is what the brand owes for tasks done. A community's events come one after another through the
 * intake, so that looking before booking is enough; should two ever come at once, the unique key lets one of them fail
 * and be tried again.
 */
@ApplicationScoped
@Transactional
class Book implements Ledger, CreditRule.History {
    private final EntityManager entities;
    private final Ids ids;
    private final Event<Added> added;

    Book(EntityManager entities, Ids ids, Event<Added> added) {
        this.entities = entities;
        this.ids = ids;
        this.added = added;
    }

    /** CDI event: a transfer was put into the book, for good once the transaction commits. */
    record Added(Transfer.Reason reason) {}

    /** What became of transfers that were to be booked together. */
    sealed interface Booking {
        /** They stand in the book now; those that did before are not counted a second time. */
        record Booked() implements Booking {}

        /** None was booked, for this member does not hold enough. */
        record Overdrawn(Account.OfMember account) implements Booking {}
    }

    /** Books all of them or none; what stands in the book already is quietly left alone. */
    Booking book(List<Transfer> transfers) {
        List<Transfer> missing =
                transfers.stream().distinct().filter(it -> !stands(it)).toList();
        Optional<Account.OfMember> overdrawn = overdrawnBy(missing);
        if (overdrawn.isPresent()) return new Booking.Overdrawn(overdrawn.get());
        for (Transfer transfer : missing) {
            entities.persist(Entry.of(ids.next(), transfer));
            added.fire(new Added(transfer.reason()));
        }
        return new Booking.Booked();
    }

    private boolean stands(Transfer transfer) {
        return entities.createQuery("""
                        select count(e) from Entry e
                        where e.community = :community and e.cause = :cause and e.reason = :reason
                          and e.debit = :debit and e.credit = :credit""", Long.class)
                        .setParameter("community", transfer.debit().community().value())
                        .setParameter("cause", transfer.cause())
                        .setParameter("reason", transfer.reason())
                        .setParameter("debit", Entry.key(transfer.debit()))
                        .setParameter("credit", Entry.key(transfer.credit()))
                        .getSingleResult()
                > 0;
    }

    private Optional<Account.OfMember> overdrawnBy(List<Transfer> added) {
        Map<Account, Long> changes = added.stream()
                .flatMap(it -> Stream.of(new Change(it.debit(), -it.amount()), new Change(it.credit(), it.amount())))
                .collect(groupingBy(Change::account, summingLong(Change::amount)));
        for (var change : changes.entrySet())
            if (change.getKey() instanceof Account.OfMember account
                    && change.getValue() < 0
                    && balance(account) + change.getValue() < 0) return Optional.of(account);
        return Optional.empty();
    }

    private record Change(Account account, long amount) {}

    @Override
    public long balance(Account account) {
        return entities.createQuery("""
                        select coalesce(sum(case when e.credit = :key then e.amount else -e.amount end), 0)
                        from Entry e
                        where e.community = :community and (e.credit = :key or e.debit = :key)""", Long.class)
                .setParameter("community", account.community().value())
                .setParameter("key", Entry.key(account))
                .getSingleResult();
    }

    @Override
    public List<Transfer> transfers(CommunityId community, MemberId member, int limit) {
        return entities.createQuery("""
                        from Entry e
                        where e.community = :community and (e.credit = :key or e.debit = :key)
                        order by e.happenedAt desc, e.id desc""", Entry.class)
                .setParameter("community", community.value())
                .setParameter("key", Entry.key(member))
                .setMaxResults(limit)
                .getResultStream()
                .map(Entry::transfer)
                .toList();
    }

    /** The transfers of one cause. */
    List<Transfer> causedBy(CommunityId community, String cause) {
        return entities.createQuery("from Entry e where e.community = :community and e.cause = :cause", Entry.class)
                .setParameter("community", community.value())
                .setParameter("cause", cause)
                .getResultStream()
                .map(Entry::transfer)
                .toList();
    }

    /** Whatever a member gave, got or brought about from then on, oldest first. */
    List<Transfer> about(MemberId member, Instant since) {
        return entities.createQuery("""
                        from Entry e
                        where e.happenedAt >= :since and (e.credit = :key or e.debit = :key or e.byMember = :member)
                        order by e.happenedAt, e.id""", Entry.class)
                .setParameter("key", Entry.key(member))
                .setParameter("member", member.value())
                .setParameter("since", since)
                .getResultStream()
                .map(Entry::transfer)
                .toList();
    }

    @Override
    public long count(Transfer.Reason reason, MemberId from, MemberId to, Instant since) {
        return entities.createQuery("""
                        select count(e) from Entry e
                        where e.byMember = :from and e.reason = :reason and e.happenedAt > :since
                          and e.credit = :to""", Long.class)
                .setParameter("from", from.value())
                .setParameter("reason", reason)
                .setParameter("since", since)
                .setParameter("to", Entry.key(to))
                .getSingleResult();
    }

    @Override
    public long countTo(Transfer.Reason reason, MemberId to, Instant since) {
        return entities.createQuery("""
                        select count(e) from Entry e
                        where e.reason = :reason and e.happenedAt > :since and e.credit = :to""", Long.class)
                .setParameter("reason", reason)
                .setParameter("since", since)
                .setParameter("to", Entry.key(to))
                .getSingleResult();
    }

    @Override
    public long countBy(Transfer.Reason reason, MemberId from, Instant since) {
        return entities.createQuery("""
                        select count(e) from Entry e
                        where e.byMember = :from and e.reason = :reason and e.happenedAt > :since""", Long.class)
                .setParameter("from", from.value())
                .setParameter("reason", reason)
                .setParameter("since", since)
                .getSingleResult();
    }
}
