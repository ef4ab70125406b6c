package io.tummler.store;

import java.nio.ByteBuffer;
import java.sql.Clob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row in values that are the same for each database: the two give times as different types, and neither is equal to
 * itself in another zone.
 */
record Row(List<@Nullable Object> values) {
    static Row of(ResultSet found, int columns) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) values.add(value(found, column));
        return new Row(values);
    }

    private static @Nullable Object value(ResultSet found, int column) throws SQLException {
        Object value = found.getObject(column);
        return switch (value) {
            case Timestamp _ -> found.getObject(column, OffsetDateTime.class).toInstant();
            case OffsetDateTime time -> time.toInstant();
            case Clob _ -> found.getString(column);
            case byte[] bytes -> ByteBuffer.wrap(bytes);
            case null, default -> value;
        };
    }

    /** The values of the key of this table. */
    Row keyOf(Table table) {
        List<@Nullable Object> key = new ArrayList<>();
        for (String column : table.key()) key.add(values.get(table.columns().indexOf(column)));
        return new Row(key);
    }

    /**
     * @param first the first parameter, from 1
     * @return the one after the last
     */
    int into(PreparedStatement statement, int first) throws SQLException {
        int parameter = first;
        for (Object value : values)
            statement.setObject(
                    parameter++,
                    switch (value) {
                        case Instant time -> time.atOffset(ZoneOffset.UTC);
                        case ByteBuffer bytes -> bytes.array();
                        case null, default -> value;
                    });
        return parameter;
    }
}
