package io.tummler.chat.discord;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which of the bot's shards this process serves; several that share one database divide them among themselves. */
interface ShardLeases extends AutoCloseable {
    /**
     * What this process serves.
     *
     * @param total how many shards the bot has
     * @param ours held by this process
     * @param surplus of those, what others are waiting for: to be closed and then {@link #giveBack given back}
     * @param alone whether no other process is there to take what this one does not renew
     */
    record Share(int total, Set<Integer> ours, Set<Integer> surplus, boolean alone) {
        static final Share NOTHING = new Share(0, Set.of(), Set.of(), false);

        public Share {
            ours = Set.copyOf(ours);
            surplus = Set.copyOf(surplus);
        }
    }

    /** Another process has taken this one's place, under the same name. */
    final class Replaced extends RuntimeException {
        private static final long serialVersionUID = 1;

        Replaced(String name) {
            super("Another process runs under the name of this one, \"" + name
                    + "\", and has taken its place. Give each"
                    + " replica a name of its own (TUMMLER_REPLICA; without it, it is the host's name).");
        }
    }

    /**
     * Renews what this process holds and takes its share of what nobody holds.
     *
     * @param recommended how many shards to begin with, when no other process has begun
     * @throws Replaced when this process is to stop
     */
    Share renew(int recommended) throws SQLException;

    void giveBack(int shard) throws SQLException;

    /** Waits until a shard of this bucket, its id modulo {@code max_concurrency}, may identify itself. */
    void awaitIdentify(int bucket) throws InterruptedException;

    /** Gives everything back. */
    @Override
    void close() throws SQLException;

    /**
     * For a process that is alone by nature, its database being a file of its own.
     *
     * @param wanted how many shards the bot is to have; empty for what is recommended
     */
    record Everything(OptionalInt wanted) implements ShardLeases {
        @Override
        public Share renew(int recommended) {
            int total = wanted.orElse(recommended);
            return new Share(
                    total, IntStream.range(0, total).boxed().collect(Collectors.toUnmodifiableSet()), Set.of(), true);
        }

        @Override
        public void giveBack(int shard) {}

        @Override
        public void awaitIdentify(int bucket) {}

        @Override
        public void close() {}
    }

    /**
     * A row of the leases.
     *
     * @param free whether anybody may take it
     * @param ours whether this process holds it
     */
    record Lease(int shard, boolean free, boolean ours) {}

    /**
     * Divides the shards evenly: nobody holds more than a fair share of them, rounded up, and whoever holds less takes
     * what is free.
     *
     * @param leases one for each shard, by their numbers
     * @param live how many processes there are, this one included
     */
    static Share divide(List<Lease> leases, int live) {
        int fair = Math.ceilDiv(leases.size(), live);
        var ours = new TreeSet<Integer>();
        for (Lease lease : leases) if (lease.ours()) ours.add(lease.shard());
        for (Lease lease : leases) if (lease.free() && ours.size() < fair) ours.add(lease.shard());
        var surplus = new TreeSet<Integer>(ours.descendingSet().stream()
                .limit(Math.max(0, ours.size() - fair))
                .toList());
        return new Share(leases.size(), ours, surplus, live == 1);
    }
}
