package io.tummler.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** What was found wrong in one file, or in one with another above it, up to a number that somebody still reads. */
final class Problems {
    static final int MOST = 100;

    private final String file;
    private final List<Problem> found = new ArrayList<>();
    private boolean cut;

    /** @param file that it is about where nothing tells another */
    Problems(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    /** Of a mark in this file; without one, its beginning. */
    Place place(@Nullable Mark at) {
        return at == null ? Place.of(file) : new Place(file, at.getLine() + 1, at.getColumn() + 1);
    }

    void add(Place at, String what, String allowed, Optional<String> meant) {
        add(new Problem(at.file(), at.line(), at.column(), what, allowed, meant));
    }

    void add(Problem problem) {
        if (!full()) found.add(problem);
        else cut = true;
    }

    void add(String what, String allowed, Optional<String> meant) {
        add(Place.of(file), what, allowed, meant);
    }

    /** Whether looking for more is in vain. */
    boolean full() {
        return found.size() == MOST;
    }

    /** In the order of the file. */
    List<Problem> found() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Problem.IN_ORDER);
        if (cut) sorted.add(new Problem(file, 1, 1, "more is wrong than this", "correct this first", Optional.empty()));
        return sorted;
    }
}
