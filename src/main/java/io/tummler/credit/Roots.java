package io.tummler.credit;

import io.tummler.api.CommunityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The roots of Merkle trees over a community's book that were told to its moderators, one a day at most. */
final class Roots {
    static final String SELECT = "select on_day, size, root from ledger_root where community_id = ? order by size";

    private final Sql sql;

    /**
     * @param day in UTC that had begun when it was told
     * @param size how many entries it is over
     */
    record Root(LocalDate day, long size, Hash hash) {
        static Root of(ResultSet row) throws SQLException {
            return new Root(row.getObject(1, LocalDate.class), row.getLong(2), Hash.parse(row.getString(3)));
        }
    }

    Roots(Sql sql) {
        this.sql = sql;
    }

    Optional<Root> last(CommunityId community) {
        return sql.first(SELECT + " desc limit 1", Root::of, community.value());
    }

    void keep(CommunityId community, Root root, Instant at) {
        sql.write(
                "insert into ledger_root (community_id, on_day, size, root, made_at) values (?, ?, ?, ?, ?)",
                List.of(root),
                it -> List.of(community.value(), it.day(), it.size(), it.hash().toString(), at));
    }
}
