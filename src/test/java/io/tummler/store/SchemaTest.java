package io.tummler.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of tables that this program did not leave as they are. */
class SchemaTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void an_empty_database_gets_its_tables_and_keeps_them(EmptyDatabase kind) {
        JdbcDatabase database = kind.in(folder);
        Schema schema = schemaOf(database);
        assertThat(schema.state()).isEqualTo(Schema.State.NONE);
        schema.migrate();
        assertThat(schema.state()).isEqualTo(Schema.State.CURRENT);
        schema.migrate();
        schema.validate();
    }

    @ParameterizedTest
    @EnumSource
    void one_of_an_older_version_is_upgraded(EmptyDatabase kind) {
        JdbcDatabase database = kind.in(folder);
        Flyway.configure().dataSource(database).target("3").load().migrate();
        assertThat(schemaOf(database).state()).isEqualTo(Schema.State.BEHIND);
        schemaOf(database).migrate();
        assertThat(schemaOf(database).state()).isEqualTo(Schema.State.CURRENT);
    }

    @ParameterizedTest
    @EnumSource
    void one_of_a_newer_version_is_refused_and_both_versions_are_named(EmptyDatabase kind) {
        JdbcDatabase database = EmptyDatabase.migrated(kind.in(folder));
        execute(
                database,
                "insert into flyway_schema_history select 999, '999', 'of the future', type, script, checksum,"
                        + " installed_by, installed_on, execution_time, success from flyway_schema_history"
                        + " where version = '1'");
        String newest = EmptyDatabase.query(
                        database,
                        "select max(cast(version as int)) from flyway_schema_history" + " where version <> '999'")
                .getFirst();
        assertRefused(
                database,
                "is of version 999 and this program knows versions up to " + newest + ": run the newer Tummler that"
                        + " upgraded it, or restore the backup from before that.");
    }

    @ParameterizedTest
    @EnumSource
    void one_that_was_made_by_another_migration_of_that_number_is_refused(EmptyDatabase kind) {
        JdbcDatabase database = EmptyDatabase.migrated(kind.in(folder));
        execute(database, "update flyway_schema_history set checksum = 1 where version = '3'");
        assertRefused(
                database,
                "are not this program's (Migration checksum mismatch for migration version 3): run the program that"
                        + " made them. Whoever changed a migration undoes that, and adds another for the change.");
    }

    @ParameterizedTest
    @EnumSource
    void one_whose_upgrade_broke_off_is_refused(EmptyDatabase kind) {
        JdbcDatabase database = EmptyDatabase.migrated(kind.in(folder));
        execute(database, "update flyway_schema_history set success = false where version = '5'");
        assertRefused(database, "to version 5 broke off: restore the backup from before it, then start again.");
    }

    @ParameterizedTest
    @EnumSource
    void one_of_somebody_else_is_refused_and_stays_as_it_is(EmptyDatabase kind) {
        JdbcDatabase database = kind.in(folder);
        execute(database, "create table recipe (id int primary key)");
        assertRefused(
                database,
                "holds tables that are not Tummler's: make one for Tummler alone, and correct"
                        + " QUARKUS_DATASOURCE_JDBC_URL.");
        assertThat(EmptyDatabase.query(
                        database, "select table_name from information_schema.tables where table_schema = 'public'"))
                .containsExactly("recipe");
    }

    @ParameterizedTest
    @EnumSource
    void consents_from_before_versions_are_of_the_first_and_nobody_knows_what_was_shown(EmptyDatabase kind) {
        JdbcDatabase database = kind.in(folder);
        Flyway.configure().dataSource(database).target("11").load().migrate();
        String id = "'00000000-0000-0000-0000-00000000000c'";
        execute(
                database,
                "insert into community values (" + id + ", 'discord', '42', 'Bakers')",
                "insert into member values (" + id + ", " + id + ", current_timestamp)",
                "insert into identity values (" + id + ", " + id + ", '7')",
                "insert into consent values (" + id + ", 'TASKS', timestamp with time zone '2026-03-01 10:00:00Z'), ("
                        + id + ", 'LISTENING', current_timestamp)");
        schemaOf(database).migrate();
        assertThat(EmptyDatabase.query(database, "select purpose, version from consent order by purpose"))
                .containsExactly("LISTENING 1", "TASKS 1");
        assertThat(EmptyDatabase.query(
                        database,
                        "select purpose, version, shown || 'nothing' from consent_event e where given and at ="
                                + " (select given_at from consent c where c.purpose = e.purpose) order by purpose"))
                .containsExactly("LISTENING 1 nothing", "TASKS 1 nothing");
        assertThat(EmptyDatabase.query(database, "select count(*) from identity where check_at <= current_timestamp"))
                .as("looked for at the next opportunity")
                .containsExactly("1");
    }

    @Test
    void a_user_who_may_make_no_tables_is_told_so() {
        JdbcDatabase database = EmptyDatabase.POSTGRESQL.in(folder);
        execute(database, "revoke create on schema public from public", "create role reader login password 'reader'");
        assertThatThrownBy(() -> schemaOf(new JdbcDatabase(
                                database.url().replace("user=postgres", "user=reader&password=reader"),
                                "",
                                "",
                                Settings.OF_THE_BOT))
                        .migrate())
                .isInstanceOf(BadDatabase.class)
                .hasMessageContaining("lets its user make no tables (ERROR: permission denied for schema public): make")
                .hasMessageNotContaining("password=reader");
    }

    private static Schema schemaOf(JdbcDatabase database) {
        return Schema.of(database, Flyway.configure().load());
    }

    private static void execute(JdbcDatabase database, String... statements) {
        EmptyDatabase.execute(database, statements);
    }

    private static void assertRefused(JdbcDatabase database, String how) {
        assertThatThrownBy(() -> schemaOf(database).migrate())
                .isInstanceOf(BadDatabase.class)
                .hasMessageEndingWith(how)
                .hasMessageContaining(database.toString())
                .message()
                .hasLineCount(1);
    }
}
