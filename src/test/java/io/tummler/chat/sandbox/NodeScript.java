package io.tummler.chat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script of {@code src/test/js}, run by node: what it asks of people, a test does. */
public final class NodeScript {
    private static final Path SOURCE = Path.of("src", "test", "js");
    private static final Path FOLDER = Path.of("target", "js");
    private static final String LOCK = "package-lock.json";
    private static final long INSTALL_SECONDS_MAX = 180;
    private static final long PLAY_SECONDS_MAX = 90;
    private static final long END_SECONDS_MAX = 10;
    private static final String PLEASE = "please ";

    private final String file;

    /** Skips the test where there is no node, or its packages cannot be had. */
    NodeScript(String file) {
        this.file = file;
        packages();
    }

    /** Where the packages are that {@code src/test/js} names; skips the test where they cannot be had. */
    public static Path packages() {
        try {
            boolean installed = Files.isDirectory(FOLDER.resolve("node_modules"))
                    && Files.mismatch(SOURCE.resolve(LOCK), FOLDER.resolve(LOCK)) < 0;
            copy();
            if (!installed) install();
        } catch (IOException noNpm) {
            abort("There is no node with npm here for what is in src/test/js: " + noNpm.getMessage());
        }
        return FOLDER.resolve("node_modules");
    }

    private static void copy() throws IOException {
        Files.createDirectories(FOLDER);
        try (var files = Files.list(SOURCE)) {
            for (Path from : files.filter(Files::isRegularFile).toList())
                Files.copy(from, FOLDER.resolve(from.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void install() throws IOException {
        Path log = FOLDER.resolve("npm.log");
        Process npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--omit=optional")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!ends(npm, INSTALL_SECONDS_MAX) || npm.exitValue() != 0) {
            npm.destroyForcibly();
            abort("npm cannot install what the scripts in src/test/js need, see " + log);
        }
    }

    /** Runs the script to its end, and fails if it fails. */
    void play(Map<String, Runnable> acts, String... arguments) throws IOException {
        Path errors = FOLDER.resolve(file + ".err");
        List<String> command = new ArrayList<>(List.of("node", file));
        command.addAll(List.of(arguments));
        Process node = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(errors.toFile())
                .start();
        // Whoever waits for a line of it waits no longer then.
        Thread guard = Thread.ofVirtual().start(() -> {
            if (!ends(node, PLAY_SECONDS_MAX)) node.destroyForcibly();
        });
        List<String> lines = new ArrayList<>();
        try (BufferedReader said = node.inputReader();
                PrintWriter answer = new PrintWriter(node.outputWriter(), true)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                lines.add(line);
                if (!line.startsWith(PLEASE)) continue;
                Runnable act = acts.get(line.substring(PLEASE.length()));
                assertThat(act).as("an act for '%s'", line).isNotNull();
                act.run();
                answer.println("done");
            }
            boolean ended = ends(node, END_SECONDS_MAX);
            assertThat(ended && node.exitValue() == 0)
                    .as(() -> file + " failed after " + lines + "\n" + read(errors))
                    .isTrue();
            assertThat(lines).endsWith("the end");
        } finally {
            node.destroyForcibly();
            guard.interrupt();
        }
    }

    private static boolean ends(Process process, long secondsMax) {
        try {
            return process.waitFor(secondsMax, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
