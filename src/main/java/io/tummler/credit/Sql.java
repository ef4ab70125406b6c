package io.tummler.credit;

import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** SQL by hand, on the connection of the transaction that is under way. */
final class Sql {
    private static final int AT_ONCE = 100;

    private final EntityManager entities;

    Sql(EntityManager entities) {
        this.entities = entities;
    }

    SharedSessionContractImplementor session() {
        return entities.unwrap(SharedSessionContractImplementor.class);
    }

    /** Reads a row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The parameters for one of many. */
    interface Writer<T> {
        List<? extends @Nullable Object> values(T one);
    }

    <T> List<T> select(String sql, Reader<T> reader, Object... parameters) {
        return select(sql, reader, List.of(parameters));
    }

    <T> Optional<T> first(String sql, Reader<T> reader, Object... parameters) {
        return select(sql, reader, List.of(parameters)).stream().findFirst();
    }

    private <T> List<T> select(String sql, Reader<T> reader, List<?> parameters) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                fill(statement, parameters);
                List<T> rows = new ArrayList<>();
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) rows.add(reader.read(found));
                }
                return rows;
            }
        });
    }

    /**
     * Each by its key, as no way to ask for many at once takes the index on both databases; a hundred at once.
     *
     * @param one for a community and a value
     */
    <T> List<T> selectEach(String one, Reader<T> reader, UUID community, Set<String> values) {
        List<String> sorted = values.stream().sorted().toList();
        List<T> rows = new ArrayList<>();
        for (int at = 0; at < sorted.size(); at += AT_ONCE) {
            List<String> some = sorted.subList(at, Math.min(sorted.size(), at + AT_ONCE));
            List<Object> parameters = some.stream()
                    .flatMap(value -> Stream.<Object>of(community, value))
                    .toList();
            rows.addAll(select(String.join(" union all ", Collections.nCopies(some.size(), one)), reader, parameters));
        }
        return rows;
    }

    /** In one batch. */
    <T> void write(String sql, List<T> all, Writer<T> writer) {
        if (all.isEmpty()) return;
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (T one : all) {
                    fill(statement, writer.values(one));
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    private static void fill(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        int parameter = 1;
        for (Object value : values)
            statement.setObject(parameter++, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
    }
}
