package io.tummler.store;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A table of the product, as a database describes it.
 *
 * @param key the columns that tell its rows apart, some of {@code columns}
 */
record Table(String name, List<String> columns, List<String> key) {
    /**
     * What belongs to running processes and not to communities: which replica holds which shards, and who may
     * log in next. It would mislead processes at another database. Flyway writes its own history there.
     */
    private static final Set<String> OF_PROCESSES =
            Set.of("flyway_schema_history", "shard_lease", "replica", "identify_slot");

    Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        if (key.isEmpty()) throw new IllegalArgumentException("a table needs a primary key: " + name);
    }

    /** All that hold what communities do, each after those that it refers to. */
    static List<Table> of(Connection database) throws SQLException {
        DatabaseMetaData data = database.getMetaData();
        Map<String, Set<String>> refersTo = new TreeMap<>();
        try (ResultSet found = data.getTables(
                database.getCatalog(), database.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (!OF_PROCESSES.contains(name)) refersTo.put(name, new TreeSet<>());
            }
        }
        for (var table : refersTo.entrySet())
            try (ResultSet found = data.getImportedKeys(database.getCatalog(), database.getSchema(), table.getKey())) {
                while (found.next()) table.getValue().add(found.getString("PKTABLE_NAME"));
            }
        refersTo.values().forEach(others -> others.retainAll(refersTo.keySet()));
        List<Table> tables = new ArrayList<>();
        for (String name : inOrder(refersTo)) tables.add(described(database, name));
        return tables;
    }

    /**
     * @param refersTo for each table those that must come before it; itself does not count
     */
    static Set<String> inOrder(Map<String, Set<String>> refersTo) {
        Set<String> ordered = new LinkedHashSet<>();
        Map<String, Set<String>> left = new LinkedHashMap<>(refersTo);
        while (!left.isEmpty()) {
            String next = left.entrySet().stream()
                    .filter(table -> table.getValue().stream()
                            .allMatch(other -> other.equals(table.getKey()) || ordered.contains(other)))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("tables refer to each other in a circle: " + left));
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static Table described(Connection database, String name) throws SQLException {
        DatabaseMetaData data = database.getMetaData();
        List<String> columns = new ArrayList<>();
        try (ResultSet found = data.getColumns(
                database.getCatalog(),
                database.getSchema(),
                name.replace("_", data.getSearchStringEscape() + "_"),
                "%")) {
            while (found.next()) columns.add(found.getString("COLUMN_NAME"));
        }
        List<String> key = new ArrayList<>();
        try (ResultSet found = data.getPrimaryKeys(database.getCatalog(), database.getSchema(), name)) {
            while (found.next()) key.add(found.getString("COLUMN_NAME"));
        }
        return new Table(name, columns, key);
    }

    String selectAll() {
        return "select " + listed(columns) + " from " + quoted(name);
    }

    String selectOne() {
        return selectAll() + " where "
                + key.stream().map(column -> quoted(column) + " = ?").collect(joining(" and "));
    }

    String insertOne() {
        return "insert into " + quoted(name) + " (" + listed(columns) + ") values ("
                + columns.stream().map(_ -> "?").collect(joining(", ")) + ")";
    }

    long countIn(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from " + quoted(name))) {
            found.next();
            return found.getLong(1);
        }
    }

    private static String listed(List<String> columns) {
        return columns.stream().map(Table::quoted).collect(joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
