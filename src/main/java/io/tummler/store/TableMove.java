package io.tummler.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One table on its way from the source to the target. It holds a few rows at a time, however many there are. */
final class TableMove {
    private static final int ROWS_AT_ONCE = 100;

    private final Table table;
    private final Connection source;
    private final Connection target;

    /** The target has other rows than the source. */
    static final class Different extends Exception {
        private static final long serialVersionUID = 1;

        Different(String what) {
            super(what, null, false, false);
        }
    }

    /** What to do with some rows of the source. */
    private interface Step {
        void take(List<Row> rows) throws SQLException, Different;
    }

    TableMove(Table table, Connection source, Connection target) {
        this.table = table;
        this.source = source;
        this.target = target;
    }

    /**
     * Writes the rows that the target lacks.
     *
     * @return how many those were
     */
    long copy() throws SQLException, Different {
        boolean empty = table.countIn(target) == 0;
        long[] copied = {0};
        forEachBatch(rows -> {
            List<Row> missing = empty ? rows : missing(rows);
            insert(missing);
            copied[0] += missing.size();
        });
        return copied[0];
    }

    /**
     * Compares each row of the source with the target's, and the number of both.
     *
     * @return how many there are
     */
    long verify() throws SQLException, Different {
        long[] rows = {0};
        forEachBatch(batch -> {
            if (!missing(batch).isEmpty()) throw new Different("a row is missing");
            rows[0] += batch.size();
        });
        long there = table.countIn(target);
        if (there != rows[0]) throw new Different("rows that the source has not: " + (there - rows[0]));
        return there;
    }

    private void forEachBatch(Step step) throws SQLException, Different {
        List<Row> batch = new ArrayList<>(ROWS_AT_ONCE);
        try (Statement statement = source.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet found = statement.executeQuery(table.selectAll())) {
                while (found.next()) {
                    batch.add(Row.of(found, table.columns().size()));
                    if (batch.size() < ROWS_AT_ONCE) continue;
                    step.take(batch);
                    batch.clear();
                }
            }
        }
        if (!batch.isEmpty()) step.take(batch);
    }

    /** Those that the target does not have; what it has must be the same. */
    private List<Row> missing(List<Row> rows) throws SQLException, Different {
        Map<Row, Row> there = new HashMap<>();
        // Each by its key, as no way to ask for many pairs at once takes the index on both databases.
        String query = String.join(" union all ", Collections.nCopies(rows.size(), table.selectOne()));
        try (PreparedStatement select = target.prepareStatement(query)) {
            int parameter = 1;
            for (Row row : rows) parameter = row.keyOf(table).into(select, parameter);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    Row row = Row.of(found, table.columns().size());
                    there.put(row.keyOf(table), row);
                }
            }
        }
        List<Row> missing = new ArrayList<>();
        for (Row row : rows) {
            Row twin = there.get(row.keyOf(table));
            if (twin == null) missing.add(row);
            else if (!twin.equals(row)) throw new Different("a row differs from the source's");
        }
        return missing;
    }

    private void insert(List<Row> rows) throws SQLException {
        if (rows.isEmpty()) return;
        try (PreparedStatement insert = target.prepareStatement(table.insertOne())) {
            for (Row row : rows) {
                row.into(insert, 1);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
