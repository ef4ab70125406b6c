package io.tummler;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code ./mvnw -Pbench verify -Dbench=<name>}: runs one benchmark, from the project's folder. */
public final class Benchmarks {
    private static final String SUFFIX = "Benchmark.class";

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        SortedMap<String, String> known = known();
        String type = known.get(name);
        if (type == null) {
            System.err.printf(
                    "%s Run ./mvnw -Pbench verify -Dbench=<name> with one of: %s%n",
                    name.isEmpty() ? "Which benchmark?" : "There is no benchmark \"" + name + "\".",
                    String.join(", ", known.keySet()));
            System.exit(1);
        }
        var benchmark = (Benchmark) Class.forName(type).getDeclaredConstructor().newInstance();
        var figures = new Figures(name, Path.of("target", "bench", name + ".json"));
        figures.machine();
        benchmark.measure(figures);
        // What a benchmark left running must not keep the build waiting.
        System.exit(0);
    }

    /** Class names by benchmark names: whatever was compiled next to this class and is called so. */
    private static SortedMap<String, String> known() throws IOException, URISyntaxException {
        Path classes = Path.of(Benchmarks.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var known = new TreeMap<String, String>();
        try (var files = Files.walk(classes)) {
            files.map(file -> classes.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(SUFFIX) && !file.endsWith("/" + SUFFIX))
                    .forEach(file -> known.put(
                            name(file), file.substring(0, file.length() - 6).replace('/', '.')));
        }
        return known;
    }

    private static String name(String file) {
        String simple = file.substring(file.lastIndexOf('/') + 1, file.length() - SUFFIX.length());
        return simple.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
