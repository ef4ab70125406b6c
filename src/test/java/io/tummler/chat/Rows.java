package io.tummler.chat;

import io.agroal.api.AgroalDataSource;
import io.tummler.store.Keyring;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Every row of every table, each column as text: what is at rest, whoever put it there, and under whichever key. */
@Singleton
class Rows {
    private final AgroalDataSource source;
    private final Opened opened;

    Rows(AgroalDataSource source, Keyring keyring) {
        this.source = source;
        this.opened = new Opened(keyring);
    }

    List<String> all() {
        return all(opened);
    }

    /** As whoever takes the database away without the keys would see it. */
    List<String> withoutKeys() {
        return all(Opened.NOT_AT_ALL);
    }

    /** Every column that is looked at, with its table's name before. */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (String table : tables(connection))
                try (Statement statement = connection.createStatement();
                        ResultSet found = statement.executeQuery(select(table))) {
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++)
                        columns.add(table + "." + found.getMetaData().getColumnName(i));
                }
            return columns;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String select(String table) {
        return "select * from \"" + table + "\"";
    }

    private List<String> all(Opened opened) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            for (String table : tables(connection)) rows.addAll(of(connection, table, opened));
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

    private static List<String> of(Connection connection, String table, Opened opened) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(select(table))) {
            while (found.next()) {
                var row = new StringBuilder(table);
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++)
                    row.append('|').append(opened.read(found, table, i));
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
