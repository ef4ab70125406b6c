package io.tummler.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** What was found wrong in one file, up to a number that somebody still reads. */
final class Problems {
    static final int MOST = 100;

    private final String file;
    private final List<Problem> found = new ArrayList<>();
    private boolean cut;

    Problems(String file) {
        this.file = file;
    }

    void add(@Nullable Mark at, String what, String allowed, Optional<String> meant) {
        if (at == null) add(1, 1, what, allowed, meant);
        else add(at.getLine() + 1, at.getColumn() + 1, what, allowed, meant);
    }

    void add(int line, int column, String what, String allowed, Optional<String> meant) {
        if (!full()) found.add(new Problem(file, line, column, what, allowed, meant));
        else cut = true;
    }

    void add(String what, String allowed, Optional<String> meant) {
        add(1, 1, what, allowed, meant);
    }

    /** Whether looking for more is in vain. */
    boolean full() {
        return found.size() == MOST;
    }

    /** In the order of the file. */
    List<Problem> found() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        if (cut) sorted.add(new Problem(file, 1, 1, "more is wrong than this", "correct this first", Optional.empty()));
        return sorted;
    }
}
