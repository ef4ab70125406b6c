package io.tummler.store;

import io.quarkus.runtime.PreventFurtherStepsException;

/** Keys that the bot can't start with; the message is one line that says what to do. */
final class BadKeys extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadKeys(String line) {
        // As a cause, it makes Quarkus print the line alone, without a stack trace, and exit.
        super(line, new PreventFurtherStepsException(line, 1));
    }
}
