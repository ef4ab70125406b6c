package io.tummler.credit;

import io.tummler.api.CommunityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Compares all that a database holds of the books of communities with what follows from their entries, and names the first
 * place where it differs. Only reads, a thousand entries at once.
 */
public final class Audit {
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
        List<Reading.End> ends = select(
                "select size, hash, peaks, begun_on from ledger_head where community_id = ?", Reading.End::of, id);
        List<Reading.Kept> roots = select(Roots.SELECT, Reading.Kept::of, id);
        Reading.End end = ends.isEmpty() ? Reading.End.NONE : ends.getFirst();
        boolean isOld = end.size() == 0 && roots.isEmpty() && told.isEmpty() && rows > 0 && rows == ofOlder(id);
        Finding found = isOld ? new Finding.NotChained(rows) : new Reading(this, id, end, roots, told).of(rows);
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
    private Optional<Finding> begunTooEarly(Reading.End end) {
        if (!end.begunOn().isAfter(tomorrow)) return Optional.empty();
        return Optional.of(new Finding.Bad(
                "ledger_head",
                "it says that %s has begun already, as if to have no root told until then".formatted(end.begunOn())));
    }

    <T> List<T> select(String sql, Sql.Reader<T> reader, Object... parameters) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int at = 0; at < parameters.length; at++) statement.setObject(at + 1, parameters[at]);
            List<T> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) rows.add(reader.read(found));
            }
            return rows;
        }
    }

    long count(String sql, Object... parameters) throws SQLException {
        return select(sql, row -> row.getLong(1), parameters).getFirst();
    }
}
