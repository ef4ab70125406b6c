package io.tummler.chat.discord;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Leases in PostgreSQL. All time is the database's, so that no two clocks have to agree; one process at a time looks and
 * decides, under an advisory lock that ends with its transaction, so that there is nothing to agree upon either.
 */
final class PostgresLeases implements ShardLeases {
    private static final Logger LOG = Logger.getLogger(PostgresLeases.class);
    private static final long LOCK = 0x7475_6d6d_6c65_72L;
    private static final Duration IDENTIFY_EVERY = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final DataSource database;
    private final String name;
    private final UUID run;
    private final OptionalInt wanted;
    private final Duration lasts;
    private boolean joined;

    /**
     * @param name of this process, unlike any other's that runs
     * @param run unlike that of any other start
     * @param wanted how many shards the bot is to have; empty for what is recommended, or what others have begun with
     * @param lasts how long a lease lasts that is not renewed
     */
    PostgresLeases(DataSource database, String name, UUID run, OptionalInt wanted, Duration lasts) {
        this.database = database;
        this.name = name;
        this.run = run;
        this.wanted = wanted;
        this.lasts = lasts;
    }

    private interface Step<T> {
        T take(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Step<T> step) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = step.take(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
        return statement;
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static int number(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    @Override
    public Share renew(int recommended) throws SQLException {
        Share share = inTransaction(connection -> {
            lock(connection);
            report(connection);
            int live = number(connection, "select count(*) from replica");
            int total = total(connection, recommended);
            if (wanted.isPresent() && wanted.getAsInt() != total) {
                LOG.warnf(
                        "Other replicas run with %d shards and this one is set to %d (TUMMLER_DISCORD_SHARDS): it waits"
                                + " until they have stopped",
                        total, wanted.getAsInt());
                return Share.NOTHING;
            }
            Share fair = ShardLeases.divide(leases(connection), live);
            for (int shard : fair.ours())
                update(
                        connection,
                        "update shard_lease set holder = ?, run = ?, until = now() + ? * interval '1 millisecond'"
                                + " where shard = ?",
                        name,
                        run,
                        lasts.toMillis(),
                        shard);
            return fair;
        });
        joined = true;
        return share;
    }

    private static void lock(Connection connection) throws SQLException {
        number(connection, "select 1 from pg_advisory_xact_lock(?)", LOCK);
    }

    /** Says that this process is there, and forgets those that have not said so for as long as a lease lasts. */
    private void report(Connection connection) throws SQLException {
        update(
                connection,
                "delete from replica where name <> ? and seen < now() - ? * interval '1 millisecond'",
                name,
                lasts.toMillis());
        if (!joined)
            update(
                    connection,
                    "insert into replica (name, run, seen) values (?, ?, now())"
                            + " on conflict (name) do update set run = excluded.run, seen = excluded.seen",
                    name,
                    run);
        else if (update(connection, "update replica set seen = now() where name = ? and run = ?", name, run) == 0) {
            // Forgotten by the others, after a while away, or replaced by somebody of the same name.
            if (number(connection, "select count(*) from replica where name = ?", name) > 0) throw new Replaced(name);
            update(connection, "insert into replica (name, run, seen) values (?, ?, now())", name, run);
        }
    }

    /** Those who serve already decide; else it begins anew. */
    private int total(Connection connection, int recommended) throws SQLException {
        int begun = number(
                connection,
                "select max(total) from shard_lease where until >= now() and holder is not null and"
                        + " not (holder = ? and run <> ?)",
                name,
                run);
        if (begun > 0) return begun;
        int total = wanted.orElse(recommended);
        update(connection, "delete from shard_lease where shard >= ?", total);
        for (int shard = 0; shard < total; shard++)
            update(
                    connection,
                    "insert into shard_lease (shard, total, until) values (?, ?, now())"
                            + " on conflict (shard) do update set total = excluded.total",
                    shard,
                    total);
        return total;
    }

    private List<Lease> leases(Connection connection) throws SQLException {
        List<Lease> leases = new ArrayList<>();
        try (PreparedStatement statement = prepared(connection, """
                select shard,
                    holder is null or until < now() or (holder = ? and run <> ?) as free,
                    coalesce(holder = ? and run = ?, false) as ours
                from shard_lease order by shard""", name, run, name, run);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next())
                leases.add(new Lease(rows.getInt("shard"), rows.getBoolean("free"), rows.getBoolean("ours")));
        }
        return leases;
    }

    @Override
    public void giveBack(int shard) throws SQLException {
        inTransaction(connection -> update(
                connection,
                "update shard_lease set holder = null, run = null, until = now() where shard = ? and run = ?",
                shard,
                run));
    }

    @Override
    public void awaitIdentify(int bucket) throws InterruptedException {
        while (!mayIdentify(bucket)) Thread.sleep(LOOK_AGAIN);
    }

    private boolean mayIdentify(int bucket) {
        try {
            return inTransaction(connection -> {
                update(
                        connection,
                        "insert into identify_slot (bucket, free_at) values (?, now()) on conflict (bucket) do nothing",
                        bucket);
                return update(
                                connection,
                                "update identify_slot set free_at = now() + ? * interval '1 millisecond'"
                                        + " where bucket = ? and free_at <= now()",
                                IDENTIFY_EVERY.toMillis(),
                                bucket)
                        == 1;
            });
        } catch (SQLException away) {
            // Discord refuses what comes too soon, and it is tried again; that is better than to stay away with the
            // database.
            LOG.warnf("Could not ask the database whether a shard may identify itself: %s", away.getMessage());
            return true;
        }
    }

    @Override
    public void close() throws SQLException {
        inTransaction(connection -> {
            update(connection, "update shard_lease set holder = null, run = null, until = now() where run = ?", run);
            return update(connection, "delete from replica where name = ? and run = ?", name, run);
        });
    }
}
