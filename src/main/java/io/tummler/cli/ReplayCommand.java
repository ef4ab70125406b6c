package io.tummler.cli;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.Engine;
import io.smallrye.common.annotation.Identifier;
import io.tummler.api.Audience;
import io.tummler.api.CommunityRef;
import io.tummler.api.Ledger;
import io.tummler.api.Matching;
import io.tummler.api.Members;
import io.tummler.api.Naming;
import io.tummler.api.Reciprocity;
import io.tummler.api.RolesSeen;
import io.tummler.api.Settings;
import io.tummler.api.Tick;
import io.tummler.api.Utterance;
import io.tummler.api.Wants;
import io.tummler.config.BadConfig;
import io.tummler.config.Trial;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tummler replay}: what the bot would have done in a conversation that took place without it. */
@Command(
        name = "replay",
        description = {
            "Runs a transcript through the same engines as the live bot, saying nothing to anybody,"
                    + " and prints what it would have done. With --against it does so under two settings, and prints what"
                    + " would change if those of --config took the place of those of --against, as with git diff AGAINST"
                    + " CONFIG: what is gained comes with --config, what is lost goes with --against.",
            "Takes all members as consenting. Keeps nothing once it ends."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the transcript was replayed",
            "1:an engine failed at some messages, or the page could not be written",
            "2:the command line makes no sense, FILE is no transcript, or the settings are wrong"
        })
final class ReplayCommand implements Callable<Integer>, Commands.Prepared {
    private static final String CONFIG = "tummler.bot-config";
    private static final CommunityRef PROPOSED = new CommunityRef(Replay.PLATFORM, "config");
    private static final CommunityRef PRESENT = new CommunityRef(Replay.PLATFORM, "against");

