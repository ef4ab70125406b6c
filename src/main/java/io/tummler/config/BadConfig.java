package io.tummler.config;

import java.util.List;
import java.util.stream.Collectors;

/** {@code bot-config} cannot be used as it stands; the message has one line for each thing wrong. */
public final class BadConfig extends RuntimeException {
    private final List<Problem> problems;

    BadConfig(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** By file, in the order found; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
