package io.tummler.config;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** What stands against a folder of settings, of which nothing takes effect. */
public final class Validation {
    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparingInt(Problem::column);

    private Validation() {}

    /** Everything wrong in it, by file, line and column; nothing if the bot would take it. */
    public static List<Problem> of(Path folder, Sections sections) {
        try {
            ConfigFolder.readExisting(folder, sections);
            return List.of();
        } catch (BadConfig bad) {
            return bad.problems().stream().sorted(BY_PLACE).toList();
        }
    }
}
