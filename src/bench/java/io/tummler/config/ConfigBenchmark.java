package io.tummler.config;

import io.tummler.Benchmark;
import io.tummler.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code config}: the settings that ship, and 1,000 communities with three files each above them: how long it takes to read
 * them all, what they hold in memory, and what it costs to read one anew. Beside it, what SnakeYAML takes to load the same
 * files into plain maps, unchecked, which nobody who uses it can go below.
 */
public final class ConfigBenchmark implements Benchmark {
    private static final int COMMUNITIES = 1_000;
    private static final long FIRST_ID = 1_000_000_000_000_000_000L;
    private static final int ROUNDS = 5;
    private static final double MILLION = 1e6;
    private static final Path SHIPPED = Path.of("bot-config");

    private static final List<String> SECTIONS = List.of(
            "chat.ChatSettings",
            "listening.ListeningSettings",
            "matching.MatchingSettings",
            "introduction.IntroductionSettings",
            "credit.rules.CreditSettings",
            "brand.BrandSettings");

    @Override
    public void measure(Figures figures) throws Exception {
        Path folder = Files.createTempDirectory("bot-config");
        try {
            write(folder);
            var reader = new ConfigFolder(folder, sections(), List.of(), _ -> Optional.empty());
            figures.add("communities", COMMUNITIES, "communities");
            figures.add("files", files(folder).size(), "files");
            Reading reading = loads(reader, figures);
            reloads(reader, folder, reading, figures);
            peer(folder, figures);
        } finally {
            delete(folder);
        }
    }

    private static Sections sections() throws ClassNotFoundException {
        List<Class<? extends Record>> types = new ArrayList<>();
        for (String name : SECTIONS)
            types.add(Class.forName("io.tummler." + name).asSubclass(Record.class));
        return new Sections(types);
    }

    private static Reading loads(ConfigFolder reader, Figures figures) throws Exception {
        long before = heap();
        long began = System.nanoTime();
        Reading reading = reader.read();
        figures.add("load.first", (System.nanoTime() - began) / MILLION, "ms");
        if (!reading.allProblems().isEmpty())
            throw new IllegalStateException(reading.allProblems().toString());
        figures.add("held", (heap() - before) / MILLION, "MB");
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            began = System.nanoTime();
            reader.read();
            times.add((System.nanoTime() - began) / MILLION);
        }
        figures.add("load", times, "ms");
        // Still needed, or what it holds would not have been counted.
        figures.add("loaded", reading.own().size(), "communities");
        return reading;
    }

    private static void reloads(ConfigFolder reader, Path folder, Reading before, Figures figures) throws IOException {
        List<Double> looks = new ArrayList<>();
        List<Double> reloads = new ArrayList<>();
        int touched = 0;
        Reading known = before;
        for (int round = 0; round < ROUNDS; round++) {
            Files.writeString(
                    community(folder, round).resolve("introductions.yaml"),
                    "ask-at-once: 4 # " + "x".repeat(round + 1));
            long began = System.nanoTime();
            Inventory inventory = reader.inventory();
            looks.add((System.nanoTime() - began) / MILLION);
            began = System.nanoTime();
            Reading next = reader.read(inventory, known);
            reloads.add((System.nanoTime() - began) / MILLION);
            for (String name : next.own().keySet())
                if (next.own().get(name) != known.own().get(name)) touched++;
            known = next;
        }
        figures.add("look", looks, "ms");
        figures.add("reload-of-one", reloads, "ms");
        figures.add("reload-of-one.touched", touched / (double) ROUNDS, "communities");
    }

    private static void peer(Path folder, Figures figures) throws IOException {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            for (Path file : files(folder)) {
                try (InputStream input = Files.newInputStream(file)) {
                    new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(input);
                }
            }
            times.add((System.nanoTime() - began) / MILLION);
        }
        figures.add("snakeyaml-alone.load", times, "ms");
    }

    private static void write(Path folder) throws IOException {
        for (Path file : files(SHIPPED)) {
            Path copy = folder.resolve(SHIPPED.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        for (int i = 0; i < COMMUNITIES; i++) {
            Path own = community(folder, i);
            Files.createDirectories(own.resolve("brands"));
            Files.writeString(own.resolve("introductions.yaml"), "ask-at-once: 2\nweekly-cap: " + (1 + i % 20));
            Files.writeString(own.resolve("matching.yaml"), "minimum-score: 0." + (1 + i % 9));
            Files.writeString(own.resolve("brands/corner-oven.yaml"), "enabled: false");
        }
    }

    private static Path community(Path folder, int number) {
        return folder.resolve("communities").resolve(Long.toString(FIRST_ID + number));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < ROUNDS; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
