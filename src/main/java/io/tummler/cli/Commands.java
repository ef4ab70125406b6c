package io.tummler.cli;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import io.quarkus.runtime.Quarkus;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SysPropConfigSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** What can run instead of the bot. A command is one class, named here. */
@TopCommand
@Command(
        name = "tummler",
        description = "Introduces people before it asks a favour. Without a command the bot runs.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            HealthCommand.class,
            LedgerCommand.class,
            MoveCommand.class,
            ReplayCommand.class,
            SandboxCommand.class,
            ValidateCommand.class
        })
public final class Commands {
    /**
     * The profile that commands run in, see application.properties, and the {@code @Identifier} of the beans that then take
     * the place of the bot's: its clock and its outbox.
     */
    static final String PROFILE = "replay";

    /** As system properties, which nothing overrides: no operator's environment may lead a replay to the bot's database. */
    private static final Map<String, String> ALWAYS = Map.of(
            "quarkus.profile",
            PROFILE,
            "quarkus.datasource.jdbc.url",
            "jdbc:h2:mem:replay;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
            "quarkus.datasource.username",
            "replay",
            "quarkus.datasource.password",
            "replay");

    private static final int ABOVE_THE_ENVIRONMENT = 400;

    /** Before the name of a system property that {@link #ALWAYS} took the place of: what it was. */
    private static final String GIVEN = "tummler.given.";

    /** What the bot would be configured with, were it not for {@link #ALWAYS}. */
    static Config ofTheBot() {
        Map<String, String> system = new HashMap<>();
        for (String name : System.getProperties().stringPropertyNames()) system.put(name, System.getProperty(name));
        for (String name : ALWAYS.keySet()) {
            String given = system.get(GIVEN + name);
            if (given == null) system.remove(name);
            else system.put(name, given);
        }
        var builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile("prod")
                .withSources(new PropertiesConfigSource(system, "as the operator gave them", ABOVE_THE_ENVIRONMENT));
        for (ConfigSource source : ConfigProvider.getConfig().getConfigSources())
            if (!(source instanceof SysPropConfigSource)) builder.withSources(source);
        return builder.build();
    }

    /** A command with something to do before Quarkus starts: to look whether it can work at all, to set what Quarkus reads. */
    interface Prepared {
        /** The exit code when there is no use in starting, for a reason that the command has said. */
        OptionalInt prepare();
    }

    /** A command that works without Quarkus. */
    interface Alone extends Callable<Integer> {}

    /**
     * Runs a command. Help, the version and mistakes are answered at once; Quarkus starts for what remains and is not
     * {@link Alone}, and then this does not return.
     *
     * @return the exit code: 0 for done, 2 for a command line or files that make no sense
     */
    public static int run(String... args) {
        return new CommandLine(Commands.class)
                .setExecutionStrategy(parsed -> start(parsed, args))
                .execute(args);
    }

    private static int start(ParseResult parsed, String... args) throws CommandLine.ExecutionException {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) return helped;
        if (!parsed.hasSubcommand())
            throw new CommandLine.ParameterException(
                    parsed.commandSpec().commandLine(), "Name a command, or nothing at all to run the bot.");
        if (parsed.subcommand().commandSpec().userObject() instanceof Alone)
            return new CommandLine.RunLast().execute(parsed);
        if (parsed.subcommand().commandSpec().userObject() instanceof Prepared command) {
            OptionalInt refused = command.prepare();
            if (refused.isPresent()) return refused.getAsInt();
        }
        ALWAYS.forEach((name, value) -> {
            String given = System.setProperty(name, value);
            if (given != null) System.setProperty(GIVEN + name, given);
        });
        Quarkus.run(CommandRunner.class, args);
        return CommandLine.ExitCode.OK;
    }
}
