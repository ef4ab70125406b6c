package io.tummler.credit;

import io.tummler.Benchmark;
import io.tummler.Figures;
import io.tummler.api.Account;
import io.tummler.api.CommunityId;
import io.tummler.api.MemberId;
import io.tummler.api.Transfer;
import io.tummler.api.Transfer.Reason;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code ledger}: random stories with duplicates, what comes late, and a crash at any write, each compared step by step with
 * a model of what must be so; how long an inclusion proof is; and how many transfers a second a book takes on each database.
 * {@code -Dbench.run=SEED} tells the one story of that seed again.
 */
public final class LedgerBenchmark implements Benchmark {
    private static final int SEEDS = 1_000;
    private static final int OPERATIONS = 1_010;
    private static final int SEEDS_ON_DATABASES = 100;
    private static final int OPERATIONS_ON_DATABASES = 30;
    private static final int LARGE = 1_000_000;
    private static final int BATCH = 100;
    private static final Instant NOON = Instant.parse("2026-05-12T12:00:00Z");
    private static final double NANOS = 1e9;

    /** A database as the product uses it: what is committed stays, whatever happens to the machine. */
    private record Place(String name, String url, String user, String password) {
        /** Whether several processes may use it. */
        boolean isShared() {
            return name.equals("postgresql");
        }

        TestDatabase open() {
            return TestDatabase.at(url, user, password, Entry.class);
        }
    }

