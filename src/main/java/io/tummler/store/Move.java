package io.tummler.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/**
 * Copies what communities do and hold from one database to another, in one transaction, and compares the two before it
 * commits that. What is there already stays; the source is only read.
 */
public final class Move {
    /** Of SQL: an integrity constraint is violated. */
    private static final String VIOLATED = "23";

    private final JdbcDatabase source;
    private final JdbcDatabase target;
    private final Flyway migrations;

    /**
     * A table that is the same on both sides.
     *
     * @param rows how many it has
     * @param copied how many of them were not at the target before
     */
    public record Moved(String table, long rows, long copied) {}

    /**
     * What is at the target now.
     *
     * @param tables in the order in which they were copied
     * @param accounts of the ledger, each with the same balance on both sides
     */
    public record Moving(List<Moved> tables, int accounts) {
        public Moving {
            tables = List.copyOf(tables);
        }

        /** How many rows were not at the target before. */
        public long copied() {
            return tables.stream().mapToLong(Moved::copied).sum();
        }
    }

    /**
     * @param migrations of the product, set up for any database
     */
    public Move(JdbcDatabase source, JdbcDatabase target, Flyway migrations) {
        this.source = source;
        this.target = target;
        this.migrations = migrations;
    }

    /**
     * Does it all, or nothing.
     *
     * @throws BadDatabase when one of the two can't be used for this, such as a target with other rows in it
     * @throws SQLException when a database fails on the way
     */
    public Moving run() throws SQLException {
        if (source.isSameAs(target))
            throw new BadDatabase(
                    "%s is where everything is already: name another database in %s.",
                    target, target.settings().url());
        JdbcDatabase reading = source.forReading();
        try (Connection from = reading.open()) {
            requireCurrent(reading);
            try (Connection to = target.open()) {
                makeTables(to);
                from.setAutoCommit(false);
                // The same moment for all tables, should somebody write there meanwhile.
                from.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                // Closed without a commit, either database forgets the transaction.
                to.setAutoCommit(false);
                Moving moving = copy(from, to);
                to.commit();
                return moving;
            }
        }
    }

    private void requireCurrent(JdbcDatabase reading) {
        Schema schema = Schema.of(reading, migrations);
        switch (schema.state()) {
            case NONE ->
                throw new BadDatabase(
                        "The database %s holds nothing of Tummler's: name the bot's in %s.",
                        source, source.settings().url());
            case BEHIND ->
                throw new BadDatabase(
                        "The database %s is of an older version than this program: start the bot on it once, stop it,"
                                + " and move then.",
                        source);
            case CURRENT -> schema.validate();
        }
    }

    private void makeTables(Connection to) throws SQLException {
        Schema schema = Schema.of(target, migrations);
        // An earlier move may have been interrupted here; but no rows are touched before they have been compared.
        if (schema.state() == Schema.State.BEHIND)
            for (Table table : Table.of(to))
                if (table.countIn(to) > 0)
                    throw new BadDatabase(
                            "The database %s is of an older version than this program, and not empty: name an empty one"
                                    + " in %s.",
                            target, target.settings().url());
        schema.migrate();
    }

    private Moving copy(Connection from, Connection to) throws SQLException {
        List<Moved> tables = new ArrayList<>();
        for (Table table : Table.of(from)) {
            var move = new TableMove(table, from, to);
            try {
                long copied = move.copy();
                tables.add(new Moved(table.name(), move.verify(), copied));
            } catch (TableMove.Different different) {
                throw other(table, String.valueOf(different.getMessage()));
            } catch (SQLException failed) {
                if (String.valueOf(failed.getSQLState()).startsWith(VIOLATED))
                    throw other(table, "a row keeps one of the source's out");
                throw failed;
            }
        }
        Balances balances = Balances.of(from);
        if (!balances.equals(Balances.of(to)) || balances.sum() != 0)
            throw new SQLException("the ledger's balances are not the same on both sides");
        return new Moving(tables, balances.credits().size());
    }

    private BadDatabase other(Table table, String how) {
        return new BadDatabase(
                "The database %s holds something else than %s (table %s: %s). Nothing was written; name an empty"
                        + " database in %s.",
                target, source, table.name(), how, target.settings().url());
    }
}
