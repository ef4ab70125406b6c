package io.tummler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How the packaged program is started: the native executable where the build made one, or else the jar. */
public final class PackagedProgram {
    /** Set by the profile {@code native}. */
    private static final @Nullable String EXECUTABLE = System.getProperty("native.image.path");

    private PackagedProgram() {}

    /** How it ended, and all that it said on either stream until then. */
    public record End(int exitCode, List<String> said) {}

    /** Runs it to its end, in this folder and without what the environment says of any Tummler. */
    public static End end(Path folder, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        return end(folder, Map.of(), options, arguments);
    }

    /** As {@link #end(Path, List, String...)}, with more in its environment. */
    public static End end(Path folder, Map<String, String> environment, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder command = started(options, arguments)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        command.environment().keySet().removeIf(name -> name.matches("DISCORD_.*|TUMMLER_.*|QUARKUS_.*"));
        command.environment().putAll(environment);
        Process program = command.start();
        try {
            if (!program.waitFor(2, TimeUnit.MINUTES))
                throw new AssertionError("It does not end:\n" + Files.readString(said));
        } finally {
            program.destroyForcibly();
        }
        return new End(program.exitValue(), Files.readAllLines(said));
    }

    /**
     * @param options that both understand: {@code -Dname=value} and {@code -Xmx}
     * @param arguments of the program itself
     */
    public static ProcessBuilder started(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        if (EXECUTABLE != null) {
            command.add(EXECUTABLE);
            command.addAll(options);
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            // A test's process lives too briefly to be worth compiling well.
            command.add("-XX:TieredStopAtLevel=1");
            command.addAll(options);
            command.add("-jar");
            command.add(Path.of("target/quarkus-app/quarkus-run.jar")
                    .toAbsolutePath()
                    .toString());
        }
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
