package io.tummler.chat;

import io.tummler.api.Purpose;
import io.tummler.store.Keyring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A community in a database of its own, as an operator has it who sets nothing, and as the bot would have written it. */
final class Population implements AutoCloseable {
    /** Invented people's, but with an id as an operator gives it. */
    static final String KEYS = "bench:VGhlIGtleSBvZiBiZW5jaG1hcmtzIGlzIG5vbmUhISE=";

    private static final Keyring KEYRING = Keyring.parse("KEYS", KEYS);
    private static final String NAME_AND_PASSWORD = "tummler";
    private static final String SHIPPED_FOLDER = "./data/";
    private static final UUID COMMUNITY = new UUID(0, 1);
    private static final int BATCH = 1_000;
    private static final long SEED = 20_260_103;
    private static final long DAYS_OPEN = 30;

    private final Path folder;
    private int members;

    private Population(Path folder) {
        this.folder = folder;
    }

    static Population inNewFolder(long guild) throws IOException, SQLException {
        var population = new Population(Files.createTempDirectory("tummler-bench"));
        Flyway.configure()
                .dataSource(population.database(), NAME_AND_PASSWORD, NAME_AND_PASSWORD)
                .load()
                .migrate();
        try (Connection connection = population.connect();
                var insert = connection.prepareStatement(
                        "insert into community (id, platform, platform_id, name) values (?, 'discord', ?, 'Crowd')")) {
            insert.setObject(1, COMMUNITY);
            insert.setString(2, Long.toString(guild));
            insert.executeUpdate();
        }
        return population;
    }

    /** The same people in another folder. */
    Population copy() throws IOException {
        var copy = new Population(Files.createTempDirectory("tummler-bench"));
        copy.members = members;
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.copy(file, copy.folder.resolve(file.getFileName()));
        }
        return copy;
    }

    /** It is gone, the folder too. */
    @Override
    public void close() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    Path folder() {
        return folder;
    }

    int members() {
        return members;
    }

    /** With each commit on disk before it counts. */
    String database() throws IOException {
        var settings = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        return settings.getProperty("quarkus.datasource.jdbc.url").replace(SHIPPED_FOLDER, folder + "/");
    }

    private Connection connect() throws IOException, SQLException {
        Connection connection = DriverManager.getConnection(database(), NAME_AND_PASSWORD, NAME_AND_PASSWORD);
        connection.setAutoCommit(true);
        return connection;
    }

    private static UUID member(int person) {
        return new UUID(1, person);
    }

    /** The first of the crowd become members, who have consented to everything. */
    void consenting(int people) throws IOException, SQLException {
        OffsetDateTime now = OffsetDateTime.now();
        try (Connection connection = connect();
                var member = new Rows(connection, "member values (?, ?, ?)");
                var identity = new Rows(
                        connection, "identity (member_id, community_id, person_id, check_at) values (?, ?, ?, ?)");
                var consent =
                        new Rows(connection, "consent (member_id, purpose, given_at, version) values (?, ?, ?, ?)")) {
            for (int person = 0; person < people; person++) member.add(member(person), COMMUNITY, now);
            member.end();
            for (int person = 0; person < people; person++) {
                identity.add(member(person), COMMUNITY, Crowd.personId(person), now.plusDays(DAYS_OPEN));
                for (Purpose purpose : Purpose.values())
                    consent.add(member(person), purpose.name(), now, purpose.version());
            }
            identity.end();
            consent.end();
        }
        members = people;
    }

    /** Each member has so many open, of which the first is a need and the others are offers. */
    void statements(int each) throws IOException, SQLException {
        var chatter = new Chatter(new Random(SEED));
        OffsetDateTime now = OffsetDateTime.now();
        try (Connection connection = connect();
                var statement = new Rows(
                        connection,
                        "statement (id, community_id, owner, kind, wording, source, since, until, told_at)"
                                + " values (?, ?, ?, ?, ?, 'DECLARED', ?, ?, ?)")) {
            for (int number = 0; number < members * each; number++) {
                String kind = number % each == 0 ? "NEED" : "OFFER";
                statement.add(
                        new UUID(2, number),
                        COMMUNITY,
                        member(number / each),
                        kind,
                        KEYRING.seal("statement.wording", wording(chatter)),
                        now,
                        now.plusDays(DAYS_OPEN),
                        now);
            }
            statement.end();
        }
    }

    private static String wording(Chatter chatter) {
        String said = chatter.next().strip();
        return said.isEmpty() ? "a hand" : said.substring(0, Math.min(said.length(), 100));
    }

    /** Inserted in batches, each of which is a transaction. */
    private static final class Rows implements AutoCloseable {
        private final PreparedStatement insert;
        private int waiting;

        Rows(Connection connection, String row) throws SQLException {
            this.insert = connection.prepareStatement("insert into " + row);
        }

        void add(Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) insert.setObject(i + 1, values[i]);
            insert.addBatch();
            if (++waiting == BATCH) end();
        }

        void end() throws SQLException {
            insert.executeBatch();
            waiting = 0;
        }

        @Override
        public void close() throws SQLException {
            insert.close();
        }
    }
}
