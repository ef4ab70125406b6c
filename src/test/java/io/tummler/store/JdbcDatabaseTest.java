package io.tummler.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that nobody can connect to: the line names it, says why and what to correct, and no password. */
class JdbcDatabaseTest {
    private static final String SECRET = "hush";

    @TempDir
    Path folder;

    @Test
    void of_another_kind() {
        assertRefused("jdbc:mysql://user:hush@host/tummler?password=hush")
                .hasMessage(
                        "The database jdbc:mysql://***@host/tummler?password=*** can't be used: it is neither H2 nor"
                                + " PostgreSQL, whose URLs begin with jdbc:h2: and jdbc:postgresql: respectively. Correct"
                                + " QUARKUS_DATASOURCE_JDBC_URL.");
    }

    @Test
    void where_nobody_listens() {
        assertRefused("jdbc:postgresql://127.0.0.1:1/tummler?user=a&password=hush")
                .hasMessageContaining("/tummler?user=a&password=*** does not answer (Connection to 127.0.0.1:1 refused")
                .hasMessageEndingWith("start it, or correct QUARKUS_DATASOURCE_JDBC_URL.");
    }

    @Test
    void on_a_host_that_there_is_not() {
        assertRefused("jdbc:postgresql://nowhere.invalid/tummler")
                .hasMessage(
                        "The database jdbc:postgresql://nowhere.invalid/tummler does not answer (no such host): start"
                                + " it, or correct QUARKUS_DATASOURCE_JDBC_URL.");
    }

    @Test
    void that_was_never_made() {
        assertRefused(TestPostgres.newDatabase().replace("/test", "/missing"))
                .hasMessageStartingWith("There is no database jdbc:postgresql://")
                .hasMessageContaining("(FATAL: database \"missing")
                .hasMessageEndingWith("create it, or correct QUARKUS_DATASOURCE_JDBC_URL.");
    }

    @Test
    void with_another_password() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                // It trusts everybody, until it reads in its own rules that it does not.
                statement.execute(
                        "do $$ begin execute format('copy (select ''host all guest all scram-sha-256'') to %L',"
                                + " current_setting('hba_file')); end $$");
                statement.execute("create role guest login password 'another'");
                statement.execute("select pg_reload_conf()");
            }
            String url = server.getJdbcUrl("guest", "postgres").replace("user=guest", "user=guest&password=hush");
            assertRefused(url)
                    .hasMessageContaining("does not let this user in (FATAL: password authentication failed for user")
                    .hasMessageEndingWith(
                            "correct QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD, or both in"
                                    + " QUARKUS_DATASOURCE_JDBC_URL.");
        }
    }

    @Test
    void in_a_file_with_another_password() {
        JdbcDatabase database = EmptyDatabase.migrated(EmptyDatabase.H2.in(folder));
        assertRefused(database.url()).hasMessageContaining("does not let this user in (Wrong user name or password)");
    }

    @Test
    void in_a_file_that_is_missing_and_is_only_to_be_read() {
        JdbcDatabase database = EmptyDatabase.H2.in(folder);
        assertThatThrownBy(() -> database.forReading().open())
                .isInstanceOf(BadDatabase.class)
                .hasMessage("There is no database " + database + ": correct QUARKUS_DATASOURCE_JDBC_URL, or run in the"
                        + " folder that it counts from.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void h2_is_like_postgresql_whatever_its_url_leaves_out_and_whoever_its_url_names() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("db") + ";USER=ada;PASSWORD=hush";
        try (Connection connection = new JdbcDatabase(url, "tummler", "tummler", Settings.OF_THE_BOT).open()) {
            assertThat(connection.getMetaData().getUserName()).isEqualToIgnoringCase("ada");
            assertThat(connection.getSchema()).isEqualTo("public");
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String url) {
        return assertThatThrownBy(() -> new JdbcDatabase(url, "tummler", SECRET, Settings.OF_THE_BOT).open())
                .isInstanceOf(BadDatabase.class)
                .hasMessageNotContaining(SECRET)
                .satisfies(refused -> assertThat(refused.getMessage()).hasLineCount(1));
    }
}
