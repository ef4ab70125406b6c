package io.tummler;

import java.lang.management.ManagementFactory;

/** What the program takes of the machine. */
public final class Usage {
    private static final int COLLECTIONS = 3;
    private static final int PAUSE_MILLIS = 50;

    private Usage() {}

    /** Nanoseconds of the processor that this thread took so far. */
    public static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Bytes that are held, once what is not has been collected. */
    public static long heap() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            Thread.sleep(PAUSE_MILLIS);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
