package io.tummler.credit;

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
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The ledger in the database. Entries are added and read, never changed: a mistake gets an entry the other way. However many
 * transactions book at once in a community, on whichever replicas, they do so one after another.
 */
@ApplicationScoped
@Transactional
class Book implements Ledger, CreditRule.History {
    /** Of an entry {@code e}: that nothing in its book posted, voided or reversed it. */
    private static final String UNSETTLED =
            " not exists (select r.id from Entry r where r.community = e.community and r.settles = e.id) ";

    /** Of an entry {@code e}: that it moved credit, and nothing moved that back. */
    private static final String STANDS = " (e.kind = BOOKED or e.kind = POSTED) and" + UNSETTLED;

    /** Words read from the database at once. */
    private static final int PAGE = 10_000;

    private final EntityManager entities;
    private final Sql sql;
    private final Register register;
    private final Event<Added> added;

    Book(EntityManager entities, Ids ids, Event<Added> added) {
        this.entities = entities;
        this.sql = new Sql(entities);
        this.register = new Register(new SqlShelf(sql, new Turns()), ids);
        this.added = added;
    }

    /**
     * CDI event: an entry was put into the book, for good once the transaction commits.
     *
     * @param transfer of a reversal, that the other way: what it gave back is its credit
     * @param settles the entry that this one posts, voids or reverses
     */
    record Added(long seq, UUID entry, Entry.Kind kind, Transfer transfer, Optional<UUID> settles) {
        /** What somebody said by it of somebody, if anything. */
        Optional<Word> word() {
            boolean stands = kind == Entry.Kind.BOOKED || kind == Entry.Kind.POSTED;
            return stands
                            && transfer.credit() instanceof Account.OfMember of
                            && Word.REASONS.contains(transfer.reason())
                    ? transfer.by().map(by -> new Word(seq, entry, by, of.member(), transfer.reason(), transfer.at()))
                    : Optional.empty();
        }
    }

    /** What became of transfers that were to be booked or promised together. */
    sealed interface Booking {
        /** They stand in the book now; those that did before are not counted a second time. */
        record Booked() implements Booking {}

        /** None was booked, for there is not enough in this account. */
        record Overdrawn(Account account) implements Booking {}
    }

    /**
     * Books all of them or none; what stands in the book already is quietly left alone. Where the same was promised, and
     * is still open, what was promised is booked.
     *
     * @param transfers of one community, in an order in which no account is overdrawn that may not be
     */
    Booking book(List<Transfer> transfers) {
        return told(register.book(transfers));
    }

    /** As {@link #book}: all of them or none, and each once. What is booked already is not promised. */
    Booking promise(List<CreditRule.Promise> promises) {
        return told(register.promise(promises));
    }

    private Booking told(Register.Outcome outcome) {
        return switch (outcome) {
            case Register.Outcome.Overdrawn(Account account) -> new Booking.Overdrawn(account);
            case Register.Outcome.Written(List<Entry> entries) -> {
                entries.forEach(this::tell);
                yield new Booking.Booked();
            }
        };
    }

    private void tell(Entry entry) {
        added.fire(new Added(entry.seq(), entry.id, entry.kind, entry.transfer(), Optional.ofNullable(entry.settles)));
    }

    /** Lets promises fall away whose time is over; many at once take several calls. */
    void dissolveLapsed(CommunityId community, Instant now) {
        register.dissolveLapsed(community, now).forEach(this::tell);
    }

    /**
     * Moves back what an entry moved, once. It does not count any more then.
     *
     * @param cause why, at most 160 characters; the entry's id is put behind it
     */
    Register.Reversal reverse(CommunityId community, UUID entry, String cause, Instant at) {
        Register.Reversal reversal = register.reverse(community, entry, cause, at);
        if (reversal instanceof Register.Reversal.Reversed(List<Entry> entries)) entries.forEach(this::tell);
        return reversal;
    }

    /** Where the book of a community ends; nobody else writes there until the transaction is over. */
    Head head(CommunityId community) {
        return register.head(community.value());
    }

