package io.tummler.credit;

import io.tummler.api.CommunityId;
import io.tummler.credit.Audit.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** One community's book while it is read and compared, from its first entry on. */
final class Reading {
    private static final int AT_ONCE = 1000;

    private final Audit audit;
    private final UUID community;
    private final End end;
    private final Deque<Kept> roots;
    private final Optional<Audit.Told> told;
    private final Check check;
    private int agreed;
    private long lastAgreed;

    /**
     * Where the bot says that a book ends, as it stands there: it is only compared, and need not be a {@link Head}.
     *
     * @param begunOn the last day that the bot took for begun; {@link LocalDate#MIN} before the first
     */
    record End(long size, String hash, String peaks, LocalDate begunOn) {
        static final End NONE = new End(0, Hash.ZERO.toString(), "", LocalDate.MIN);

        static End of(ResultSet row) throws SQLException {
            LocalDate begunOn = row.getObject(4, LocalDate.class);
            return new End(
                    row.getLong(1), row.getString(2), row.getString(3), begunOn == null ? LocalDate.MIN : begunOn);
        }
    }

    /** A row of ledger_root, likewise. */
    record Kept(LocalDate day, long size, String root) {
        static Kept of(ResultSet row) throws SQLException {
            return new Kept(row.getObject(1, LocalDate.class), row.getLong(2), row.getString(3));
        }
    }

    Reading(Audit audit, UUID community, End end, List<Kept> roots, Optional<Audit.Told> told) {
        this.audit = audit;
        this.community = community;
        this.end = end;
        this.roots = new ArrayDeque<>(roots);
        this.told = told;
        this.check = new Check(new CommunityId(community), this::entry);
    }

    private Optional<Entry> entry(UUID entry) {
        try {
            return audit
                    .select(SqlShelf.SELECT + "where community_id = ? and id = ?", SqlShelf::entry, community, entry)
                    .stream()
                    .findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("an entry could not be read", e);
        }
    }

    Finding of(long rows) throws SQLException {
        Optional<Finding.Bad> bad = rootsOfNothing();
        if (bad.isEmpty()) bad = entries();
        if (bad.isEmpty()) bad = end(rows);
        if (bad.isEmpty()) bad = accounts();
        if (bad.isEmpty()) bad = promises();
        if (bad.isPresent()) return bad.get();
        return new Finding.Sound(check.head().size(), check.root().toString(), agreed);
    }

    /** They are the first of the roots, and no entry would ever come up to them. */
    private Optional<Finding.Bad> rootsOfNothing() {
        if (roots.isEmpty() || roots.getFirst().size() > 0) return Optional.empty();
        Kept root = roots.getFirst();
        return Optional.of(new Finding.Bad(
                "ledger_root",
                "its root of %s is over %d entries, and there is none over fewer than 1"
                        .formatted(root.day(), root.size())));
    }

    private Optional<Finding.Bad> entries() throws SQLException {
        while (true) {
            long before = check.head().size();
            List<Entry> entries;
            try {
                entries = audit.select(
                        SqlShelf.SELECT + "where community_id = ? and seq > ? order by seq limit ?",
                        SqlShelf::entry,
                        community,
                        before,
                        AT_ONCE);
            } catch (IllegalArgumentException e) {
                return Optional.of(bad(firstUnreadable(before), "it can't be read: " + e.getMessage()));
            }
            for (Entry entry : entries) {
                Optional<Finding.Bad> bad = next(entry);
                if (bad.isPresent()) return bad;
            }
            if (entries.size() < AT_ONCE) return Optional.empty();
        }
    }

    /** Of those after this one, which come one by one now. */
    private long firstUnreadable(long after) throws SQLException {
        for (long number = after + 1; ; number++)
            try {
                for (Entry entry : audit.select(
                        SqlShelf.SELECT + "where community_id = ? and seq = ?", SqlShelf::entry, community, number))
                    if (next(entry).isPresent()) return number;
            } catch (IllegalArgumentException e) {
                return number;
            }
    }

    private Optional<Finding.Bad> next(Entry entry) throws SQLException {
        long number = check.head().size() + 1;
        Optional<String> wrong = check.next(entry);
        if (wrong.isPresent()) return Optional.of(bad(number, wrong.get()));
        for (Frontier.Tile tile : check.completed())
            if (!tileRoots(tile).equals(List.of(tile.root().toString())))
                return Optional.of(bad(
                        number - (1L << 8 * tile.level()) + 1,
                        "it or one of those up to %d is not what is kept of them in ledger_tile".formatted(number)));
        return rootsOf(number);
    }

