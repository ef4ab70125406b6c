package io.tummler.store;

import static io.tummler.store.EmptyDatabase.execute;
import static io.tummler.store.EmptyDatabase.migrated;
import static io.tummler.store.EmptyDatabase.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A community that the bot was put out of long ago: nothing of it is left, in whichever table it stood. */
class CommunityErasureTest {
    /** Of {@link MoveTest#filled}. */
    private static final UUID BAKERS = UUID.fromString("00000000-0000-0000-0000-00000000000c");

    private static final String OTHERS = "'00000000-0000-0000-0000-0000000000ff'";
    private static final String EVE = "'80000000-0000-4000-8000-0000000000ff'";

    @TempDir
    Path folder;

    private static List<Table> tables(JdbcDatabase database) throws SQLException {
        try (Connection connection = database.open()) {
            return Table.of(connection);
        }
    }

    private static void erase(JdbcDatabase database) throws SQLException {
        try (Connection connection = database.open()) {
            Erasure.of(connection, BAKERS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void all_its_rows_go_and_no_row_of_another_community(EmptyDatabase kind) throws SQLException {
        JdbcDatabase database = MoveTest.filled(kind.in(folder));
        execute(
                database,
                "insert into community (id, platform, platform_id, name) values (" + OTHERS
                        + ", 'discord', '7', 'Others')",
                "insert into member values (" + EVE + ", " + OTHERS + ", current_timestamp)",
                "insert into identity (member_id, community_id, person_id, check_at) values (" + EVE + ", " + OTHERS
                        + ", '1', current_timestamp)",
                "insert into consent values (" + EVE + ", 'TASKS', current_timestamp, 1)",
                "insert into task_done values (" + EVE + ", " + EVE + ", 'oven', 'taste', current_timestamp)");

        erase(database);

        for (Table table : tables(database)) {
            long left = switch (table.name()) {
                case "community", "member", "identity", "consent", "task_done" -> 1;
                case "encryption_key", "fingerprint_key" -> 1;
                // Commands that name no community once they are done, and go then.
                case "interaction" -> 2;
                default -> 0;
            };
            assertThat(query(database, "select count(*) from \"" + table.name() + "\""))
                    .as("rows of %s: a new table needs a column community_id or member_id, see Erasure", table.name())
                    .containsExactly(Long.toString(left));
        }
        assertThat(query(database, "select name from community")).containsExactly("Others");
    }

    @Test
    void a_table_of_which_nobody_said_whose_its_rows_are_is_not_passed_over() {
        JdbcDatabase database = migrated(EmptyDatabase.H2.in(folder));
        execute(database, "create table gossip (id int primary key, about uuid)");
        assertThatThrownBy(() -> erase(database))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gossip");
    }

    @Test
    void every_column_that_leads_to_a_member_is_in_a_table_that_is_erased() throws SQLException {
        JdbcDatabase database = migrated(EmptyDatabase.H2.in(folder));
        assertThat(tables(database))
                .filteredOn(table -> table.columns().stream()
                        .anyMatch(column ->
                                column.matches(".*member.*|.*community.*|owner|asker|helper|broker|debit|credit")))
                .isNotEmpty()
                .allSatisfy(table ->
                        assertThat(table.columns()).as(table.name()).containsAnyOf("community_id", "member_id"));
    }
}
