package io.tummler.chat;

import io.tummler.Benchmark;
import io.tummler.Figures;
import io.tummler.chat.sandbox.Limits;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a message costs: CPU time of the bot's process for each MESSAGE_CREATE that it gets over a socket, of which one in
 * five is by somebody who consents to listening. Against bare JDA, below which nothing built on it can come, and
 * discord.js, which most bots are built on, neither of which does anything with a message.
 */
public final class IntakeBenchmark implements Benchmark {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 50_000);
    private static final int MESSAGES = Integer.getInteger("bench.messages", 200_000);
    /** Far more than the largest communities have, and few enough that nothing is shed. */
    private static final int MESSAGES_A_SECOND = Integer.getInteger("bench.rate", 5_000);

    private static final long SEED = 20_260_101;
    private static final List<String> CHANNELS = List.of("general", "kitchen", "workshop");
    private static final Path RESULTS = Path.of("target", "bench");

    private interface Start {
        Contestant start(Sandbox sandbox, Path log) throws Exception;
    }

    @Override
    public void measure(Figures figures) throws Exception {
        Map<String, Start> contestants = new LinkedHashMap<>();
        contestants.put("jda", BareBot::jda);
        contestants.put("tummler-20", (sandbox, log) -> PackagedTummler.start(Crowd.CONSENTING, sandbox, log));
        contestants.put("tummler-0", (sandbox, log) -> PackagedTummler.start(0, sandbox, log));
        if (installDiscordJs())
            contestants.put("discord-js", (sandbox, log) -> BareBot.discordJs(RESULTS.resolve("js"), sandbox, log));
        String only = System.getProperty("bench.only", "");
        if (!only.isEmpty()) contestants.keySet().retainAll(List.of(only.split(",")));

        Map<String, List<Double>> micros = new LinkedHashMap<>();
        long shed = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            for (var contestant : contestants.entrySet()) {
                Run run = run(contestant.getValue(), RESULTS.resolve(contestant.getKey() + "-" + round + ".log"));
                shed += run.shed;
                micros.computeIfAbsent(contestant.getKey(), _ -> new ArrayList<>())
                        .add(run.micros);
                System.out.printf("# round %d: %s %.1f us/message%n", round, contestant.getKey(), run.micros);
            }
        }
        for (var each : micros.entrySet()) figures.add(each.getKey() + ".cpu", each.getValue(), "us/message");
        for (String other : List.of("jda", "discord-js"))
            if (micros.containsKey("tummler-20") && micros.containsKey(other))
                figures.add(
                        "tummler-20.of-" + other,
                        Figures.median(micros.get("tummler-20")) / Figures.median(micros.get(other)),
                        "x");
        figures.add("tummler.shed", shed, "messages");
    }

    /**
     * @param micros CPU time a message
     */
    private record Run(double micros, long shed) {}

    private static Run run(Start start, Path log) throws Exception {
        // What ends a measurement waits its turn behind the messages, longer than Discord would wait for it.
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults()
                        .withPatience(Contestant.PATIENCE)
                        .withLimits(Limits.announcedOnly()));
                Contestant bot = start.start(sandbox, log)) {
            var crowd = new Crowd(
                    SEED,
                    sandbox.guildId(),
                    CHANNELS.stream().map(sandbox::channelId).toList());
            bot.finish(sandbox, crowd);
            feed(sandbox, crowd, WARM_UP);
            bot.finish(sandbox, crowd);

            long before = bot.cpu().toNanos();
            feed(sandbox, crowd, MESSAGES);
            bot.finish(sandbox, crowd);
            double micros = (bot.cpu().toNanos() - before) / 1_000.0 / MESSAGES;

            Contestant.Count count = bot.count();
            long expected = bot.expected(crowd, WARM_UP + MESSAGES);
            if (count.heard() + count.shed() != expected)
                throw new IllegalStateException("it took %s of %d messages, see %s".formatted(count, expected, log));
            return new Run(micros, count.shed());
        }
    }

    /** Sends so many messages, evenly. */
    private static void feed(Sandbox sandbox, Crowd crowd, int messages) {
        long start = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            long early = start + i * TimeUnit.SECONDS.toNanos(1) / MESSAGES_A_SECOND - System.nanoTime();
            if (early > 0) LockSupport.parkNanos(early);
            sandbox.faults().sendRaw(crowd.next());
        }
    }

    /** Where there is no node, or no registry, the peer is left out. */
    private static boolean installDiscordJs() throws IOException, InterruptedException {
        Path source = Path.of("src", "bench", "js");
        Path folder = Files.createDirectories(RESULTS.resolve("js"));
        try (var files = Files.list(source)) {
            for (Path file : files.toList())
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            int exit = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(RESULTS.resolve("npm.log").toFile())
                    .start()
                    .waitFor();
            if (exit == 0) return true;
            System.out.printf(
                    "# discord-js is skipped: npm could not install it, see %s%n", RESULTS.resolve("npm.log"));
        } catch (IOException noNpm) {
            System.out.println("# discord-js is skipped: there is no node with npm here");
        }
        return false;
    }
}
