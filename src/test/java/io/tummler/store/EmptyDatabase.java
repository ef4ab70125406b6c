package io.tummler.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A new database of either kind that a test may do with as it likes. */
enum EmptyDatabase {
    H2 {
        @Override
        JdbcDatabase in(Path folder) {
            String url = "jdbc:h2:file:" + folder.resolve(UUID.randomUUID().toString());
            return new JdbcDatabase(url, "tummler", "tummler", Settings.OF_THE_BOT);
        }
    },
    POSTGRESQL {
        @Override
        JdbcDatabase in(Path folder) {
            return new JdbcDatabase(TestPostgres.newDatabase(), "postgres", "postgres", Settings.OF_THE_BOT);
        }
    };

    /**
     * @param folder for the files of one that is in files
     */
    abstract JdbcDatabase in(Path folder);

    static JdbcDatabase migrated(JdbcDatabase database) {
        Schema.of(database, Flyway.configure().load()).migrate();
        return database;
    }

    static void execute(JdbcDatabase database, String... statements) {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) statement.execute(sql);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The columns of each row in one line. */
    static List<String> query(JdbcDatabase database, String sql) {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (found.next()) {
                List<String> line = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++)
                    line.add(String.valueOf(found.getString(column)));
                lines.add(String.join(" ", line));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