    @Override
    public long balance(Account account) {
        return totals(account).map(Totals::balance).orElseGet(() -> sum(account));
    }

    @Override
    public long promised(Account account) {
        return totals(account).map(Totals::promisedCredits).orElse(0L);
    }

    private Optional<Totals> totals(Account account) {
        return sql.first(
                "select name, credits, debits, promised_credits, promised_debits from ledger_account"
                        + " where community_id = ? and name = ?",
                SqlShelf::totals,
                account.community().value(),
                Entry.key(account));
    }

    /** Of what an older Tummler booked, as long as this one has not written into this community's book. */
    private long sum(Account account) {
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
        return last(community, member, limit).stream().map(Entry::transfer).toList();
    }

    /** As {@link #transfers}, with their numbers. */
    List<Entry> last(CommunityId community, MemberId member, int limit) {
        return entities.createQuery("from Entry e where" + STANDS + """
                        and e.community = :community and (e.credit = :key or e.debit = :key)
                        order by e.happenedAt desc, e.seq desc, e.id desc""", Entry.class)
                .setParameter("community", community.value())
                .setParameter("key", Entry.key(member))
                .setMaxResults(limit)
                .getResultList();
    }

    /** The entry of this number in a community's book. */
    Optional<Entry> numbered(CommunityId community, long seq) {
        return entities.createQuery("from Entry e where e.community = :community and e.seq = :seq", Entry.class)
                .setParameter("community", community.value())
                .setParameter("seq", seq)
                .getResultStream()
                .findFirst();
    }

    /** The transfers of one cause. */
    List<Transfer> causedBy(CommunityId community, String cause) {
        return transfers(entities.createQuery("from Entry e where" + STANDS + """
                        and e.community = :community and e.cause = :cause order by e.seq, e.id""", Entry.class)
                .setParameter("community", community.value())
                .setParameter("cause", cause));
    }

    private static List<Transfer> transfers(TypedQuery<Entry> query) {
        return query.getResultStream().map(Entry::transfer).toList();
    }

    /** Each entry that has to do with a member, of whatever kind, in the order of their numbers. */
    List<Entry> entries(MemberId member) {
        return entities.createQuery("""
                        from Entry e where e.credit = :key or e.debit = :key or e.byMember = :member
                        order by e.seq, e.happenedAt, e.id""", Entry.class)
                .setParameter("key", Entry.key(member))
                .setParameter("member", member.value())
                .getResultList();
    }

    /**
     * That one member said of another that it helped, or thanked another.
     *
     * @param seq the number of its entry
     * @param by who said so
     */
    record Word(long seq, UUID entry, MemberId by, MemberId member, Transfer.Reason reason, Instant at) {
        /** 1 for help after an introduction, less for thanks; 0 for what is booked besides another word. */
        double worth() {
            return switch (reason) {
                case HELPED -> 1;
                case THANKED, BROKERED -> 0.5;
                case WELCOMED, CONNECTED, SAID_SO, TASK_DONE, SPONSORED, EXPIRED -> 0;
            };
        }

        static final Set<Transfer.Reason> REASONS = EnumSet.of(
                Transfer.Reason.HELPED, Transfer.Reason.THANKED, Transfer.Reason.BROKERED, Transfer.Reason.WELCOMED);
    }

    /** Each word of a community that stands in the book, in the order of their numbers; never all of them in memory here. */
    void eachWord(CommunityId community, Consumer<Word> each) {
        List<Word> page = words(community, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(each);
            page = words(community, page.getLast().seq(), PAGE);
        }
    }

