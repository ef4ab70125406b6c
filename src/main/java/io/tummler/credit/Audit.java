package io.tummler.credit;

import io.tummler.api.CommunityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
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

/**
 * Compares all that a database holds of the books of communities with what follows from their entries, and names the first
 * place where it differs. Only reads, a thousand entries at once.
 */
public final class Audit {
    private static final int AT_ONCE = 1000;
    /** Where one finding names several rows. */
    private static final int NAMED_MAX = 10;

    private final Connection database;
    private final LocalDate tomorrow;

    /** What came of looking at one community's book. */
    public sealed interface Finding {
        /**
         * Nothing is wrong.
         *
         * @param entries how many there are
         * @param root over all of them, in hexadecimal digits
         * @param roots how many that were told before agree
         */
        record Sound(long entries, String root, int roots) implements Finding {}

        /**
         * All of it is as an older Tummler wrote it, and gets its numbers and hashes as soon as the bot runs. Never where a
         * root was told, as there were numbers and hashes then.
         */
        record NotChained(long entries) implements Finding {}

        /**
         * @param where the first bad entry, or what beside the entries differs from them
         * @param what is wrong with it
         */
        record Bad(String where, String what) implements Finding {}
    }

    /**
     * A root that somebody kept, such as the moderators' channel.
     *
     * @param size how many entries it is over, from 1
     * @param root in hexadecimal digits
     */
    public record Told(long size, String root) {
        public Told {
            if (size < 1) throw new IllegalArgumentException("a root is over 1 entry or more: " + size);
        }

        /** @throws IllegalArgumentException when it is not a number from 1, a colon and 64 hexadecimal digits */
        public static Told parse(String text) {
            String[] parts = text.split(":", 2);
            if (parts.length < 2) throw new IllegalArgumentException("no colon in " + text);
            return new Told(Long.parseLong(parts[0]), Hash.parse(parts[1]).toString());
        }
    }

    /**
     * Where the bot says that a book ends, as it stands there: it is only compared, and need not be a {@link Head}.
     *
     * @param begunOn the last day that the bot took for begun; {@link LocalDate#MIN} before the first
     */
    private record End(long size, String hash, String peaks, LocalDate begunOn) {
        static final End NONE = new End(0, Hash.ZERO.toString(), "", LocalDate.MIN);

        static End of(ResultSet row) throws SQLException {
            LocalDate begunOn = row.getObject(4, LocalDate.class);
            return new End(
                    row.getLong(1), row.getString(2), row.getString(3), begunOn == null ? LocalDate.MIN : begunOn);
        }
    }

    /** A row of ledger_root, likewise. */
    private record Kept(LocalDate day, long size, String root) {
        static Kept of(ResultSet row) throws SQLException {
            return new Kept(row.getObject(1, LocalDate.class), row.getLong(2), row.getString(3));
        }
    }

    /** @param database within a transaction in which nothing changes any more */
    public Audit(Connection database, Instant now) {
        this.database = database;
        this.tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    }

    /** Those of which there is a book. */
    public List<CommunityId> communities() throws SQLException {
        return select("""
                        select community_id from transfer union select community_id from ledger_head
                        union select community_id from ledger_root order by community_id""", row -> new CommunityId(row.getObject(1, UUID.class)));
    }

    public Finding of(CommunityId community, Optional<Told> told) throws SQLException {
        UUID id = community.value();
        long rows = count("select count(*) from transfer where community_id = ?", id);
        List<End> ends =
                select("select size, hash, peaks, begun_on from ledger_head where community_id = ?", End::of, id);
        List<Kept> roots = select(Roots.SELECT, Kept::of, id);
        End end = ends.isEmpty() ? End.NONE : ends.getFirst();
        boolean isOld = end.size() == 0 && roots.isEmpty() && told.isEmpty() && rows > 0 && rows == ofOlder(id);
        Finding found = isOld ? new Finding.NotChained(rows) : new Reading(id, end, roots, told).of(rows);
        if (found instanceof Finding.Bad) return found;
        return settledElsewhere(id).or(() -> begunTooEarly(end)).orElse(found);
    }

