package io.tummler.chat;

import com.sun.management.OperatingSystemMXBean;
import io.tummler.Benchmark;
import io.tummler.Figures;
import io.tummler.chat.sandbox.Limits;
import io.tummler.chat.sandbox.Persona;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How much the sandbox itself costs: messages that are said through its Java API until they are read by a client in
 * another process, the CPU time of this one, and what a guild weighs.
 */
public final class SandboxBenchmark implements Benchmark {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 100_000);
    private static final int MESSAGES = Integer.getInteger("bench.messages", 200_000);
    private static final int GUILDS = Integer.getInteger("bench.guilds", 1_000);
    private static final int SHARDS = Integer.getInteger("bench.shards", 100);
    /** So many may be on their way; then the crowd waits for the client. */
    private static final int AHEAD_MAX = 20_000;

    private static final long SEED = 20_260_102;

    @Override
    public void measure(Figures figures) throws Exception {
        for (String compression : List.of("plain", "zlib")) {
            try (Sandbox sandbox = Sandbox.start(options(1));
                    var listener = new Listener(sandbox, 1, compression)) {
                listener.await(2);
                List<String> places = List.of("general", "introductions");
                say(figures, "one-shard." + compression, sandbox, listener, places);
            }
        }
        shards(figures);
    }

    private static SandboxOptions options(int guilds) {
        // Nobody beats the heart of so many connections.
        return SandboxOptions.defaults()
                .withGuilds(guilds)
                .withLimits(Limits.announcedOnly())
                .withHeartbeat(Duration.ofHours(1));
    }

    private static void shards(Figures figures) throws Exception {
        long empty = heapBytes();
        try (Sandbox sandbox = Sandbox.start(options(GUILDS))) {
            figures.add("guild.memory", (heapBytes() - empty) / 1024.0 / GUILDS, "KiB");
            long start = System.nanoTime();
            try (var listener = new Listener(sandbox, SHARDS, "plain")) {
                listener.await(SHARDS + GUILDS);
                figures.add("shards.login", (System.nanoTime() - start) / 1e9, "s");
                figures.add("shard.memory", (heapBytes() - empty) / 1024.0 / 1024, "MiB in all");
                List<String> places = sandbox.guildIds().stream()
                        .map(guild -> guild == sandbox.guildId() ? "general" : Long.toString(guild + 1))
                        .toList();
                say(figures, "all-shards.plain", sandbox, listener, places);
            }
        }
    }

    /** The rates are of messages a second by the clock, and a second of CPU time of this process. */
    private static void say(Figures figures, String name, Sandbox sandbox, Listener listener, List<String> places)
            throws Exception {
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        say(sandbox, listener, places, WARM_UP);
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            long cpuStart = cpuNanos();
            say(sandbox, listener, places, MESSAGES);
            cpu.add(MESSAGES * 1e9 / (cpuNanos() - cpuStart));
            wall.add(MESSAGES * 1e9 / (System.nanoTime() - start));
        }
        figures.add(name + ".by-clock", wall, "messages/s");
        figures.add(name + ".by-cpu", cpu, "messages/s of one core");
    }

    private static void say(Sandbox sandbox, Listener listener, List<String> places, int messages) throws Exception {
        var chatter = new Chatter(new Random(SEED));
        Persona owner = sandbox.persona("ada");
        long before = listener.count();
        for (int i = 0; i < messages; i++) {
            owner.says(places.get(i % places.size()), chatter.next());
            if (i % (AHEAD_MAX / 2) == 0) listener.await(before + i + 1 - AHEAD_MAX);
        }
        listener.await(before + messages);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long heapBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The client's process. */
    private static final class Listener implements AutoCloseable {
        private static final long PATIENCE_SECONDS = 120;

        private final Process process;
        private final Writer ask;
        private final BufferedReader answers;

        Listener(Sandbox sandbox, int shards, String compression) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            GatewayListener.class.getName(),
                            Integer.toString(sandbox.port()),
                            sandbox.botToken(),
                            Integer.toString(shards),
                            compression)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            ask = process.outputWriter(StandardCharsets.UTF_8);
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        long count() throws IOException {
            ask.write("\n");
            ask.flush();
            String answer = answers.readLine();
            if (answer == null) throw new IOException("the client ended");
            return Long.parseLong(answer);
        }

        void await(long events) throws IOException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (count() < events) {
                if (System.nanoTime() > deadline)
                    throw new IOException("the client got %d of %d events".formatted(count(), events));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }
}