    /**
     * The words of a community that stand in the book, and were not reversed, in the order of their numbers.
     *
     * @param after the number of an entry: only what came later; 0 for the beginning
     */
    List<Word> words(CommunityId community, long after, int limit) {
        return sql.select(
                """
                select seq, id, by_member, credit, reason, happened_at from transfer e
                where community_id = ? and seq > ? and kind in ('BOOKED', 'POSTED')
                  and reason in ('HELPED', 'THANKED', 'BROKERED', 'WELCOMED') and by_member is not null
                  and credit like 'member:%'
                  and not exists (select 1 from transfer r where r.community_id = e.community_id and r.settles = e.id)
                order by seq limit ?""",
                row -> new Word(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        new MemberId(row.getObject(3, UUID.class)),
                        Entry.member(row.getString(4)),
                        Transfer.Reason.valueOf(row.getString(5)),
                        row.getObject(6, OffsetDateTime.class).toInstant()),
                community.value(),
                after,
                limit);
    }

    @Override
    public long count(Transfer.Reason reason, MemberId from, MemberId to, Instant since) {
        return entities.createQuery("select count(e) from Entry e where" + STANDS + """
                        and e.byMember = :from and e.reason = :reason and e.happenedAt > :since
                        and e.credit = :to""", Long.class)
                .setParameter("from", from.value())
                .setParameter("reason", reason)
                .setParameter("since", since)
                .setParameter("to", Entry.key(to))
                .getSingleResult();
    }

    @Override
    public long countTo(Transfer.Reason reason, MemberId to, Instant since) {
        return entities.createQuery("select count(e) from Entry e where" + STANDS + """
                        and e.reason = :reason and e.happenedAt > :since and e.credit = :to""", Long.class)
                .setParameter("reason", reason)
                .setParameter("since", since)
                .setParameter("to", Entry.key(to))
                .getSingleResult();
    }

    @Override
    public long countBy(Transfer.Reason reason, MemberId from, Instant since) {
        return entities.createQuery("select count(e) from Entry e where" + STANDS + """
                        and e.byMember = :from and e.reason = :reason and e.happenedAt > :since""", Long.class)
                .setParameter("from", from.value())
                .setParameter("reason", reason)
                .setParameter("since", since)
                .getSingleResult();
    }

    /** Open promises of this reason to a member that would come of what this other member says. */
    long promised(Transfer.Reason reason, MemberId from, MemberId to) {
        return entities.createQuery("""
                        select count(e) from Entry e
                        where e.kind = PENDING and e.credit = :to and e.byMember = :from and e.reason = :reason
                          and""" + UNSETTLED, Long.class)
                .setParameter("to", Entry.key(to))
                .setParameter("from", from.value())
                .setParameter("reason", reason)
                .getSingleResult();
    }

    @Override
    public boolean wasPromised(Transfer transfer) {
        return entities.createQuery("""
                        select count(e) from Entry e
                        where e.kind = PENDING and e.community = :community and e.cause = :cause and e.reason = :reason
                          and e.debit = :debit and e.credit = :credit""", Long.class)
                        .setParameter("community", transfer.debit().community().value())
                        .setParameter("cause", transfer.cause())
                        .setParameter("reason", transfer.reason())
                        .setParameter("debit", Entry.key(transfer.debit()))
                        .setParameter("credit", Entry.key(transfer.credit()))
                        .getSingleResult()
                > 0;
    }

    /**
     * {@inheritDoc} What is held, less what came since: with the oldest used first, that is what is left of the older.
     * What is kept back for a promise is not left over.
     */
    @Override
    public Map<MemberId, Long> leftOver(CommunityId community, Instant before) {
        Map<MemberId, Long> left = new TreeMap<>();
        sql.select(
                """
                select a.name, a.credits - a.debits, a.promised_debits,
                  coalesce((select sum(e.amount) from transfer e
                    where e.credit = a.name and e.community_id = a.community_id and e.happened_at >= ?
                      and e.kind in ('BOOKED', 'POSTED')
                      and not exists (select 1 from transfer r
                        where r.community_id = e.community_id and r.settles = e.id)), 0)
                from ledger_account a
                where a.community_id = ? and a.name like 'member:%' and a.credits > a.debits""",
                row -> left.put(
                        Entry.member(row.getString(1)), row.getLong(2) - Math.max(row.getLong(3), row.getLong(4))),
                before,
                community.value());
        left.values().removeIf(credit -> credit <= 0);
        return left;
    }
}
