package io.tummler.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tummler.store.TestPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresLeasesTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final PGSimpleDataSource database = new PGSimpleDataSource();

    @BeforeEach
    void a_new_database() {
        database.setUrl(TestPostgres.newDatabase());
        Flyway.configure()
                .dataSource(database)
                .locations("filesystem:src/main/resources/db/migration")
                .load()
                .migrate();
    }

    private PostgresLeases replica(String name, Duration lasts) {
        return new PostgresLeases(database, name, UUID.randomUUID(), OptionalInt.empty(), lasts);
    }

    @Test
    void the_first_takes_all_and_gives_the_second_its_half() throws Exception {
        PostgresLeases one = replica("one", LONG);
        PostgresLeases two = replica("two", LONG);
        assertThat(one.renew(4).ours()).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(two.renew(4).ours()).isEmpty();

        Set<Integer> surplus = one.renew(4).surplus();
        assertThat(surplus).containsExactlyInAnyOrder(2, 3);
        assertThat(two.renew(4).ours()).as("before they are given back").isEmpty();
        for (int shard : surplus) one.giveBack(shard);

        assertThat(two.renew(4).ours()).containsExactlyInAnyOrder(2, 3);
        assertThat(one.renew(4).ours()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void what_is_not_renewed_is_taken_over() throws Exception {
        PostgresLeases dead = replica("dead", SHORT);
        PostgresLeases alive = replica("alive", SHORT);
        assertThat(dead.renew(2).ours()).hasSize(2);
        assertThat(alive.renew(2).ours()).isEmpty();

        await().until(() -> alive.renew(2).ours().equals(Set.of(0, 1)));
        assertThat(alive.renew(2).alone()).isTrue();
    }

    @Test
    void whoever_comes_back_after_its_leases_were_taken_starts_again_with_what_is_free() throws Exception {
        PostgresLeases paused = replica("paused", SHORT);
        PostgresLeases other = replica("other", SHORT);
        paused.renew(2);
        await().until(() -> other.renew(2).ours().equals(Set.of(0, 1)));

        assertThat(paused.renew(2).ours()).isEmpty();
    }

    @Test
    void a_new_start_of_the_same_name_takes_the_place_of_the_old_one_at_once() throws Exception {
        PostgresLeases old = replica("pod-0", LONG);
        old.renew(2);
        PostgresLeases restarted = replica("pod-0", LONG);

        assertThat(restarted.renew(2).ours()).containsExactlyInAnyOrder(0, 1);
        assertThatThrownBy(() -> old.renew(2))
                .isInstanceOf(ShardLeases.Replaced.class)
                .hasMessageContainingAll("pod-0", "TUMMLER_REPLICA");
    }

    @Test
    void whoever_stops_leaves_nothing_to_wait_for() throws Exception {
        PostgresLeases stopping = replica("stopping", LONG);
        PostgresLeases other = replica("other", LONG);
        stopping.renew(2);
        other.renew(2);
        stopping.close();

        assertThat(other.renew(2)).isEqualTo(new ShardLeases.Share(2, Set.of(0, 1), Set.of(), true));
    }

    @Test
    void who_serves_already_decides_how_many_shards_there_are() throws Exception {
        replica("first", LONG).renew(4);
        PostgresLeases second = replica("second", LONG);
        assertThat(second.renew(9).total()).isEqualTo(4);

        var set = new PostgresLeases(database, "third", UUID.randomUUID(), OptionalInt.of(9), LONG);
        assertThat(set.renew(9)).isEqualTo(ShardLeases.Share.NOTHING);
    }

    @Test
    void when_all_have_stopped_the_number_of_shards_may_change() throws Exception {
        PostgresLeases four = replica("one", LONG);
        four.renew(4);
        four.close();
        assertThat(replica("two", LONG).renew(2).ours()).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void never_do_two_hold_the_same_shard_however_many_look_at_the_same_time() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var shares = java.util.stream.IntStream.range(0, 6)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> share("r" + n), threads))
                    .toList();
            int held = 0;
            var all = new java.util.HashSet<Integer>();
            for (var share : shares) {
                held += share.get().size();
                all.addAll(share.get());
            }
            assertThat(all).hasSize(held);
        }
    }

    private Set<Integer> share(String name) {
        try {
            return replica(name, LONG).renew(24).ours();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shards_of_one_bucket_identify_themselves_one_after_another_and_those_of_others_meanwhile() throws Exception {
        PostgresLeases one = replica("one", LONG);
        PostgresLeases two = replica("two", LONG);
        one.awaitIdentify(0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = threads.submit(() -> {
                two.awaitIdentify(0);
                return true;
            });
            two.awaitIdentify(1);
            assertThat(second.isDone()).isFalse();
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("update identify_slot set free_at = now()");
            }
            assertThat(second.get()).isTrue();
        }
    }
}
