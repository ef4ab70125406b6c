package io.tummler.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The ledger without a database, told many random stories; {@code -Dbench=ledger} tells it more. */
class RegisterTest {
    private static final int SEEDS = 30;
    private static final int OPERATIONS = 1_000;

    @Test
    void whatever_is_told_in_whatever_way_each_is_booked_once_and_wholly_and_nobody_is_overdrawn() {
        int crashes = 0;
        int duplicates = 0;
        int refused = 0;
        int tiles = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            var world = new MemoryWorld();
            var simulation = new Simulation(seed, world);
            simulation.run(OPERATIONS);
            world.check(seed, simulation.entries());
            crashes += simulation.crashes;
            duplicates += simulation.duplicates;
            refused += simulation.refused;
            tiles += world.shelf.tiles.size();
        }
        assertThat(crashes).as("or the stories are too tame").isGreaterThan(SEEDS * 100);
        assertThat(duplicates).isGreaterThan(SEEDS * 100);
        assertThat(refused).isGreaterThan(SEEDS * 10);
        assertThat(tiles).isGreaterThan(SEEDS);
    }

    @Test
    void a_story_that_goes_wrong_names_its_seed_and_goes_wrong_again() {
        for (int time = 0; time < 2; time++) {
            var world = new MemoryWorld();
            var forgetful = new Simulation(7, new Forgetful(world));
            assertThatThrownBy(() -> forgetful.run(OPERATIONS))
                    .hasMessage("the ledger broke: seed 7, operation 1 of 1000");
        }
    }

    /** Says that nobody holds anything. */
    private record Forgetful(MemoryWorld world) implements Simulation.World {
        @Override
        public Register register() {
            return world.register();
        }

        @Override
        public <T> T transact(int writes, java.util.function.Supplier<T> work) {
            return world.transact(writes, work);
        }

        @Override
        public Totals totals(io.tummler.api.Account account) {
            return new Totals(1, 0, 0, 0);
        }
    }
}
