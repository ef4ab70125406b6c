package io.tummler.credit;

import static io.tummler.credit.Fakes.ADA;
import static io.tummler.credit.Fakes.BOB;
import static io.tummler.credit.Fakes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.Transfer;
import io.tummler.api.Transfer.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Several who write at once, each with a connection of their own, and stories with crashes, on both databases. */
@ParameterizedClass
@EnumSource
class WritersTest {
    private static final int ROUNDS = 30;

    private final TestDatabase database;

    private final TestDatabase.Kind kind;

    WritersTest(TestDatabase.Kind kind) {
        this.database = TestDatabase.of(kind, Entry.class);
        this.kind = kind;
    }

    /** Another who writes: on PostgreSQL from another process, for which there is nothing but the lock on the row. */
    private TestDatabase another() {
        return switch (kind) {
            case H2 -> database.beside();
            case POSTGRESQL -> database.elsewhere();
        };
    }

    @Test
    void whoever_comes_second_waits_for_the_first_and_sees_what_it_wrote() throws Exception {
        CommunityId community = Simulation.community(1);
        var first = new SqlWorld(database, 0);
        var second = new SqlWorld(another(), 1_000);
        first.transact(-1, () -> first.register().book(List.of(earning(community, 5, "first"))));
        var written = new CountDownLatch(1);
        var coming = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Register.Outcome> one = threads.submit(() -> first.transact(-1, () -> {
                Register.Outcome outcome = first.register().book(List.of(gift(community, "one")));
                written.countDown();
                await(coming);
                return outcome;
            }));
            Future<Register.Outcome> other = threads.submit(() -> {
                await(written);
                return second.transact(-1, () -> {
                    coming.countDown();
                    return second.register().book(List.of(gift(community, "other")));
                });
            });
            assertThat(one.get()).isInstanceOf(Register.Outcome.Written.class);
            assertThat(other.get()).isInstanceOf(Register.Outcome.Overdrawn.class);
        }
        assertThat(Verified.in(database, community)).isInstanceOf(Audit.Finding.Sound.class);
    }

    /** Also the first two entries of a community, for which there is nothing yet to wait at. */
    @Test
    void two_who_book_the_same_at_once_book_it_once_and_both_come_through() throws Exception {
        var one = new SqlWorld(database, 0);
        var other = new SqlWorld(another(), 1_000_000);
        var barrier = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long round = 0; round < ROUNDS; round++) {
                CommunityId community = Simulation.community(100 + round);
                List<Transfer> both = List.of(earning(community, 5, "both"), gift(community, "both"));
                List<Future<Register.Outcome>> outcomes = new ArrayList<>();
                for (SqlWorld world : List.of(one, other))
                    outcomes.add(threads.submit(() -> {
                        barrier.await();
                        return world.transact(-1, () -> world.register().book(both));
                    }));
                int written = 0;
                for (Future<Register.Outcome> outcome : outcomes)
                    written +=
                            ((Register.Outcome.Written) outcome.get()).entries().size();
                assertThat(written).isEqualTo(2);
                assertThat(Verified.in(database, community))
                        .isInstanceOfSatisfying(
                                Audit.Finding.Sound.class,
                                sound -> assertThat(sound.entries()).isEqualTo(2));
            }
        }
    }

    @Test
    void many_small_transactions_of_several_make_one_row_of_entries() throws Exception {
        CommunityId community = Simulation.community(2);
        List<SqlWorld> worlds = IntStream.range(0, 3)
                .mapToObj(at -> new SqlWorld(at == 0 ? database : another(), at * 1_000_000L))
                .toList();
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (SqlWorld world : worlds)
                all.add(threads.submit(() -> IntStream.range(0, 100)
                        .forEach(at -> world.transact(
                                -1, () -> world.register().book(List.of(earning(community, 1, "cause " + at)))))));
            for (Future<?> each : all) each.get();
        }
        assertThat(worlds.getFirst()
                        .totals(new Account.OfMember(community, ADA))
                        .balance())
                .isEqualTo(100);
        assertThat(Verified.in(database, community))
                .isInstanceOfSatisfying(
                        Audit.Finding.Sound.class,
                        sound -> assertThat(sound.entries()).isEqualTo(100));
    }

    @Test
    void stories_with_a_crash_at_every_write_leave_the_book_whole() {
        for (long seed = 1; seed <= 4; seed++) {
            var simulation = new Simulation(seed, new SqlWorld(database, seed << 32));
            simulation.run(100);
            int entries = simulation.entries();
            assertThat(Verified.in(database, Simulation.community(seed)))
                    .isInstanceOfSatisfying(
                            Audit.Finding.Sound.class,
                            sound -> assertThat(sound.entries()).isEqualTo(entries));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Transfer earning(CommunityId community, long amount, String cause) {
        return new Transfer(
                new Account.OfCommunity(community),
                new Account.OfMember(community, ADA),
                amount,
                Reason.HELPED,
                cause,
                NOON,
                Optional.empty());
    }

    private static Transfer gift(CommunityId community, String cause) {
        return new Transfer(
                new Account.OfMember(community, ADA),
                new Account.OfMember(community, BOB),
                5,
                Reason.THANKED,
                cause,
                NOON,
                Optional.empty());
    }
}
