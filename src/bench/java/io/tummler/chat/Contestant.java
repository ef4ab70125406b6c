package io.tummler.chat;

import io.tummler.chat.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bot in a process of its own, which joins a sandbox of this one. */
abstract class Contestant implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Two programs that are compared get the same memory. */
    static final String MEMORY = "-Xmx" + System.getProperty("bench.heap", "512m");

    private static final Pattern STATUS = Pattern.compile("(?m)^(VmRSS|VmHWM):\\s+(\\d+) kB$");

    private final long started;
    private final Process process;

    /**
     * @param folder where it runs
     * @param log where what it prints goes
     */
    Contestant(Path folder, Path log, List<String> command) throws IOException {
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        started = System.nanoTime();
        process = builder.start();
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

    /**
     * @param resident MB that its process holds in memory now
     * @param peak MB that it held at most
     */
    record Memory(double resident, double peak) {}

    /** As Linux counts it. */
    Memory memory() throws IOException {
        Map<String, Double> megabytes = new HashMap<>();
        Matcher status = STATUS.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
        while (status.find()) megabytes.put(status.group(1), Long.parseLong(status.group(2)) * 1_024 / 1e6);
        return new Memory(megabytes.get("VmRSS"), megabytes.get("VmHWM"));
    }

    /** Milliseconds from its start until the sandbox sent it READY. */
    double untilReady(Sandbox sandbox) {
        await("it came online", sandbox::isBotOnline, TimeUnit.MILLISECONDS.toNanos(1));
        return (System.nanoTime() - started) / 1e6;
    }

    void await(String what, BooleanSupplier condition) {
        await(what, condition, TimeUnit.MILLISECONDS.toNanos(20));
    }

    private void await(String what, BooleanSupplier condition, long pauseNanos) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive()) throw new IllegalStateException("it ended before " + what);
            if (System.nanoTime() > deadline) throw new IllegalStateException("timed out: " + what);
            LockSupport.parkNanos(pauseNanos);
        }
    }

    /** And two Java programs the same runtime. */
    static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    }

    @Override
    public void close() throws InterruptedException, IOException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}
