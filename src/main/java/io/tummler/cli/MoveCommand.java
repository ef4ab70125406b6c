package io.tummler.cli;

import io.tummler.store.BadDatabase;
import io.tummler.store.JdbcDatabase;
import io.tummler.store.Move;
import io.tummler.store.Settings;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tummler move}: everything that communities have, from the bot's database to another. */
@Command(
        name = "move",
        description = {
            "Copies everything from the bot's database, which it only reads, to another: H2 or PostgreSQL, either way.",
            "Stop the bot first. It writes all or nothing, compares both, and may be run again."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is at the target",
            "1:it failed on the way, and nothing was written",
            "2:the command line makes no sense, or a database can't be used for this; nothing was written"
        },
        footer = {
            "",
            "Who logs in at the target stands in its URL, or in the environment as TUMMLER_MOVE_USERNAME and"
                    + " TUMMLER_MOVE_PASSWORD; by default it is tummler with the password tummler. The bot's database"
                    + " is found as the bot finds it, for example by QUARKUS_DATASOURCE_JDBC_URL."
        })
final class MoveCommand implements Callable<Integer> {
    private static final Settings TARGET = new Settings("--to", "TUMMLER_MOVE_USERNAME", "TUMMLER_MOVE_PASSWORD");

    /** As the bot's. */
    private static final String BY_DEFAULT = "tummler";

    @Option(
            names = "--to",
            paramLabel = "URL",
            required = true,
            description = "Where to: jdbc:postgresql://HOST/DATABASE or jdbc:h2:file:/FOLDER/NAME, in which there is"
                    + " nothing yet or what an earlier run wrote.")
    private String to = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ConfigProperty(name = "tummler.move.username")
    Optional<String> username;

    @ConfigProperty(name = "tummler.move.password")
    Optional<String> password;

    @Inject
    Flyway migrations;

    @Override
    public Integer call() {
        Config bot = Commands.ofTheBot();
        var source = new JdbcDatabase(
                bot.getValue("quarkus.datasource.jdbc.url", String.class),
                bot.getOptionalValue("quarkus.datasource.username", String.class)
                        .orElse(""),
                bot.getOptionalValue("quarkus.datasource.password", String.class)
                        .orElse(""),
                Settings.OF_THE_BOT);
        var target = new JdbcDatabase(to, username.orElse(BY_DEFAULT), password.orElse(BY_DEFAULT), TARGET);
        try {
            say(source, target, new Move(source, target, migrations).run());
            return ExitCode.OK;
        } catch (BadDatabase bad) {
            complain(String.valueOf(bad.getMessage()));
            return ExitCode.USAGE;
        } catch (SQLException failed) {
            complain("The move to %s failed, and nothing was written: %s. It may be run again."
                    .formatted(target, BadDatabase.words(failed)));
            return ExitCode.SOFTWARE;
        }
    }

    private void say(JdbcDatabase source, JdbcDatabase target, Move.Moving moving) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("From %s%nto   %s%n%n", source, target);
        out.printf("%-24s %10s %10s%n", "table", "rows", "copied now");
        for (Move.Moved table : moving.tables())
            out.printf("%-24s %10d %10d%n", table.table(), table.rows(), table.copied());
        out.printf("%nEach row is the same on both sides, and so is each account's balance (%d).%n", moving.accounts());
        out.println(
                moving.copied() == 0
                        ? "Everything was there already; nothing was changed."
                        : "Now start the bot with QUARKUS_DATASOURCE_JDBC_URL=%s, and not on the old database any more."
                                .formatted(target));
        out.flush();
    }

    private void complain(String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(why);
        err.flush();
    }
}
