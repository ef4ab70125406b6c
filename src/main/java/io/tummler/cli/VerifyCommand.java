package io.tummler.cli;

import io.tummler.api.CommunityId;
import io.tummler.credit.Audit;
import io.tummler.credit.Audit.Finding;
import io.tummler.store.BadDatabase;
import io.tummler.store.JdbcDatabase;
import io.tummler.store.Settings;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tummler ledger verify}: whether anybody changed the ledger behind the bot's back. */
@Command(
        name = "verify",
        description = {
            "Reads all entries of the ledger, works out anew what follows from them, and names the first that was"
                    + " changed, left out, moved or added. It only reads.",
            "An H2 database can't be read while the bot runs on it: stop the bot, or read a copy."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all entries are as they were booked",
            "1:something was changed, or it failed on the way",
            "2:the command line makes no sense, or the database can't be used for this"
        },
        footer = {
            "",
            "Whoever can write into the database could change an entry and all hashes after it. Against that the bot tells"
                    + " the moderators a root each day: give the last ones to --root, one by one."
        })
final class VerifyCommand implements Callable<Integer> {
    @Option(
            names = "--community",
            paramLabel = "ID",
            description = "Only this community, by Tummler's id; by default all.")
    private @Nullable UUID community;

    @Option(
            names = "--root",
            paramLabel = "SIZE:HEX",
            description = "A root that the bot told the moderators; needs --community where there are several.")
    private @Nullable String root;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Inject
    Flyway migrations;

    @Inject
    Clock clock;

    @Override
    public Integer call() {
        Optional<Audit.Told> told = told();
        Config bot = Commands.ofTheBot();
        var database = new JdbcDatabase(
                bot.getValue("quarkus.datasource.jdbc.url", String.class),
                bot.getOptionalValue("quarkus.datasource.username", String.class)
                        .orElse(""),
                bot.getOptionalValue("quarkus.datasource.password", String.class)
                        .orElse(""),
                Settings.OF_THE_BOT);
        try (Connection connection = database.openForReading(migrations)) {
            return verify(new Audit(connection, clock.instant()), told);
        } catch (BadDatabase bad) {
            complain(String.valueOf(bad.getMessage()));
            return ExitCode.USAGE;
        } catch (SQLException failed) {
            complain("%s could not be read to the end: %s. Try again.".formatted(database, BadDatabase.words(failed)));
            return ExitCode.SOFTWARE;
        }
    }

    private Optional<Audit.Told> told() {
        try {
            return Optional.ofNullable(root).map(Audit.Told::parse);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--root takes what the bot told the moderators: a number from 1, a colon and 64 digits and letters; not "
                            + root + ".");
        }
    }

    private int verify(Audit audit, Optional<Audit.Told> told) throws SQLException {
        List<CommunityId> communities = audit.communities();
        if (community != null) {
            var only = new CommunityId(community);
            if (!communities.contains(only))
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no book of community %s in this database; there are: %s"
                                .formatted(only, communities));
            communities = List.of(only);
        }
        if (told.isPresent() && communities.size() != 1)
            throw new ParameterException(
                    spec.commandLine(),
                    "Name the community that --root is of, with --community; there are: " + communities);
        if (communities.isEmpty()) say("The ledger is empty.");
        boolean sound = true;
        for (CommunityId each : communities) sound &= isSound(each, audit.of(each, told));
        if (sound) return ExitCode.OK;
        complain(
                "Keep a copy of this database as it is, and find out who could write there. Then restore the last backup"
                        + " that passes this test: docs/database.md says how.");
        return ExitCode.SOFTWARE;
    }

    private boolean isSound(CommunityId community, Finding finding) {
        return switch (finding) {
            case Finding.Sound(long entries, String over, int roots) -> {
                say(
                        "Community %s: %d entries, all as they were booked; daily roots that agree: %d. The root over all: %d:%s"
                                .formatted(community, entries, roots, entries, over));
                yield true;
            }
            case Finding.NotChained(long entries) -> {
                say("Community %s: %d entries of an older version, which are not chained yet: start the bot once."
                        .formatted(community, entries));
                yield true;
            }
            case Finding.Bad(String where, String what) -> {
                complain("Community %s, %s: %s.".formatted(community, where, what));
                yield false;
            }
        };
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private void complain(String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(why);
        err.flush();
    }
}