    @Parameters(paramLabel = "FILE", description = "JSON lines or JSON of DiscordChatExporter, plain or gzipped.")
    private Path file = Path.of("");

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also writes a page with plots, in one file that needs no network.")
    private @Nullable Path html;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "The settings to try, such as a proposal; by default those that the bot would read.")
    private @Nullable Path config;

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description = "Compares with these settings, such as those that hold now.")
    private @Nullable Path against;

    @Option(
            names = "--guild",
            paramLabel = "ID",
            description = "Takes what stands in communities/ for the community of this id, over the files for all; by"
                    + " default those for all alone.")
    private @Nullable String guild;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Inject
    Members members;

    @Inject
    Matching matching;

    @Inject
    Ledger ledger;

    @Inject
    Reciprocity reciprocity;

    @Inject
    Event<Utterance> said;

    @Inject
    Event<Tick> tick;

    @Inject
    Witness witness;

    @Inject
    @Identifier(Commands.PROFILE) SilentOutbox outbox;

    @Inject
    @Identifier(Commands.PROFILE) TranscriptClock clock;

    @Inject
    Engine templates;

    @Inject
    Settings settings;

    @Inject
    Trial trial;

    @Inject
    Audience audience;

    @Inject
    @All
    List<Wants> wants;

    @Inject
    Event<RolesSeen> seen;

    @ConfigProperty(name = CONFIG)
    Optional<Path> ofTheBot = Optional.empty();

    @Override
    public OptionalInt prepare() {
        if (html != null && !isWritable(html)) return refuse("There is no folder to write " + html + " into.");
        for (Path folder : Stream.of(Optional.ofNullable(config), Optional.ofNullable(against))
                .flatMap(Optional::stream)
                .toList()) if (!Files.isDirectory(folder)) return refuse(folder + " is no folder.");
        if (guild != null && !Naming.isId(guild))
            return refuse("--guild takes a community's id, of 17 to 20 digits: " + guild);
        try {
            Transcript.open(file, Instant.now()).close();
        } catch (Transcript.Unusable unusable) {
            return refuse(String.valueOf(unusable.getMessage()));
        } catch (IOException failed) {
            return refuse(file + " can't be read: " + failed);
        }
        if (config != null) System.setProperty(CONFIG, config.toString());
        return OptionalInt.empty();
    }

    private static boolean isWritable(Path page) {
        Path folder = page.toAbsolutePath().getParent();
        return folder != null && Files.isDirectory(folder) && !Files.isDirectory(page);
    }

    @Override
    public Integer call() throws Transcript.Unusable {
        long began = System.nanoTime();
        Instant now = Instant.now();
        try {
            settings.everywhere();
            String proposed = hold(PROPOSED, config == null ? ofTheBot.orElse(Path.of("bot-config")) : config);
            Optional<String> present = Optional.ofNullable(against).map(it -> hold(PRESENT, it));
            Report report = run(PROPOSED, proposed, now, began);
            if (report.read().messages() == 0) return refuse(nothingIn(report)).getAsInt();
            if (present.isEmpty()) return publish(report, Optional.empty());
            Comparison comparison = Comparison.of(run(PRESENT, present.get(), now, began), report);
            return publish(report, Optional.of(comparison));
        } catch (BadConfig bad) {
            return refuse(String.valueOf(bad.getMessage())).getAsInt();
        } catch (IOException failed) {
            return refuse(file + " can't be read: " + failed).getAsInt();
        }
    }

    /** Lets settings hold in a community; what they are, for people. */
    private String hold(CommunityRef community, Path folder) {
        if (!Files.isDirectory(folder)) return "every default, for there is no folder " + folder;
        Optional<String> own = trial.hold(community, folder, Optional.ofNullable(guild));
        if (guild == null) return folder.toString();
        return own.map(it -> folder + " with " + it + " over it").orElse(folder + ", which has no files for " + guild);
    }

    /**
     * @param now no message can be much later
     * @param began when, by the machine's clock, what the report says of its cost begins
     */
    private Report run(CommunityRef community, String held, Instant now, long began)
            throws IOException, Transcript.Unusable {
        try (Transcript transcript = Transcript.open(file, now)) {
            return new Replay(engines(), clock, community)
                    .run(String.valueOf(file.getFileName()), held, transcript, progress(), () -> cost(began));
        }
    }

    Replay.Engines engines() {
        return new Replay.Engines(
                members,
                matching,
                ledger,
                reciprocity,
                audience,
                settings,
                wants,
                seen::fire,
                said::fire,
                tick::fire,
                QuarkusTransaction.requiringNew()::run,
                witness,
                outbox);
    }

    private int publish(Report report, Optional<Comparison> comparison) {
        PrintWriter out = spec.commandLine().getOut();
        comparison.ifPresent(it -> out.print(ComparisonText.of(it) + "\n"));
        out.print(ReportText.of(report));
        out.flush();
        try {
            if (html != null) new ReportPage(templates).write(report, comparison, html);
        } catch (IOException failed) {
            complain(html + " can't be written: " + failed);
            return ExitCode.SOFTWARE;
        }
        return report.failures().count() > 0
                        || comparison.filter(Comparison::failed).isPresent()
                ? ExitCode.SOFTWARE
                : ExitCode.OK;
    }

    private String nothingIn(Report report) {
        return report.read().brokenExamples().stream()
                .findFirst()
                .map(first -> "%s holds no message of a person: %s: %s.".formatted(file, first.where(), first.what()))
                .orElse(file + " holds no message of a person.");
    }

    private OptionalInt refuse(String why) {
        complain(why);
        return OptionalInt.of(ExitCode.USAGE);
    }

    private void complain(String why) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(why);
        err.flush();
    }

    private static Progress progress() {
        Console console = System.console();
        return console != null && console.isTerminal() ? Progress.bar(System.out) : Progress.NONE;
    }

    private static Report.Cost cost(long began) {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return new Report.Cost(Duration.ofNanos(System.nanoTime() - began), peak);
    }
}