    private long ofOlder(UUID community) throws SQLException {
        return count("""
                select count(*) from transfer where community_id = ? and kind = 'BOOKED'
                  and seq is null and settles is null and lapses_at is null and hash is null""", community);
    }

    /** What is settled counts no more, whoever settled it; and those rows are not among the entries that are read. */
    private Optional<Finding> settledElsewhere(UUID community) throws SQLException {
        List<String> rows = select(
                """
                select coalesce(cast(e.seq as varchar), cast(e.id as varchar)), o.id, o.community_id
                from transfer e join transfer o on o.settles = e.id
                where e.community_id = ? and o.community_id <> e.community_id order by e.seq, e.id limit ?""",
                row -> "entry %s by %s of community %s".formatted(row.getString(1), row.getString(2), row.getString(3)),
                community,
                NAMED_MAX);
        if (rows.isEmpty()) return Optional.empty();
        return Optional.of(new Finding.Bad(
                "transfer",
                "what only their own community can settle is settled by another: " + String.join(", ", rows)));
    }

    /** The bot's clock may be ahead of this one by a little, but not by days. */
    private Optional<Finding> begunTooEarly(End end) {
        if (!end.begunOn().isAfter(tomorrow)) return Optional.empty();
        return Optional.of(new Finding.Bad(
                "ledger_head",
                "it says that %s has begun already, as if to have no root told until then".formatted(end.begunOn())));
    }

    private <T> List<T> select(String sql, Sql.Reader<T> reader, Object... parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) statement.setObject(at + 1, parameters[at]);
            List<T> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) rows.add(reader.read(found));
            }
            return rows;
        }
    }

    private long count(String sql, Object... parameters) throws SQLException {
        return select(sql, row -> row.getLong(1), parameters).getFirst();
    }

    private static Finding.Bad bad(long number, String what) {
        return new Finding.Bad("entry " + number, what);
    }

    /** One book being read. */
    private final class Reading {
        private final UUID community;
        private final End end;
        private final Deque<Kept> roots;
        private final Optional<Told> told;
        private final Check check;
        private int agreed;
        private long lastAgreed;

        Reading(UUID community, End end, List<Kept> roots, Optional<Told> told) {
            this.community = community;
            this.end = end;
            this.roots = new ArrayDeque<>(roots);
            this.told = told;
            this.check = new Check(new CommunityId(community), this::entry);
        }

        private Optional<Entry> entry(UUID entry) {
            try {
                return select(SqlShelf.SELECT + "where community_id = ? and id = ?", SqlShelf::entry, community, entry)
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
                    entries = select(
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
                    for (Entry entry : select(
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
                            "it or one of those up to %d is not what is kept of them in ledger_tile"
                                    .formatted(number)));
            return rootsOf(number);
        }

        private List<String> tileRoots(Frontier.Tile tile) throws SQLException {
            return select(
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
                                .formatted(
                                        roots.getFirst().day(), roots.getFirst().size())));
            if (told.isPresent() && told.get().size() > found.size())
                return Optional.of(bad(
                        next,
                        "it is missing: the root that you gave is over "
                                + told.get().size()));
            if (end.size() < found.size())
                return Optional.of(
                        bad(end.size() + 1, "it was added by another program: ledger_head does not know it"));
            if (!end.hash().equals(found.hash().toString()) || !end.peaks().equals(found.peaks()))
                return Optional.of(
                        new Finding.Bad("ledger_head", "its hash or its peaks don't follow from the entries"));
            if (rows != found.size())
                return Optional.of(new Finding.Bad(
                        "transfer", "there are entries that are not in the row: " + (rows - found.size())));
            long tiles = count("select count(*) from ledger_tile where community_id = ?", community);
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
            select(
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
            select(
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
    }
}
