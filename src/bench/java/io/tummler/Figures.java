package io.tummler;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a benchmark found out: each figure a line {@code name value unit}, and all of them in a JSON file. */
public final class Figures {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final String benchmark;
    private final Path file;
    private final List<Figure> all = new ArrayList<>();

    record Figure(String name, double value, String unit) {}

    Figures(String benchmark, Path file) {
        this.benchmark = benchmark;
        this.file = file;
    }

    /** What the figures depend on besides the program. */
    void machine() throws IOException {
        var system = ManagementFactory.getOperatingSystemMXBean();
        add("machine.cores", system.getAvailableProcessors(), "cores");
        add("machine.load-before", system.getSystemLoadAverage(), "processes");
    }

    /** Prints a figure, and writes the file anew, so that whatever comes later this one is kept. */
    public void add(String name, double value, String unit) throws IOException {
        var figure = new Figure(name, Math.round(value * 1_000) / 1_000.0, unit);
        all.add(figure);
        System.out.printf(Locale.ROOT, "%s %s %s%n", figure.name, figure.value, figure.unit);
        Files.createDirectories(file.getParent());
        JSON.writeValue(file.toFile(), Map.of("benchmark", benchmark, "figures", all));
    }

    /** The median of several runs, and how far they lie apart. */
    public void add(String name, List<Double> runs, String unit) throws IOException {
        List<Double> sorted = runs.stream().sorted().toList();
        add(name, median(sorted), unit);
        add(name + ".min", sorted.getFirst(), unit);
        add(name + ".max", sorted.getLast(), unit);
    }

    /** The value that this share of them, from 0 to 1, does not exceed. */
    public static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }

    public static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
