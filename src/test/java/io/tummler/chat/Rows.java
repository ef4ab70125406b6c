package io.tummler.chat;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Every row of every table, each column as text: what is at rest, whoever put it there. */
@Singleton
class Rows {
    private final AgroalDataSource source;

    Rows(AgroalDataSource source) {
        this.source = source;
    }

    List<String> all() {
        List<String> rows = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (String table : tables(connection)) rows.addAll(of(connection, table));
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows that have these words in a column. */
    List<String> with(String words) {
        return all().stream().filter(row -> row.contains(words)).toList();
    }

    List<String> of(String table) {
        return all().stream().filter(row -> row.startsWith(table + "|")).toList();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found =
                connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) tables.add(found.getString("TABLE_NAME"));
        }
        return tables;
    }

    private static List<String> of(Connection connection, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from \"" + table + "\"")) {
            while (found.next()) {
                var row = new StringBuilder(table);
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++)
                    row.append('|').append(found.getString(i));
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
