package io.tummler;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the packaged program is started: the native executable where the build made one, or else the jar. */
public final class PackagedProgram {
    /** Set by the profile {@code native}. */
    private static final @Nullable String EXECUTABLE = System.getProperty("native.image.path");

    private PackagedProgram() {}

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
