package io.tummler.store;

import static io.tummler.store.KeyringTest.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On H2; {@link LocksmithOnPostgresTest} does it all again on PostgreSQL. */
class LocksmithTest {
    private static final int MORE_THAN_A_BATCH = 1_234;
    private static final String BEFORE = "7";
    private static final EncryptedColumn WORDING = new EncryptedColumn("statement", "id", "wording");
    private static final EncryptedColumn PAYLOAD = new EncryptedColumn("interaction", "id", "payload");
    private static final EncryptedColumn SECRET = new EncryptedColumn("fingerprint_key", "id", "secret");
    private static final List<EncryptedColumn> COLUMNS = List.of(WORDING, PAYLOAD, SECRET);

    private static final Keyring OLD = ring("old:" + key('a'));
    private static final Keyring BOTH = ring("new:%s,old:%s".formatted(key('b'), key('a')));
    private static final Keyring NEW = ring("new:" + key('b'));

    private String url;
    private Connection connection;

    private static Keyring ring(String keys) {
        return Keyring.parse("test", keys);
    }

    String newDatabase() {
        return "jdbc:h2:mem:" + UUID.randomUUID()
                + ";USER=postgres;PASSWORD=postgres;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(url, null, null).target(target).load().migrate();
    }

    @BeforeEach
    void a_database_of_the_version_before() throws SQLException {
        url = newDatabase();
        migrate(BEFORE);
        connection = connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void insert(String row, Object... values) throws SQLException {
        try (var insert = connection.prepareStatement("insert into " + row)) {
            for (int i = 0; i < values.length; i++) insert.setObject(i + 1, values[i]);
            insert.executeUpdate();
        }
    }

    private static String words(int statement) {
        return "wording number " + statement;
    }

    private void statement(int number, String wording) throws SQLException {
        OffsetDateTime now = OffsetDateTime.parse("2026-03-01T10:00:00Z");
        insert(
                "statement values (?, ?, ?, 'NEED', ?, 'DECLARED', ?, ?, null)",
                new UUID(0, number),
                new UUID(1, 0),
                new UUID(2, 0),
                wording,
                now,
                now);
    }

    /** What a version before encryption left, one of which looks as if it were sealed. */
    private void plain_texts() throws SQLException {
        for (int i = 0; i < MORE_THAN_A_BATCH; i++) statement(i, words(i));
        OffsetDateTime now = OffsetDateTime.parse("2026-03-01T10:00:00Z");
        insert("interaction (id, payload, received_at, done_at) values ('discord:1', 'old:AAAA', ?, null)", now);
        insert("interaction (id, payload, received_at, done_at) values ('discord:2', null, ?, ?)", now, now);
        insert("fingerprint_key values (1, 'abcdef')");
    }

    private void start(Keyring keyring) throws SQLException {
        try (Connection own = connect()) {
            new Locksmith(keyring, COLUMNS).open(own);
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) values.add(rows.getString(1));
            return values;
        }
    }

    private List<String> stored(EncryptedColumn column) throws SQLException {
        return query("select %s from %s order by %s".formatted(column.column(), column.table(), column.id()));
    }

    private List<String> opened(Keyring keyring, EncryptedColumn column) throws SQLException {
        return stored(column).stream()
                .map(stored -> stored == null ? "none" : keyring.open(column.place(), stored))
                .toList();
    }

    private void all_stand_under(Keyring keyring) throws SQLException {
        List<String> wordings = opened(keyring, WORDING);
        assertThat(wordings).hasSize(MORE_THAN_A_BATCH);
        for (int i = 0; i < wordings.size(); i++) assertThat(wordings.get(i)).isEqualTo(words(i));
        assertThat(opened(keyring, PAYLOAD)).containsExactly("old:AAAA", "none");
        assertThat(opened(keyring, SECRET)).containsExactly("abcdef");
        assertThat(stored(WORDING)).allMatch(text -> text.startsWith(keyring.first() + ":"));
        assertThat(query("select id from encryption_key")).containsExactly(keyring.first());
    }

    @Test
    void what_older_versions_kept_in_plain_words_is_encrypted() throws SQLException {
        plain_texts();
        migrate("9");
        start(OLD);
        all_stand_under(OLD);
    }

    @Test
    void a_new_database_knows_of_no_plain_words() throws SQLException {
        migrate("9");
        assertThat(query("select id from encryption_key")).isEmpty();
        start(OLD);
        assertThat(query("select id from encryption_key")).containsExactly("old");
    }

    private void encrypted_texts() throws SQLException {
        plain_texts();
        migrate("9");
        start(OLD);
    }

    @Test
    void after_a_rotation_all_stands_under_the_new_key_and_the_old_one_is_not_needed() throws SQLException {
        encrypted_texts();
        start(BOTH);
        all_stand_under(NEW);
        start(NEW);
        all_stand_under(NEW);
    }

    @Test
    void a_start_with_the_same_keys_changes_nothing() throws SQLException {
        encrypted_texts();
        List<String> before = stored(WORDING);
        start(OLD);
        assertThat(stored(WORDING)).isEqualTo(before);
    }

