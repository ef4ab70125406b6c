package io.tummler.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.PackagedProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged bot with a database that it can't use: one line, and it ends. */
class BadDatabaseIT {
    @TempDir
    Path folder;

    private JdbcDatabase database;

    @BeforeEach
    void there_are_settings() throws Exception {
        Files.createDirectory(folder.resolve("bot-config"));
        database = EmptyDatabase.H2.in(folder);
    }

    @Test
    void of_an_unknown_kind() throws Exception {
        startsNot("jdbc:mysql://host/tummler?password=hush")
                .contains("tummler?password=*** can't be used: it is neither H2 nor PostgreSQL");
    }

    @Test
    void that_does_not_answer() throws Exception {
        startsNot("jdbc:postgresql://127.0.0.1:1/tummler?password=hush").contains("does not answer", "start it, or");
    }

    @Test
    void that_was_never_made() throws Exception {
        startsNot(TestPostgres.newDatabase().replace("/test", "/missing"))
                .contains("There is no database jdbc:postgres");
    }

    @Test
    void in_a_file_that_another_process_holds() throws Exception {
        try (Connection held = database.open()) {
            assertThat(held.isValid(1)).isTrue();
            startsNot(database.url()).contains("is open in another process: stop the bot first");
        }
    }

    @Test
    void that_is_newer_than_the_program() throws Exception {
        EmptyDatabase.execute(
                EmptyDatabase.migrated(database),
                "update flyway_schema_history set version = '999' where installed_rank ="
                        + " (select max(installed_rank) from flyway_schema_history)");
        startsNot(database.url()).contains("is of version 999 and this program knows versions up to");
    }

    @Test
    void that_another_migration_made() throws Exception {
        EmptyDatabase.execute(
                EmptyDatabase.migrated(database), "update flyway_schema_history set checksum = 1 where version = '3'");
        startsNot(database.url())
                .contains("checksum mismatch for migration version 3", "run the program that made them");
    }

    private AbstractStringAssert<?> startsNot(String url) throws Exception {
        PackagedProgram.End end = PackagedProgram.end(
                folder,
                List.of(
                        "-Dquarkus.datasource.jdbc.url=" + url,
                        "-Dquarkus.http.port=0",
                        "-Dquarkus.log.level=WARN",
                        "-Dtummler.discord.token=any"));
        assertThat(end.exitCode()).isEqualTo(1);
        return assertThat(end.said())
                .filteredOn(line -> !line.contains("Using H2"))
                .singleElement()
                .asString()
                .doesNotContain("hush");
    }
}
