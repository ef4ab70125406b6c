package io.tummler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.CommunityId;
import io.tummler.credit.WrittenBook;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTest {
    private static final CommunityId BAKERS = new CommunityId(new UUID(7, 1));
    private static final CommunityId BIKERS = new CommunityId(new UUID(7, 2));
    /** As which a command gets what the operator gave. */
    private static final String GIVEN = "tummler.given.";

    private static final String URL = "quarkus.datasource.jdbc.url";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private Optional<String> before = Optional.empty();

    @BeforeEach
    void name_the_database() {
        before = Optional.ofNullable(System.getProperty(GIVEN + URL));
        System.setProperty(GIVEN + URL, url());
    }

    @AfterEach
    void forget_the_database() {
        before.ifPresentOrElse(url -> System.setProperty(GIVEN + URL, url), () -> System.clearProperty(GIVEN + URL));
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("tummler")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    }

    @Test
    void sound_books_are_told_with_their_roots_which_it_takes_again() {
        write(BAKERS, 3);
        assertThat(run()).isZero();
        assertThat(out.toString())
                .matches("Community " + BAKERS
                        + ": 3 entries, all as they were booked; daily roots that agree: 0\\. The root over all:"
                        + " 3:[0-9a-f]{64}\n");
        String root = out.toString().strip().replaceAll(".* ", "");
        assertThat(run("--root", root)).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(run("--root", "2:" + "0".repeat(64))).isEqualTo(1);
        assertThat(err.toString())
                .startsWith(
                        "Community " + BAKERS + ", entry 1: it or one of those up to 2 was changed, together with all"
                                + " hashes after it: they don't lead to the root that you gave.\nKeep a copy");
    }

    @Test
    void what_was_changed_is_named_with_what_to_do() throws SQLException {
        write(BAKERS, 3);
        write(BIKERS, 4);
        execute("update transfer set amount = 100 where seq = 2 and community_id = '" + BIKERS + "'");
        assertThat(run()).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("Community " + BAKERS + ": 3 entries")
                .hasLineCount(1);
        assertThat(err.toString()).isEqualTo("""
                        Community %s, entry 2: its hash does not follow from it and the hash before: one of them was changed.
                        Keep a copy of this database as it is, and find out who could write there. Then restore the last backup that passes this test: docs/database.md says how.
                        """.formatted(BIKERS));
        assertThat(run("--community", BAKERS.toString())).isZero();
    }

    @Test
    void what_is_wrong_with_one_book_keeps_no_other_from_being_read() throws SQLException {
        write(BAKERS, 3);
        write(BIKERS, 4);
        execute("update ledger_head set hash = 'none' where community_id = '" + BAKERS + "'");
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).startsWith("Community " + BAKERS + ", ledger_head: ");
        assertThat(out.toString()).startsWith("Community " + BIKERS + ": 4 entries, all as they were booked");
    }

    @Test
    void an_entry_that_another_community_settles_is_named_with_it() throws SQLException {
        write(BAKERS, 3);
        write(BIKERS, 4);
        // As whoever may change the tables could, too.
        execute("alter table transfer drop constraint if exists transfer_settles_here");
        execute("""
                update transfer set settles = (select id from transfer where seq = 2 and community_id = '%s')
                where seq = 4 and community_id = '%s'""".formatted(BAKERS, BIKERS));
        assertThat(run("--community", BAKERS.toString())).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("Community " + BAKERS + ", transfer: what only their own community can settle is settled by"
                        + " another: entry 2 by ")
                .contains(" of community " + BIKERS + ".\n");
    }

    @Test
    void a_day_that_has_not_come_has_not_begun() throws SQLException {
        write(BAKERS, 3);
        execute("update ledger_head set begun_on = date '2026-05-13'");
        assertThat(run()).isZero();
        execute("update ledger_head set begun_on = date '2026-05-14'");
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("Community " + BAKERS + ", ledger_head: it says that 2026-05-14 has begun");
    }

    @Test
    void a_community_without_a_book_is_none_that_is_sound() {
        write(BAKERS, 3);
        assertThat(run("--community", BIKERS.toString())).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(
                        "There is no book of community " + BIKERS + " in this database; there are: [" + BAKERS + "]");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_root_is_of_one_community() {
        write(BAKERS, 1);
        write(BIKERS, 1);
        assertThat(run("--root", "1:" + "0".repeat(64))).isEqualTo(2);
        assertThat(err.toString()).contains("Name the community that --root is of, with --community");
    }

    @Test
    void nothing_is_nothing_to_complain_of() {
        Flyway.configure().dataSource(url(), "tummler", "tummler").load().migrate();
        assertThat(run()).isZero();
        assertThat(out.toString()).isEqualTo("The ledger is empty.\n");
    }

    @Test
    void what_makes_no_sense_ends_with_2() {
        assertThat(run("--root", "17")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("--root takes what the bot told the moderators: a number from 1, a colon and 64 digits and"
                        + " letters; not 17.");
        for (String size : List.of("0", "-1")) {
            assertThat(run("--root", size + ":" + "0".repeat(64))).isEqualTo(2);
            assertThat(err.toString()).contains("a number from 1, ", "; not " + size + ":0");
        }
        assertThat(run("--community", "bakers")).isEqualTo(2);
        assertThat(run()).as("there is no database").isEqualTo(2);
    }

    private void write(CommunityId community, int entries) {
        WrittenBook.in(url(), "tummler", "tummler", community, entries);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "tummler", "tummler");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int run(String... arguments) {
        var command = new VerifyCommand();
        command.clock = Clock.fixed(Instant.parse("2026-05-12T12:00:00Z"), ZoneOffset.UTC);
        command.migrations = Flyway.configure().load();
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
