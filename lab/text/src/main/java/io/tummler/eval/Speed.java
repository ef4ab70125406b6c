package io.tummler.eval;

import io.tummler.embed.StaticEmbedding;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time for loading the table and for a text. */
public final class Speed {

    public static void main(String[] args) throws Exception {
        var clock = ManagementFactory.getThreadMXBean();
        long a = clock.getCurrentThreadCpuTime();
        StaticEmbedding table = new StaticEmbedding(Files.readAllBytes(Path.of(args[0])));
        System.out.printf("load %.0f ms cpu%n", (clock.getCurrentThreadCpuTime() - a) / 1e6);
        Bench b = new Bench("en");
        for (int round = 0; round < 4; round++) {
            a = clock.getCurrentThreadCpuTime();
            for (Bench.Offer o : b.offers) {
                table.embed(o.text());
            }
            System.out.printf("round %d: %.1f us cpu a text%n", round,
                    (clock.getCurrentThreadCpuTime() - a) / 1e3 / b.offers.size());
        }
    }
}
