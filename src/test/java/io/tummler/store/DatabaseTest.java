package io.tummler.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tummler.FakeEvent;
import io.tummler.store.Relay.Network;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    private static final int CONNECTIONS = 4;

    private Relay relay;
    private AgroalDataSource source;
    private Database database;

    @BeforeEach
    void several_connections_to_a_database_that_answers() throws SQLException {
        String url = TestPostgres.newDatabase();
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        relay = new Relay(port);
        source = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                        .acquisitionTimeout(Duration.ofSeconds(2))
                        .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(1))
                        .connectionFactoryConfiguration(
                                factory -> factory.jdbcUrl(url.replace(":" + port, ":" + relay.port()))
                                        .principal(new NamePrincipal("postgres"))
                                        .credential(new SimplePassword("postgres")))));
        database = new Database(source, new FakeEvent<>(), new SimpleMeterRegistry());
        List<Connection> open = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) open.add(source.getConnection());
        for (Connection connection : open) connection.close();
    }

    @AfterEach
    void close() throws IOException {
        database.stop(null);
        source.close();
        relay.close();
    }

    private int one() {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select 1")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void isRestarted() {
        relay.becomes(Network.CUT);
        relay.becomes(Network.WORKS);
    }

    @Test
    void one_that_was_restarted_answers_though_every_connection_is_broken() {
        isRestarted();
        assertThat(database.answers()).isTrue();
        assertThat(database.isAway()).isFalse();
    }

    @Test
    void one_that_was_restarted_is_asked_again_by_whoever_met_a_broken_connection() {
        isRestarted();
        assertThat(database.quickly(this::one)).contains(1);
        assertThat(database.isAway()).isFalse();
    }

    @Test
    void one_that_can_not_be_reached_is_away() {
        relay.becomes(Network.CUT);
        assertThat(database.quickly(this::one)).isEmpty();
        assertThat(database.isAway()).isTrue();
        assertThat(database.answers()).isFalse();
    }

    @Test
    void a_question_that_got_lost_while_it_was_away_does_not_send_it_away_again() {
        var times = new AtomicInteger();
        var lasting = new Database(
                source, new FakeEvent<Database.Back>(_ -> times.incrementAndGet()), new SimpleMeterRegistry());
        var never = new CompletableFuture<Integer>();

        assertThat(lasting.quickly(() -> {
                    relay.becomes(Network.CUT);
                    assertThat(lasting.answers()).isFalse();
                    relay.becomes(Network.WORKS);
                    return never.join();
                }))
                .isEmpty();
        await().until(() -> times.get() > 0);

        assertThat(lasting.isAway()).isFalse();
        assertThat(times.get()).as("how often it has come back").isEqualTo(1);
    }
}
