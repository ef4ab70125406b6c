package io.tummler.chat;

import io.tummler.Benchmark;
import io.tummler.Figures;
import io.tummler.chat.PackagedTummler.Form;
import io.tummler.chat.sandbox.Limits;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How soon a process that was started is sent READY, what it holds in memory five seconds later, and what it weighs on
 * disk: Tummler on the JVM, as a native executable where one was built, and bare JDA on the JVM, below which no Java bot
 * comes. Tummler starts on a database that is there already, as most starts do; then once more on one with 100,000 members
 * and 300,000 statements, where it is asked once, for which it reads them all. Each has a heap of {@code -Dbench.heap} at
 * most, and whoever can't do it with that is left out, with the reason.
 */
public final class FootprintBenchmark implements Benchmark {
    private static final int STARTS = Integer.getInteger("bench.rounds", 5);
    private static final int STARTS_LOADED = Integer.getInteger("bench.rounds", 3);
    private static final int MEMBERS = Integer.getInteger("bench.members", 100_000);
    private static final int STATEMENTS_EACH = 3;
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(5);
    private static final Path RESULTS = Path.of("target", "bench");
    private static final Pattern HELPERS = Pattern.compile("(\\d+) people here could help");
    private static final String WISH = "somebody who can mend the sewing machine";

    private interface Start {
        Contestant start(Sandbox sandbox, Path log) throws Exception;
    }

    private final Map<String, List<Double>> runs = new LinkedHashMap<>();

    @Override
    public void measure(Figures figures) throws Exception {
        Map<String, Form> forms = new LinkedHashMap<>();
        forms.put("jvm", Form.jar());
        Optional<Path> executable = executable();
        executable.ifPresentOrElse(
                file -> forms.put("native", Form.executable(file)),
                () -> System.out.println("# native is left out: there is no target/tummler-*-runner; build one by"
                        + " ./mvnw -DskipTests -Dnative package, or name it by -Dbench.native=FILE"));

        figures.add("jvm.size", megabytes(PackagedTummler.JAR_FOLDER), "MB");
        if (executable.isPresent()) figures.add("native.size", megabytes(executable.get()), "MB");

        Map<String, Start> idle = new LinkedHashMap<>();
        idle.put("jda", BareBot::jda);
        forms.forEach((name, form) -> idle.put(
                name,
                (sandbox, log) ->
                        PackagedTummler.start(form, Population.inNewFolder(sandbox.guildId()), sandbox, log)));
        // So that nobody waits for a sandbox whose code runs for the first time.
        each("warm-up", 1, Map.of("jda", BareBot::jda), this::idle);
        runs.clear();
        each("idle", STARTS, idle, this::idle);
        publish(figures);

        try (Population crowd = crowd()) {
            Map<String, Start> loaded = new LinkedHashMap<>();
            forms.forEach((name, form) -> loaded.put(
                    name + ".loaded", (sandbox, log) -> PackagedTummler.start(form, crowd.copy(), sandbox, log)));
            each("loaded", STARTS_LOADED, loaded, this::loaded);
        }
        publish(figures);
    }

    private interface Run {
        void run(String name, Contestant bot, Sandbox sandbox) throws Exception;
    }

    /** In turns, so that what else the machine does meets all of them; who fails once is left out from then on. */
    private void each(String what, int rounds, Map<String, Start> contestants, Run run) throws Exception {
        Map<String, Start> left = new LinkedHashMap<>(contestants);
        for (int round = 1; round <= rounds; round++) {
            for (var contestant : contestants.entrySet()) {
                String name = contestant.getKey();
                if (!left.containsKey(name)) continue;
                Path log = RESULTS.resolve("footprint-%s-%s-%d.log".formatted(what, name, round));
                try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults()
                                .withPatience(Contestant.PATIENCE)
                                .withLimits(Limits.announcedOnly()));
                        Contestant bot = contestant.getValue().start(sandbox, log)) {
                    run.run(name, bot, sandbox);
                } catch (IllegalStateException failed) {
                    System.out.printf("# %s is left out: %s, see %s%n", name, failed.getMessage(), log);
                    left.remove(name);
                    runs.keySet().removeIf(figure -> figure.startsWith(name + "."));
                }
            }
        }
    }

    private void idle(String name, Contestant bot, Sandbox sandbox) throws Exception {
        note(name + ".ready ms", bot.untilReady(sandbox));
        Thread.sleep(SETTLED_AFTER);
        note(name + ".idle MB", bot.memory().resident());
    }

    private void loaded(String name, Contestant bot, Sandbox sandbox) throws Exception {
        note(name + ".ready ms", bot.untilReady(sandbox));
        bot.await("it offered its commands", () -> sandbox.commands().contains("ask"));
        long asked = System.nanoTime();
        var ask = sandbox.persona("ada").runs("ask", Map.of("what", WISH));
        bot.await("it answered /ask", ask::isAnswered);
        note(name + ".first-answer ms", (System.nanoTime() - asked) / 1e6);
        // Many of the crowd have a sewing machine; of a crowd whose words it can't read only a few fit by chance.
        Matcher helpers = HELPERS.matcher(ask.answer().content());
        if (!helpers.find() || Integer.parseInt(helpers.group(1)) < MEMBERS / 100)
            throw new IllegalStateException("it does not know the crowd, but says: "
                    + ask.answer().content().lines().toList());
        Thread.sleep(SETTLED_AFTER);
        note(name + ".idle MB", bot.memory().resident());
        note(name + ".peak MB", bot.memory().peak());
    }

    private void note(String figureAndUnit, double value) {
        System.out.printf("# %s: %.0f%n", figureAndUnit, value);
        runs.computeIfAbsent(figureAndUnit, _ -> new ArrayList<>()).add(value);
    }

    private void publish(Figures figures) throws IOException {
        for (var run : runs.entrySet()) {
            String[] figureAndUnit = run.getKey().split(" ");
            figures.add(figureAndUnit[0], run.getValue(), figureAndUnit[1]);
        }
        runs.clear();
    }

    private static Population crowd() throws Exception {
        long began = System.nanoTime();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            Population crowd = Population.inNewFolder(sandbox.guildId());
            crowd.consenting(MEMBERS);
            crowd.statements(STATEMENTS_EACH);
            System.out.printf(
                    "# %d members and %d statements were written in %.0f s, %.0f MB%n",
                    MEMBERS, MEMBERS * STATEMENTS_EACH, (System.nanoTime() - began) / 1e9, megabytes(crowd.folder()));
            return crowd;
        }
    }

    /** What {@code -Dbench.native} names, or else what a native build has made last. */
    private static Optional<Path> executable() throws IOException {
        String named = System.getProperty("bench.native", "");
        if (!named.isEmpty()) {
            if (!Files.isExecutable(Path.of(named)))
                throw new IllegalArgumentException("-Dbench.native=%s can't be run".formatted(named));
            return Optional.of(Path.of(named));
        }
        Predicate<Path> built = file -> file.getFileName().toString().matches("tummler-.*-runner");
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(built.and(Files::isExecutable)).findFirst();
        }
    }

    private static double megabytes(Path fileOrFolder) throws IOException {
        try (var files = Files.walk(fileOrFolder)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) bytes += Files.size(file);
            return bytes / 1e6;
        }
    }
}
