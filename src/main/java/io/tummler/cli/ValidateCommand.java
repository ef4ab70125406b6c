package io.tummler.cli;

import io.quarkus.arc.All;
import io.tummler.api.CommunityRef;
import io.tummler.api.PlatformCheck;
import io.tummler.api.Policy;
import io.tummler.api.PolicyCheck;
import io.tummler.config.Problem;
import io.tummler.config.Sections;
import io.tummler.config.Validation;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tummler validate}: everything that keeps the bot from taking a folder of settings. */
@Command(
        name = "validate",
        description = {
            "Checks a folder of settings, and prints everything that is wrong in it at once.",
            "Changes nothing, and needs neither the bot's database nor, without --guild, a network."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the bot would take these settings",
            "1:it would not, for the reasons printed",
            "2:the command line makes no sense, or there is no such folder",
            "3:the community could not be looked at"
        })
final class ValidateCommand implements Callable<Integer> {
    private static final String PLATFORM = "discord";
    private static final int NOT_SEEN = 3;

    /** How problems are printed. The constants are what is written on the command line. */
    enum Format {
        text {
            @Override
            String of(List<Problem> problems) {
                return problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
            }
        },
        json {
            @Override
            String of(List<Problem> problems) {
                return ProblemsAsJson.list(problems) + "\n";
            }
        },
        sarif {
            @Override
            String of(List<Problem> problems) {
                return ProblemsAsJson.sarif(problems, Path.of("")) + "\n";
            }
        };

        /** Whole lines. */
        abstract String of(List<Problem> problems);
    }

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "The folder; by default the one that the bot would read.")
    private @Nullable Path folder;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}. sarif is what code hosts show"
                    + " in place, beside the lines of a pull request.")
    private Format format = Format.text;

    @Option(
            names = "--guild",
            paramLabel = "ID",
            description =
                    "Also looks in the community of this id whether its channels, roles and the bot's permissions are"
                            + " what the settings need, as the bot whose token the environment variable DISCORD_TOKEN holds.")
    private @Nullable String guild;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Inject
    Sections sections;

    @Inject
    @All
    List<PolicyCheck> checks;

    @Inject
    PlatformCheck platform;

    @ConfigProperty(name = "tummler.bot-config")
    Optional<Path> ofTheBot = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Path checked = folder == null ? ofTheBot.orElse(Path.of("bot-config")) : folder;
        if (!Files.isDirectory(checked)) {
            complain(checked + " is no folder.");
            return ExitCode.USAGE;
        }
        Validation validation = Validation.of(checked, sections, checks);
        List<Problem> problems = new ArrayList<>(validation.problems());
        boolean seen = guild == null || look(validation, guild, problems);
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.of(problems));
        out.flush();
        complain(problems.isEmpty() ? checked + " is all right: " + count(files(checked), "file") : summary(problems));
        if (!problems.isEmpty()) return ExitCode.SOFTWARE;
        return seen ? ExitCode.OK : NOT_SEEN;
    }

    /** Adds what stands against the settings in a community; whether that could be seen. */
    private boolean look(Validation validation, String guild, List<Problem> problems) {
        Optional<Policy> policy = validation.policy(guild);
        if (policy.isEmpty()) {
            complain("Put right what is wrong in the files first: the community was not looked at.");
            return false;
        }
        return switch (platform.look(new CommunityRef(PLATFORM, guild), policy.get())) {
            case PlatformCheck.Answer.Seen(List<PolicyCheck.Objection> objections) -> {
                objections.forEach(objection -> problems.add(validation.problem(objection, guild)));
                yield true;
            }
            case PlatformCheck.Answer.Unanswered(String why) -> {
                complain(why);
                yield false;
            }
        };
    }

    private static String summary(List<Problem> problems) {
        long files = problems.stream().map(Problem::file).distinct().count();
        return count(problems.size(), "problem") + " in " + count(files, "file");
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(folder::relativize).filter(ValidateCommand::isRead).count();
        }
    }

    private static boolean isRead(Path file) {
        return file.toString().endsWith(".yaml")
                && StreamSupport.stream(file.spliterator(), false)
                        .noneMatch(name -> name.toString().startsWith("."));
    }

    private static String count(long number, String of) {
        return number + " " + of + (number == 1 ? "" : "s");
    }

    private void complain(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