    private List<String> tileRoots(Frontier.Tile tile) throws SQLException {
        return audit.select(
                "select root from ledger_tile where community_id = ? and level = ? and number = ?",
                row -> row.getString(1),
                community,
                tile.level(),
                tile.number());
    }

    private Optional<Finding.Bad> rootsOf(long size) {
        boolean isTold = told.isPresent() && told.get().size() == size;
        if (!isTold && (roots.isEmpty() || roots.getFirst().size() != size)) return Optional.empty();
        Hash root = check.root();
        while (!roots.isEmpty() && roots.getFirst().size() == size) {
            Kept kept = roots.removeFirst();
            if (!kept.root().equals(root.toString()))
                return Optional.of(notAsTold(size, "the root of %s in ledger_root".formatted(kept.day())));
            agreed++;
        }
        if (isTold && !told.get().root().equals(root.toString()))
            return Optional.of(notAsTold(size, "the root that you gave"));
        lastAgreed = size;
        return Optional.empty();
    }

    private Finding.Bad notAsTold(long size, String root) {
        return bad(
                lastAgreed + 1,
                "it or one of those up to %d was changed, together with all hashes after it: they don't lead to %s"
                        .formatted(size, root));
    }

    /** What must not be there, or must, after the last entry. */
    private Optional<Finding.Bad> end(long rows) throws SQLException {
        Head found = check.head();
        long next = found.size() + 1;
        if (end.size() > found.size())
            return Optional.of(bad(next, "it is missing: ledger_head says there are " + end.size()));
        if (!roots.isEmpty())
            return Optional.of(bad(
                    next,
                    "it is missing: on %s there were %d"
                            .formatted(roots.getFirst().day(), roots.getFirst().size())));
        if (told.isPresent() && told.get().size() > found.size())
            return Optional.of(bad(
                    next,
                    "it is missing: the root that you gave is over "
                            + told.get().size()));
        if (end.size() < found.size())
            return Optional.of(bad(end.size() + 1, "it was added by another program: ledger_head does not know it"));
        if (!end.hash().equals(found.hash().toString()) || !end.peaks().equals(found.peaks()))
            return Optional.of(new Finding.Bad("ledger_head", "its hash or its peaks don't follow from the entries"));
        if (rows != found.size())
            return Optional.of(
                    new Finding.Bad("transfer", "there are entries that are not in the row: " + (rows - found.size())));
        long tiles = audit.count("select count(*) from ledger_tile where community_id = ?", community);
        return tiles == tiles(found.size())
                ? Optional.empty()
                : Optional.of(new Finding.Bad("ledger_tile", "it has rows that no entries belong to"));
    }

    private static long tiles(long size) {
        long tiles = 0;
        for (long of = size / Frontier.TILE; of > 0; of /= Frontier.TILE) tiles += of;
        return tiles;
    }

    private Optional<Finding.Bad> accounts() throws SQLException {
        Map<String, Totals> kept = new TreeMap<>();
        audit.select(
                "select name, credits, debits, promised_credits, promised_debits from ledger_account"
                        + " where community_id = ?",
                row -> kept.put(row.getString(1), SqlShelf.totals(row)) == null,
                community);
        Set<String> names = new TreeSet<>(kept.keySet());
        names.addAll(check.totals().keySet());
        for (String name : names) {
            Totals is = kept.getOrDefault(name, Totals.NONE);
            Totals should = check.totals().getOrDefault(name, Totals.NONE);
            if (!is.equals(should))
                return Optional.of(new Finding.Bad(
                        "account " + name,
                        "its entries come to %s, and ledger_account says %s: either that was changed, or the last"
                                        .formatted(should, is)
                                + " entries are missing"));
        }
        return Optional.empty();
    }

    private Optional<Finding.Bad> promises() throws SQLException {
        Map<UUID, Instant> kept = new HashMap<>();
        audit.select(
                "select entry_id, lapses_at from ledger_promise where community_id = ?",
                row -> kept.put(
                                row.getObject(1, UUID.class),
                                row.getObject(2, OffsetDateTime.class).toInstant())
                        == null,
                community);
        if (!kept.keySet().equals(check.open().keySet()))
            return Optional.of(
                    new Finding.Bad("ledger_promise", "it has others than the pending entries that are open"));
        return check.open().values().stream()
                .filter(entry -> !Objects.equals(kept.get(entry.id), entry.lapsesAt))
                .min(Comparator.comparing(Entry::seq))
                .map(entry -> new Finding.Bad(
                        "ledger_promise",
                        "entry %d falls away at %s, and there at %s"
                                .formatted(entry.seq(), entry.lapsesAt, kept.get(entry.id))));
    }

    private static Finding.Bad bad(long number, String what) {
        return new Finding.Bad("entry " + number, what);
    }
}
