package io.tummler.credit;

import static java.util.Objects.requireNonNull;

import io.tummler.api.Transfer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Books in a database, on the connection of the transaction that is under way. SQL by hand and in batches, so that a page
 * takes the same few journeys to the database however much stands on it.
 */
final class SqlShelf implements Shelf {
    static final String SELECT = "select id, community_id, seq, kind, settles, debit, credit, amount, reason, cause,"
            + " happened_at, by_member, nth, lapses_at, hash from transfer ";

    private final Sql sql;
    private final Turns turns;

    /** @param turns that all share who write into the same database from this process */
    SqlShelf(Sql sql, Turns turns) {
        this.sql = sql;
        this.turns = turns;
    }

    @Override
    public Head lock(UUID community) {
        turns.take(community, sql.session());
        Optional<Head> head = locked(community);
        if (head.isPresent()) return head.get();
        // Whoever else is about to do the same waits for this one, or this one for them.
        sql.write(
                "insert into ledger_head (community_id, size, hash, peaks) values (?, 0, ?, '') on conflict do nothing",
                List.of(community),
                it -> List.of(it, Hash.ZERO.toString()));
        return locked(community).orElseThrow();
    }

    private Optional<Head> locked(UUID community) {
        return sql.first(
                "select size, hash, peaks from ledger_head where community_id = ? for update",
                row -> new Head(row.getLong(1), Hash.parse(row.getString(2)), row.getString(3)),
                community);
    }

    @Override
    public List<Entry> unchained(UUID community, int limit) {
        return sql.select(
                SELECT + "where community_id = ? and seq is null order by happened_at, id limit ?",
                SqlShelf::entry,
                community,
                limit);
    }

    @Override
    public List<Entry> causedBy(UUID community, Set<String> causes) {
        return sql
                .selectEach(SELECT + "where community_id = ? and cause = ?", SqlShelf::entry, community, causes)
                .stream()
                .sorted(Comparator.comparing(Entry::seq))
                .toList();
    }

    @Override
    public Map<String, Totals> totals(UUID community, Set<String> accounts) {
        Map<String, Totals> totals = new HashMap<>();
        sql.selectEach(
                "select name, credits, debits, promised_credits, promised_debits from ledger_account"
                        + " where community_id = ? and name = ?",
                row -> totals.put(row.getString(1), totals(row)) == null,
                community,
                accounts);
        return totals;
    }

    /** Of a row in which the name comes first. */
    static Totals totals(ResultSet row) throws SQLException {
        return new Totals(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
    }

    @Override
    public List<Entry> lapsed(UUID community, Instant now, int limit) {
        return sql.select(
                SELECT + "where id in (select entry_id from ledger_promise where community_id = ? and lapses_at <= ?"
                        + " order by lapses_at, entry_id limit ?) order by lapses_at, seq",
                SqlShelf::entry,
                community,
                now,
                limit);
    }

    @Override
    public Optional<Entry> entry(UUID community, UUID id) {
        return sql.first(SELECT + "where community_id = ? and id = ?", SqlShelf::entry, community, id);
    }

    @Override
    public boolean isSettled(UUID community, UUID entry) {
        return sql.first(
                        "select seq from transfer where community_id = ? and settles = ?",
                        row -> row.getLong(1),
                        community,
                        entry)
                .isPresent();
    }

    @Override
    public List<Entry> expired(UUID community, String account, int limit) {
        return sql.select(SELECT + """
                e where community_id = ? and debit = ? and reason = 'EXPIRED' and kind = 'BOOKED'
                  and not exists (select 1 from transfer r where r.community_id = e.community_id and r.settles = e.id)
                order by seq desc limit ?""", SqlShelf::entry, community, account, limit);
    }

    @Override
    public void add(Page page) {
        sql.write("""
                insert into transfer (id, community_id, seq, kind, settles, debit, credit, amount, reason, cause,
                  happened_at, by_member, nth, lapses_at, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", page.entries(), SqlShelf::values);
        sql.write(
                "insert into ledger_promise (entry_id, community_id, lapses_at) values (?, ?, ?)",
                page.opened(),
                it -> List.of(it.id, it.community, requireNonNull(it.lapsesAt)));
        sql.write("delete from ledger_promise where entry_id = ?", page.settled(), List::of);
        keepInStep(page);
    }

    @Override
    public void takeIn(Page page) {
        sql.write(
                "update transfer set seq = ?, hash = ? where id = ?",
                page.entries(),
                it -> List.of(it.seq(), requireNonNull(it.hash), it.id));
        keepInStep(page);
    }

    /** What follows from the entries. */
    private void keepInStep(Page page) {
        Sql.Writer<String> totals = name -> {
            Totals of = requireNonNull(page.totals().get(name));
            return List.of(
                    of.credits(), of.debits(), of.promisedCredits(), of.promisedDebits(), page.community(), name);
        };
        List<String> known = page.totals().keySet().stream()
                .filter(it -> !page.newAccounts().contains(it))
                .toList();
        sql.write("""
                update ledger_account set credits = ?, debits = ?, promised_credits = ?, promised_debits = ?
                where community_id = ? and name = ?""", known, totals);
        sql.write("""
                insert into ledger_account (credits, debits, promised_credits, promised_debits, community_id, name)
                values (?, ?, ?, ?, ?, ?)""", List.copyOf(page.newAccounts()), totals);
        sql.write(
                "insert into ledger_tile (community_id, level, number, root) values (?, ?, ?, ?)",
                page.tiles(),
                it -> List.of(
                        page.community(), it.level(), it.number(), it.root().toString()));
        sql.write(
                "update ledger_head set size = ?, hash = ?, peaks = ? where community_id = ?",
                List.of(page.head()),
                it -> List.of(it.size(), it.hash().toString(), it.peaks(), page.community()));
    }

    private static List<@Nullable Object> values(Entry entry) {
        List<@Nullable Object> values = new ArrayList<>();
        Collections.addAll(values, entry.id, entry.community, entry.seq, entry.kind.name(), entry.settles);
        Collections.addAll(values, entry.debit, entry.credit, entry.amount, entry.reason.name(), entry.cause);
        Collections.addAll(values, entry.happenedAt, entry.byMember, entry.nth, entry.lapsesAt, entry.hash);
        return values;
    }

    /** @throws IllegalArgumentException when the row has a kind or a reason that there is none of */
    static Entry entry(ResultSet row) throws SQLException {
        var entry = new Entry();
        entry.id = row.getObject("id", UUID.class);
        entry.community = row.getObject("community_id", UUID.class);
        entry.seq = row.getObject("seq", Long.class);
        entry.kind = Entry.Kind.valueOf(row.getString("kind"));
        entry.settles = row.getObject("settles", UUID.class);
        entry.debit = row.getString("debit");
        entry.credit = row.getString("credit");
        entry.amount = row.getLong("amount");
        entry.reason = Transfer.Reason.valueOf(row.getString("reason"));
        entry.cause = row.getString("cause");
        entry.happenedAt = row.getObject("happened_at", OffsetDateTime.class).toInstant();
        entry.byMember = row.getObject("by_member", UUID.class);
        entry.nth = row.getInt("nth");
        OffsetDateTime lapses = row.getObject("lapses_at", OffsetDateTime.class);
        entry.lapsesAt = lapses == null ? null : lapses.toInstant();
        entry.hash = row.getString("hash");
        return entry;
    }
}
