package io.tummler.chat;

import io.tummler.chat.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A bot in a process of its own, which joins a sandbox of this one. */
abstract class Contestant implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;

    /**
     * @param folder where it runs
     * @param log where what it prints goes
     */
    Contestant(Path folder, Path log, List<String> command) throws IOException {
        Files.createDirectories(log.getParent());
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Returns when the bot has worked off all that was sent to it so far. */
    abstract void finish(Sandbox sandbox, Crowd crowd) throws Exception;

    /** The messages that the bot took notice of since it started, and those that it had to shed. */
    abstract Count count() throws Exception;

    /** How many messages the two should come to, of so many that the crowd sent. */
    abstract long expected(Crowd crowd, int sent);

    record Count(long heard, long shed) {}

    /** The CPU time that the process has used, in user mode and in the kernel. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive()) throw new IllegalStateException("it ended before " + what);
            if (System.nanoTime() > deadline) throw new IllegalStateException("timed out: " + what);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    /** Two Java programs that are compared get the same runtime, and the same memory. */
    static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}
