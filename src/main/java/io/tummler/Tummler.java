package io.tummler;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.tummler.cli.Commands;

/** Runs the bot, or the command that the arguments name. */
@QuarkusMain
public final class Tummler {
    private Tummler() {}

    public static void main(String... args) {
        if (args.length == 0) Quarkus.run();
        else System.exit(Commands.run(args));
    }
}
