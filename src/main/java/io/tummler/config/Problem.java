package io.tummler.config;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something wrong in {@code bot-config}.
 *
 * @param file the file as the operator finds it
 * @param line from 1
 * @param column from 1
 * @param what what is wrong
 * @param allowed what could stand there, {@code ""} when {@code what} says it all
 * @param meant what was probably meant
 */
public record Problem(String file, int line, int column, String what, String allowed, Optional<String> meant) {
    static final Comparator<Problem> IN_ORDER =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparingInt(Problem::column);

    /** Of a file or folder as a whole. */
    static Problem of(Path at, String what, String allowed) {
        return new Problem(at.toString(), 1, 1, what, allowed, Optional.empty());
    }

    /** One line, as compilers write it: {@code file:line:column: what - allowed - did you mean 'x'?} */
    @Override
    public String toString() {
        return file + ':' + line + ':' + column + ": " + message();
    }

    /** The line without the place. */
    public String message() {
        return what
                + (allowed.isEmpty() ? "" : " - " + allowed)
                + meant.map(text -> " - did you mean " + quoted(text) + "?").orElse("");
    }

    /** What has quotes is meant with them, and with no others around them. */
    private static String quoted(String meant) {
        return meant.matches("([\"']).*\\1") ? meant : "'" + meant + "'";
    }
}