    /** Fails to commit from the second batch on, as if the process were killed there. */
    private Connection killedInTheSecondBatch(Connection real) {
        int[] commits = {0};
        return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("commit") && ++commits[0] == 2) throw new SQLException("killed");
                    return method.invoke(real, arguments);
                });
    }

    @Test
    void killed_on_the_way_it_goes_on_with_the_next_start() throws SQLException {
        encrypted_texts();
        try (Connection own = connect()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> new Locksmith(BOTH, COLUMNS).open(killedInTheSecondBatch(own)))
                    .withMessage("killed");
            own.rollback();
        }
        assertThat(stored(WORDING)).anyMatch(text -> text.startsWith("new:")).anyMatch(text -> text.startsWith("old:"));
        assertThat(query("select id from encryption_key order by id")).containsExactly("new", "old");
        start(BOTH);
        all_stand_under(NEW);
    }

    @Test
    void several_processes_may_start_at_once() throws Exception {
        encrypted_texts();
        try (var processes = Executors.newFixedThreadPool(4)) {
            List<Callable<Object>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++)
                starts.add(() -> {
                    start(BOTH);
                    return "started";
                });
            for (Future<Object> started : processes.invokeAll(starts))
                assertThat(started.get()).isEqualTo("started");
        }
        all_stand_under(NEW);
    }

    /** PostgreSQL waits by itself. */
    @Test
    void one_that_another_process_keeps_waiting_tries_until_it_may() throws SQLException {
        assumeThat(url).startsWith("jdbc:h2:");
        encrypted_texts();
        try (Connection holder = connect();
                Connection own = connect();
                var settings = own.createStatement()) {
            settings.execute("set lock_timeout 1");
            holder.setAutoCommit(false);
            holder.createStatement().executeQuery("select id from encryption_key for update");
            new Locksmith(BOTH, COLUMNS).open(thatEnds(holder, own));
        }
        all_stand_under(NEW);
    }

    /** Ends the other's transaction once the one to open with has waited in vain. */
    private Connection thatEnds(Connection holder, Connection real) {
        return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("rollback")) holder.commit();
                    return method.invoke(real, arguments);
                });
    }

    @Test
    void what_a_process_that_still_has_the_old_keys_writes_meanwhile_goes_with_the_next_start() throws SQLException {
        encrypted_texts();
        start(BOTH);
        insert(
                "interaction (id, payload, received_at, done_at) values ('discord:3', ?, now(), null)",
                OLD.seal(PAYLOAD.place(), "late"));
        start(BOTH);
        assertThat(opened(NEW, PAYLOAD)).contains("late");
    }

    @Test
    void without_the_key_of_the_database_it_does_not_start_and_changes_nothing() throws SQLException {
        encrypted_texts();
        assertThatExceptionOfType(BadKeys.class)
                .isThrownBy(() -> start(NEW))
                .withMessage("The database holds what members wrote under the key old, which TUMMLER_KEYS lacks. Add it"
                        + " again, behind the one to write with (docs/keys.md, also on keys that are lost)");
        all_stand_under(OLD);
    }

    @Test
    void another_key_of_the_same_id_is_noticed() throws SQLException {
        encrypted_texts();
        assertThatExceptionOfType(BadKeys.class)
                .isThrownBy(() -> start(ring("old:" + key('x'))))
                .withMessageStartingWith(
                        "The key old in TUMMLER_KEYS is not the old that this database was written with.");
        all_stand_under(OLD);
    }

    @Test
    void a_database_of_the_sandbox_is_not_taken_to_real_people() throws SQLException {
        migrate("9");
        start(Keyring.ofInventedPeople());
        assertThatExceptionOfType(BadKeys.class)
                .isThrownBy(() -> start(OLD))
                .withMessageContainingAll("This database was filled in the sandbox", "QUARKUS_DATASOURCE_JDBC_URL");
    }

    @Test
    void a_text_that_can_not_be_read_stays_as_it_is_and_no_key_is_given_up_for_it() throws SQLException {
        encrypted_texts();
        String moved = stored(SECRET).getFirst();
        insert("interaction (id, payload, received_at, done_at) values ('discord:3', ?, now(), null)", moved);
        start(BOTH);
        assertThat(stored(PAYLOAD)).contains(moved);
        assertThat(opened(NEW, SECRET)).containsExactly("abcdef");
        assertThat(query("select id from encryption_key order by id")).containsExactly("new", "old");
    }

    @Test
    void after_a_loss_of_the_key_the_database_can_be_used_again_as_the_manual_says() throws Exception {
        encrypted_texts();
        for (String sql : Manual.sqlOf("docs/keys.md"))
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        start(NEW);
        assertThat(query("select id from statement")).isEmpty();
        assertThat(stored(PAYLOAD)).containsOnlyNulls();
        assertThat(query("select id from encryption_key")).containsExactly("new");
    }
}