    @Override
    public void measure(Figures figures) throws Exception {
        String again = System.getProperty("bench.run", "");
        if (!again.isEmpty()) {
            story(Long.parseLong(again));
            figures.add("stories.again", 1, "stories");
            return;
        }
        stories(figures);
        proofs(figures);
        Path folder = Files.createTempDirectory("ledger");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            for (Place place : List.of(
                    new Place(
                            "h2",
                            "jdbc:h2:file:" + folder.resolve("tummler")
                                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0",
                            "tummler",
                            "tummler"),
                    new Place("postgresql", postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"))) {
                storiesOn(place, figures);
                speed(place, figures);
            }
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    private record Story(int operations, int crashes, int duplicates, int refused, int entries) {}

    /** @throws AssertionError that names the seed */
    private static Story story(long seed) {
        var world = new MemoryWorld();
        var simulation = new Simulation(seed, world);
        simulation.run(OPERATIONS);
        world.check(seed, simulation.entries());
        return new Story(
                OPERATIONS, simulation.crashes, simulation.duplicates, simulation.refused, simulation.entries());
    }

    private static void stories(Figures figures) throws IOException {
        long began = System.nanoTime();
        List<Story> stories =
                IntStream.rangeClosed(1, SEEDS).mapToObj(LedgerBenchmark::story).toList();
        figures.add("stories.seeds", stories.size(), "seeds");
        figures.add("stories.operations", sum(stories.stream().map(Story::operations)), "operations");
        figures.add("stories.duplicates", sum(stories.stream().map(Story::duplicates)), "operations");
        figures.add("stories.crashes", sum(stories.stream().map(Story::crashes)), "crashes");
        figures.add("stories.refused", sum(stories.stream().map(Story::refused)), "operations");
        figures.add("stories.entries", sum(stories.stream().map(Story::entries)), "entries");
        // The first that broke would have ended it.
        figures.add("stories.broken", 0, "seeds");
        figures.add("stories.took", (System.nanoTime() - began) / NANOS, "s");
    }

    private static long sum(Stream<Integer> counts) {
        return counts.mapToLong(Integer::longValue).sum();
    }

    private static void proofs(Figures figures) throws IOException {
        var frontier = Frontier.empty();
        List<List<Hash>> tiles = new ArrayList<>();
        for (int level = 0; level < 4; level++) tiles.add(new ArrayList<>());
        long began = System.nanoTime();
        for (int at = 0; at < LARGE; at++) {
            Hash leaf = Hash.ofLeaf("entry " + at);
            tiles.getFirst().add(leaf);
            for (Frontier.Tile tile : frontier.add(leaf))
                tiles.get(tile.level()).add(tile.root());
        }
        figures.add("proof.tree", (System.nanoTime() - began) / NANOS, "s");
        Proof.Tiles kept = (level, first, count) -> tiles.get(level).subList((int) first, (int) first + count);
        Hash root = frontier.root();
        var random = new Random(8);
        int longest = 0;
        for (int time = 0; time < 1_000; time++) {
            int index = random.nextInt(LARGE);
            Proof proof = Proof.of(index, LARGE, kept);
            if (!proof.proves(tiles.getFirst().get(index), root)) throw new AssertionError("no proof of " + index);
            longest = Math.max(longest, proof.path().size());
        }
        figures.add("proof.of", LARGE, "entries");
        figures.add("proof.longest", longest, "hashes");
    }

    /** Alone with crashes, and then two who tell the same in another order at the same time. */
    private static void storiesOn(Place place, Figures figures) throws Exception {
        TestDatabase database = place.open();
        var ids = new Random(8);
        long began = System.nanoTime();
        for (long seed = 1; seed <= SEEDS_ON_DATABASES; seed++) {
            var simulation = new Simulation(seed, new SqlWorld(database, ids.nextLong()));
            simulation.run(OPERATIONS_ON_DATABASES);
            requireSound(database, Simulation.community(seed), seed);
        }
        figures.add(place.name() + ".stories.seeds", SEEDS_ON_DATABASES, "seeds");
        figures.add(place.name() + ".stories.operations", SEEDS_ON_DATABASES * OPERATIONS_ON_DATABASES, "operations");
        figures.add(place.name() + ".stories.took", (System.nanoTime() - began) / NANOS, "s");
        began = System.nanoTime();
        List<TestDatabase> both = place.isShared()
                ? List.of(database.elsewhere(), database.elsewhere())
                : List.of(database.beside(), database.beside());
        for (long seed = 1; seed <= SEEDS_ON_DATABASES; seed++) atOnce(both, 10_000 + seed);
        figures.add(place.name() + ".at-once.seeds", SEEDS_ON_DATABASES, "seeds");
        figures.add(place.name() + ".at-once.took", (System.nanoTime() - began) / NANOS, "s");
    }

    private static void requireSound(TestDatabase database, CommunityId community, long seed) {
        if (!(Verified.in(database, community) instanceof Audit.Finding.Sound))
            throw new AssertionError("the ledger broke: seed " + seed + ": " + Verified.in(database, community));
    }

    private static void atOnce(List<TestDatabase> databases, long seed) throws Exception {
        CommunityId community = Simulation.community(seed);
        var random = new Random(seed);
        List<List<Transfer>> told = new ArrayList<>();
        for (int at = 0; at < OPERATIONS_ON_DATABASES; at++) {
            Transfer earned = transfer(community, random.nextInt(5), at, 1 + random.nextInt(9));
            // Who earns so much gives one of it on: both or neither.
            told.add(List.of(
                    earned,
                    new Transfer(
                            earned.credit(),
                            new Account.Expired(community),
                            1,
                            Reason.EXPIRED,
                            earned.cause(),
                            NOON,
                            Optional.empty())));
        }
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (TestDatabase database : databases) {
                var world = new SqlWorld(database, random.nextLong());
                List<List<Transfer>> shuffled = new ArrayList<>(told);
                Collections.shuffle(shuffled, random);
                var crashes = new Random(random.nextLong());
                all.add(threads.submit(() -> shuffled.forEach(each -> tell(world, each, crashes))));
            }
            for (Future<?> each : all) each.get();
        } catch (ExecutionException e) {
            throw new AssertionError("the ledger broke: seed " + seed, e);
        }
        requireSound(databases.getFirst(), community, seed);
        var book = new SqlShelf(
                new Sql(databases.getFirst().entities()), databases.getFirst().turns());
        Set<String> causes = new HashSet<>();
        for (List<Transfer> each : told) causes.add(each.getFirst().cause());
        int entries = databases
                .getFirst()
                .transact(() -> book.causedBy(community.value(), causes))
                .size();
        if (entries != 2 * told.size())
            throw new AssertionError("the ledger broke: seed %d: %d entries".formatted(seed, entries));
    }

    private static void tell(SqlWorld world, List<Transfer> transfers, Random crashes) {
        if (crashes.nextInt(4) == 0)
            try {
                world.transact(crashes.nextInt(6), () -> world.register().book(transfers));
            } catch (MemoryShelf.Crash _) {
                // And again.
            }
        world.transact(-1, () -> world.register().book(transfers));
    }

    private static Transfer transfer(CommunityId community, int member, int cause, long amount) {
        return new Transfer(
                new Account.OfCommunity(community),
                new Account.OfMember(community, new MemberId(new UUID(2, member))),
                amount,
                Reason.HELPED,
                "introduction:" + new UUID(4, cause),
                NOON,
                Optional.of(new MemberId(new UUID(2, member + 1))));
    }

    private static void speed(Place place, Figures figures) throws Exception {
        TestDatabase database = place.open();
        one(database, 20_001, 1_000);
        double[] latencies = one(database, 20_002, 5_000);
        figures.add(
                place.name() + ".one-a-transaction",
                latencies.length / Arrays.stream(latencies).sum(),
                "transfers/s");
        Arrays.sort(latencies);
        figures.add(place.name() + ".one-a-transaction.median", latencies[latencies.length / 2] * 1e3, "ms");
        figures.add(place.name() + ".one-a-transaction.p99", latencies[latencies.length * 99 / 100] * 1e3, "ms");
        figures.add(place.name() + ".two-communities", two(place), "transfers/s");
        CommunityId large = Simulation.community(20_005);
        batches(database, Simulation.community(20_006), 50);
        double[] each = batches(database, large, 500);
        figures.add(
                place.name() + ".batches-of-100",
                each.length * BATCH / Arrays.stream(each).sum(),
                "transfers/s");
        Arrays.sort(each);
        figures.add(place.name() + ".batches-of-100.median", each[each.length / 2] * 1e3, "ms");
        figures.add(place.name() + ".batches-of-100.p99", each[each.length * 99 / 100] * 1e3, "ms");
        long began = System.nanoTime();
        requireSound(database, large, 0);
        figures.add(place.name() + ".verify", each.length * BATCH / ((System.nanoTime() - began) / NANOS), "entries/s");
    }

    /** Seconds each. */
    private static double[] one(TestDatabase database, long seed, int transfers) {
        CommunityId community = Simulation.community(seed);
        var world = new SqlWorld(database, seed << 32);
        double[] took = new double[transfers];
        for (int at = 0; at < transfers; at++) {
            long began = System.nanoTime();
            Transfer transfer = transfer(community, at % 100, at, 5);
            world.transact(-1, () -> world.register().book(List.of(transfer)));
            took[at] = (System.nanoTime() - began) / NANOS;
        }
        return took;
    }

    private static double two(Place place) throws Exception {
        int transfers = 5_000;
        List<TestDatabase> databases = List.of(place.open(), place.open());
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> both = List.of(
                    threads.submit(() -> one(databases.getFirst(), 20_003, transfers)),
                    threads.submit(() -> one(databases.getLast(), 20_004, transfers)));
            for (Future<?> each : both) each.get();
        }
        return 2 * transfers / ((System.nanoTime() - began) / NANOS);
    }

    /** Seconds each. */
    private static double[] batches(TestDatabase database, CommunityId community, int batches) {
        var world = new SqlWorld(database, community.value().getLeastSignificantBits() << 32);
        double[] took = new double[batches];
        for (int batch = 0; batch < batches; batch++) {
            int first = batch * BATCH;
            List<Transfer> transfers = IntStream.range(first, first + BATCH)
                    .mapToObj(at -> transfer(community, at % 100, at, 5))
                    .toList();
            long began = System.nanoTime();
            world.transact(-1, () -> world.register().book(transfers));
            took[batch] = (System.nanoTime() - began) / NANOS;
        }
        return took;
    }
}
