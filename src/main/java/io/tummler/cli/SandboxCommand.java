package io.tummler.cli;

import io.tummler.chat.sandbox.Limits;
import io.tummler.chat.sandbox.Sandbox;
import io.tummler.chat.sandbox.SandboxOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tummler sandbox}: a Discord on loopback, for a bot in another process. */
@Command(
        name = "sandbox",
        description = {
            "Runs a Discord on this machine's loopback, with a page to chat in, until it is stopped.",
            "Prints where a bot finds it, and the token to log in with."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it was stopped", "1:it could not start", "2:the command line makes no sense"})
final class SandboxCommand implements Commands.Alone {
    @Option(names = "--port", paramLabel = "N", description = "Where it listens; by default on any free port.")
    private int port;

    @Option(names = "--file", paramLabel = "FILE", description = "Where it keeps what happens; by default nowhere.")
    private @Nullable Path file;

    @Option(
            names = "--guilds",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many guilds the bot is in; by default one.")
    private int guilds;

    @Option(names = "--token", paramLabel = "TOKEN", description = "What the bot logs in with, instead of \"sandbox\".")
    private @Nullable String token;

    @Option(names = "--unlimited", description = "Announces rate limits without ever reaching one, for benchmarks.")
    private boolean unlimited;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Sandbox sandbox = start();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("sandbox-stop").unstarted(() -> {
                    stop.countDown();
                    awaitQuietly(stopped);
                }));
        try (sandbox) {
            say(sandbox);
            stop.await();
        } finally {
            stopped.countDown();
        }
        return ExitCode.OK;
    }

    private Sandbox start() {
        try {
            SandboxOptions options = SandboxOptions.defaults().withPort(port).withGuilds(guilds);
            if (file != null) options = options.withFile(file);
            if (token != null) options = options.withToken(token);
            if (unlimited) options = options.withLimits(Limits.announcedOnly());
            return Sandbox.start(options);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private void say(Sandbox sandbox) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("page     " + sandbox.pageUrl());
        out.println("rest     " + sandbox.restUrl());
        out.println("gateway  " + sandbox.gatewayUrl());
        out.println("token    " + sandbox.botToken());
        out.flush();
    }

    /** The machine ends with its hooks, so they wait until everything is kept. */
    private static void awaitQuietly(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
