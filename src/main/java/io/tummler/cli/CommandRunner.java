package io.tummler.cli;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import picocli.CommandLine;

/** Runs a command within Quarkus, with beans for what it asks for. */
public class CommandRunner implements QuarkusApplication {
    private final CommandLine.IFactory beans;

    @Inject
    CommandRunner(CommandLine.IFactory beans) {
        this.beans = beans;
    }

    @Override
    public int run(String... args) {
        return new CommandLine(Commands.class, beans).execute(args);
    }
}
