package io.tummler.store;

import static io.tummler.store.EmptyDatabase.execute;
import static io.tummler.store.EmptyDatabase.migrated;
import static io.tummler.store.EmptyDatabase.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tummler.store.Move.Moved;
import io.tummler.store.Move.Moving;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that communities have, on its way from one database to another. */
class MoveTest {
    /** More than go at once. */
    private static final int MEMBERS = 250;

    private static final String BAKERS = "00000000-0000-0000-0000-00000000000c";
    private static final String ADA = "80000000-0000-4000-8000-000000000001";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"H2, POSTGRESQL", "POSTGRESQL, H2", "H2, H2", "POSTGRESQL, POSTGRESQL"})
    void all_rows_of_all_tables_are_the_same_there(EmptyDatabase from, EmptyDatabase to) throws SQLException {
        JdbcDatabase source = filled(from.in(folder));
        JdbcDatabase target = to.in(folder);
        Moving moving = move(source, target);

        assertThat(moving.tables())
                .as("every table has rows here, or this test has not learned of a new one")
                .allSatisfy(table -> assertThat(table.rows()).isPositive())
                .allSatisfy(table -> assertThat(table.copied()).isEqualTo(table.rows()))
                .contains(new Moved("member", MEMBERS + 1, MEMBERS + 1));
        assertThat(moving.accounts()).isEqualTo(2);
        for (Table table : tables(source))
            assertThat(query(target, everythingIn(table)))
                    .as(table.name())
                    .containsExactlyElementsOf(query(source, everythingIn(table)));
        assertThat(query(
                        target,
                        "select count(*) from member where since = timestamp with time zone"
                                + " '2026-02-28 23:59:59.123456Z' and id = '" + ADA + "'"))
                .containsExactly("1");
    }

    /** In an order and a form that both databases agree on. */
    private static String everythingIn(Table table) {
        String line = String.join(
                " || '|' || ",
                table.columns().stream()
                        .map(column -> column.endsWith("_at")
                                        || Set.of("since", "until", "due", "gone_since")
                                                .contains(column)
                                ? "coalesce(cast(cast(extract(epoch from \"%s\") * 1000000 as bigint) as varchar), 'none')"
                                        .formatted(column)
                                : (Set.of(
                                                                "acknowledged",
                                                                "asks",
                                                                "by_role",
                                                                "asker_wrote",
                                                                "discreet",
                                                                "given",
                                                                "helper_wrote",
                                                                "moderator",
                                                                "new_asker",
                                                                "new_here")
                                                        .contains(column)
                                                ? "lower(cast(\"%s\" as varchar(5)))"
                                                : "coalesce(cast(\"%s\" as varchar(2000)), 'none')")
                                        .formatted(column))
                        .toList());
        return "select %s from \"%s\" order by %s".formatted(line, table.name(), String.join(", ", table.key()));
    }

    @ParameterizedTest
    @EnumSource
    void once_more_nothing_is_changed_and_only_what_is_new_is_added(EmptyDatabase to) throws SQLException {
        JdbcDatabase source = filled(EmptyDatabase.H2.in(folder));
        JdbcDatabase target = to.in(folder);
        long rows = move(source, target).copied();
        assertThat(move(source, target).copied()).isZero();

        execute(source, "insert into fingerprint_key values (1, 'abc') on conflict do nothing", member(MEMBERS + 1));
        assertThat(move(source, target).copied()).isEqualTo(1);
        assertThat(rows).isGreaterThan(MEMBERS);
    }

    @ParameterizedTest
    @EnumSource
    void what_fails_on_the_way_leaves_nothing_behind_and_is_completed_by_the_next_run(EmptyDatabase to)
            throws SQLException {
        JdbcDatabase source = filled(EmptyDatabase.H2.in(folder));
        JdbcDatabase target = to.in(folder);
        Flyway.configure().dataSource(target).target("5").load().migrate();
        move(source, target, "alter table transfer add constraint full_disk check (amount < 0)")
                .isInstanceOf(BadDatabase.class)
                .hasMessageContaining("table transfer: a row keeps one of the source's out");
        for (Table table : tables(target))
            assertThat(query(target, "select * from " + table.name())).isEmpty();

        execute(target, "alter table transfer drop constraint full_disk");
        assertThat(move(source, target).copied()).isGreaterThan(MEMBERS);
    }

    @ParameterizedTest
    @EnumSource
    void a_target_with_a_row_that_differs_is_refused_and_stays_as_it_is(EmptyDatabase to) throws SQLException {
        JdbcDatabase source = filled(EmptyDatabase.H2.in(folder));
        JdbcDatabase target = to.in(folder);
        move(source, target);
        execute(target, "delete from task_done", "update statement set wording = 'something else'");
        assertRefused(source, target)
                .hasMessageStartingWith("The database " + target + " holds something else than " + source)
                .hasMessageEndingWith("(table statement: a row differs from the source's). Nothing was written; name an"
                        + " empty database in QUARKUS_DATASOURCE_JDBC_URL.");
        assertThat(query(target, "select * from task_done")).isEmpty();
        assertThat(query(target, "select distinct wording from statement")).containsExactly("something else");
    }

    @ParameterizedTest
    @EnumSource
    void a_target_with_more_in_it_is_refused_and_stays_as_it_is(EmptyDatabase to) {
        JdbcDatabase source = filled(EmptyDatabase.H2.in(folder));
        JdbcDatabase target = migrated(to.in(folder));
        execute(
                target,
                "insert into community (id, platform, platform_id, name) values"
                        + " ('00000000-0000-0000-0000-0000000000ff', 'discord', '7', 'Others')");
        assertRefused(source, target).hasMessageContaining("(table community: rows that the source has not: 1)");
        assertThat(query(target, "select name from community")).containsExactly("Others");
    }

    @ParameterizedTest
    @EnumSource
    void a_target_with_the_same_community_under_another_id_is_refused(EmptyDatabase to) {
        JdbcDatabase source = filled(EmptyDatabase.H2.in(folder));
        JdbcDatabase target = migrated(to.in(folder));
        execute(
                target,
                "insert into community (id, platform, platform_id, name) values"
                        + " ('00000000-0000-0000-0000-0000000000ff', 'discord', '42', 'Ours')");
        assertRefused(source, target)
                .hasMessageContaining("(table community: a row keeps one of the source's out)")
                .hasMessageNotContaining("Bakers");
        assertThat(query(target, "select name from community")).containsExactly("Ours");
    }

    @Test
    void a_target_of_an_older_version_that_is_in_use_is_refused_and_stays_as_it_is() {
        JdbcDatabase source = filled(EmptyDatabase.H2.in(folder));
        JdbcDatabase target = EmptyDatabase.POSTGRESQL.in(folder);
        Flyway.configure().dataSource(target).target("3").load().migrate();
        execute(target, "insert into community values ('" + BAKERS + "', 'discord', '42', 'Bakers')");
        assertRefused(source, target).hasMessageContaining("is of an older version than this program, and not empty");
        assertThat(query(target, "select max(version) from flyway_schema_history"))
                .containsExactly("3");
    }

    @Test
    void a_source_that_holds_nothing_or_is_older_or_is_the_target_itself_is_refused() {
        JdbcDatabase empty = EmptyDatabase.POSTGRESQL.in(folder);
        JdbcDatabase target = EmptyDatabase.H2.in(folder);
        assertRefused(empty, target).hasMessageContaining("holds nothing of Tummler's: name the bot's in QUARKUS_");
        Flyway.configure().dataSource(empty).target("3").load().migrate();
        assertRefused(empty, target).hasMessageContaining("start the bot on it once, stop it, and move then");
        assertRefused(migrated(empty), empty).hasMessageContaining("is where everything is already");
        assertThat(folder).as("no target was made").isEmptyDirectory();
    }

    @Test
    void a_source_in_a_file_does_not_change_by_a_byte() throws Exception {
        JdbcDatabase source = filled(EmptyDatabase.H2.in(folder));
        Path file;
        try (var files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        byte[] before = Files.readAllBytes(file);
        move(source, EmptyDatabase.POSTGRESQL.in(folder));
        assertThat(file).hasBinaryContent(before);
        assertThat(folder).isDirectoryContaining(file::equals);
    }

    @Test
    void tables_come_after_those_that_they_refer_to_and_a_circle_is_no_order() {
        assertThat(Table.inOrder(Map.of("a", Set.of("b", "a"), "b", Set.of("c"), "c", Set.of())))
                .containsExactly("c", "b", "a");
        assertThatThrownBy(() -> Table.inOrder(Map.of("a", Set.of("b"), "b", Set.of("a"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("circle");
    }

    @Test
    void what_belongs_to_processes_stays_where_it_is() throws SQLException {
        JdbcDatabase source = migrated(EmptyDatabase.H2.in(folder));
        assertThat(tables(source))
                .extracting(Table::name)
                .contains("community", "transfer")
                .doesNotContain("shard_lease", "replica", "identify_slot", "flyway_schema_history");
    }

    private static List<Table> tables(JdbcDatabase database) throws SQLException {
        try (Connection connection = database.open()) {
            return Table.of(connection);
        }
    }

    private static Moving move(JdbcDatabase source, JdbcDatabase target) throws SQLException {
        return new Move(source, target, Flyway.configure().load()).run();
    }

    /** With this in its way, once the target has tables. */
    private static AbstractThrowableAssert<?, ? extends Throwable> move(
            JdbcDatabase source, JdbcDatabase target, String obstacle) {
        execute(target, obstacle);
        return assertThatThrownBy(() -> move(source, target));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            JdbcDatabase source, JdbcDatabase target) {
        return assertThatThrownBy(() -> move(source, target))
                .isInstanceOf(BadDatabase.class)
                .satisfies(refused -> assertThat(refused.getMessage()).hasLineCount(1));
    }

    /** With a row of one community in each table, and many members. */
    static JdbcDatabase filled(JdbcDatabase database) {
        execute(
                migrated(database),
                "insert into community values ('" + BAKERS + "', 'discord', '42', 'Bakers', current_timestamp)",
                "insert into fingerprint_key values (1, 'abc')",
                "insert into encryption_key values ('2026', '2026:proof')",
                "insert into member values ('" + ADA + "', '" + BAKERS + "', timestamp with time zone"
                        + " '2026-03-01 05:29:59.123456+05:30')",
                "insert into profile values ('" + ADA + "', 'baker', 'Leipzig', 'Europe/Berlin', 22, null, 'de')",
                "insert into restraint values ('" + ADA + "', current_timestamp, null, 3, 1)",
                "insert into exclusion values ('" + ADA + "', '" + BAKERS + "', '" + ADA
                        + "', 'person 43', current_timestamp)",
                "insert into excluded_role values ('" + ADA + "', '" + BAKERS + "', '+44', current_timestamp)",
                "insert into recent_act values ('" + ADA + "', '" + BAKERS + "', '" + ADA
                        + "', 'REPORT', current_timestamp)",
                "insert into seen_roles values ('" + ADA + "', '" + BAKERS + "', '+minor', current_timestamp)",
                "insert into consent_event values ('" + BAKERS + "', '" + ADA
                        + "', 'TASKS', 1, current_timestamp, true, 'shown')",
                "insert into interaction (id, payload, received_at, done_at) values ('discord:1', null, current_timestamp, current_timestamp),"
                        + " ('discord:2', '" + "long ".repeat(20_000) + "', current_timestamp, null)",
                "insert into outbox (id, community_id, member_id, kind, body, state, attempts, created_at, next_at)"
                        + " values ('" + BAKERS + "', '" + BAKERS
                        + "', null, 'NOTE', '{\"a\": \"it''s 🍞\n\"}', 'PENDING', 3,"
                        + " current_timestamp, current_timestamp)",
                "insert into statement values ('" + BAKERS + "', '" + BAKERS + "', '" + ADA
                        + "', 'OFFER', '', 'DECLARED', current_timestamp, current_timestamp, null, true, null, 2)",
                "insert into transfer values ('" + BAKERS + "', '" + BAKERS + "', 'mint', 'member:ada', "
                        + Long.MAX_VALUE
                        + ", 'HELPED', 'introduction:1', current_timestamp, null, 1, 'BOOKED', null, 1, null,"
                        + " 'abc')",
                "insert into transfer values ('" + ADA + "', '" + BAKERS + "', 'mint', 'member:bob', 7, 'HELPED',"
                        + " 'introduction:1', current_timestamp, null, 2, 'PENDING', null, 1, current_timestamp, 'abcd')",
                "insert into ledger_head values ('" + BAKERS + "', 2, 'abcd', 'abc', date '2026-03-01')",
                "insert into ledger_account values ('" + BAKERS + "', 'member:ada', 5, 4, 3, 2)",
                "insert into ledger_promise values ('" + ADA + "', '" + BAKERS + "', current_timestamp)",
                "insert into ledger_tile values ('" + BAKERS + "', 1, 0, 'abc')",
                "insert into ledger_root values ('" + BAKERS + "', date '2026-03-01', 2, 'abc', current_timestamp)",
                "insert into trusted values ('" + ADA + "', '" + BAKERS + "', true, false)",
                "insert into alternate values ('" + ADA + "', '" + BAKERS + "', '" + BAKERS + "')",
                "insert into contest values ('" + ADA + "', '" + BAKERS + "', 'not mine', current_timestamp, '', null)",
                "insert into config_brake values ('" + BAKERS + "', 'OBSERVE')",
                "insert into config_effective values ('" + BAKERS + "', '{}')",
                "insert into config_change (id, community_id, at, changes) values ('" + BAKERS + "', '" + BAKERS
                        + "', current_timestamp, '[]')",
                "insert into unsaid values ('" + BAKERS + "', 'NOTE', 3, current_timestamp)",
                "insert into task_done values ('" + BAKERS + "', '" + ADA + "', 'oven', 'taste', current_timestamp)",
                "insert into introduction (id, community_id, about, asker, helper, topic, brings, in_return, reasons,"
                        + " state, created_at, version, place, helper_wrote, fit, new_here, new_asker) values ('"
                        + BAKERS + "', '" + BAKERS
                        + "', '" + BAKERS + "', '"
                        + ADA
                        + "', '" + ADA
                        + "', 'bread', 'time', '', 'shares words', 'ASKED', current_timestamp, 7, '1234', true, 0.25, false, true)");
        execute(
                database,
                IntStream.rangeClosed(1, MEMBERS)
                        .boxed()
                        .flatMap(member -> Stream.of(
                                member(member),
                                "insert into identity (member_id, community_id, person_id, check_at, language) values ('"
                                        + id(member) + "', '" + BAKERS + "', '" + member
                                        + "', current_timestamp, 'de')",
                                "insert into consent values ('" + id(member) + "', 'TASKS', current_timestamp, 1), ('"
                                        + id(member) + "', 'LISTENING', current_timestamp, 1)"))
                        .toArray(String[]::new));
        return database;
    }

    private static String member(int number) {
        return "insert into member values ('" + id(number) + "', '" + BAKERS + "', current_timestamp)";
    }

    private static String id(int member) {
        return "00000000-0000-4000-9000-%012d".formatted(member);
    }
}
