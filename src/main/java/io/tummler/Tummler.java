package io.tummler;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the bot. */
@QuarkusMain
public final class Tummler {
    private Tummler() {}

    public static void main(String[] args) {
        Quarkus.run(args);
    }
}
