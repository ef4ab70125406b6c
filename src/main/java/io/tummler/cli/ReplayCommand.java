package io.tummler.cli;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.Engine;
import io.smallrye.common.annotation.Identifier;
import io.tummler.api.Ledger;
import io.tummler.api.Matching;
import io.tummler.api.Members;
import io.tummler.api.Reciprocity;
import io.tummler.api.Settings;
import io.tummler.api.Tick;
import io.tummler.api.Utterance;
import io.tummler.config.BadConfig;
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
import java.util.OptionalInt;
import java.util.concurrent.Callable;
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
                    + " and prints what it would have done.",
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
            description = "The community's settings to try, instead of those of bot-config.")
    private @Nullable Path config;

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

    @Override
    public OptionalInt prepare() {
        if (html != null && !isWritable(html)) return refuse("There is no folder to write " + html + " into.");
        if (config != null && !Files.isDirectory(config)) return refuse(config + " is no folder.");
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
        try {
            settings.everywhere();
        } catch (BadConfig bad) {
            return refuse(String.valueOf(bad.getMessage())).getAsInt();
        }
        try (Transcript transcript = Transcript.open(file, Instant.now())) {
            Report report = replay().run(String.valueOf(file.getFileName()), transcript, progress(), () -> cost(began));
            return publish(report);
        } catch (IOException failed) {
            return refuse(file + " can't be read: " + failed).getAsInt();
        }
    }

    private Replay replay() {
        return new Replay(
                new Replay.Engines(
                        members,
                        matching,
                        ledger,
                        reciprocity,
                        said::fire,
                        tick::fire,
                        QuarkusTransaction.requiringNew()::run,
                        witness,
                        outbox),
                clock);
    }

    private int publish(Report report) {
        if (report.read().messages() == 0) return refuse(nothingIn(report)).getAsInt();
        PrintWriter out = spec.commandLine().getOut();
        out.print(ReportText.of(report));
        out.flush();
        try {
            if (html != null) new ReportPage(templates).write(report, html);
        } catch (IOException failed) {
            complain(html + " can't be written: " + failed);
            return ExitCode.SOFTWARE;
        }
        return report.failures().count() > 0 ? ExitCode.SOFTWARE : ExitCode.OK;
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
