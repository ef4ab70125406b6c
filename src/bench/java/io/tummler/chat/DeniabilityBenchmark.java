package io.tummler.chat;

import io.tummler.Benchmark;
import io.tummler.Figures;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * {@code deniability}: whether an asker can tell why a helper does not come, over 10,000 runs or as many as
 * {@code -Dbench.rounds} says. {@link DeniabilityRuns} plays them in the bot on the clock and platform of the tests; its
 * classes are not those that are loaded here, so it writes down what it finds.
 */
public final class DeniabilityBenchmark implements Benchmark {
    @Override
    public void measure(Figures figures) throws Exception {
        Path found = Files.createTempFile("deniability", ".txt");
        System.setProperty(DeniabilityRuns.FOUND, found.toString());
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        var summary = new SummaryGeneratingListener();
        // By its name, and within a session: then Quarkus loads it with the classes of the bot.
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectClass("io.tummler.chat.DeniabilityRuns"))
                                    .build(),
                            summary);
        }
        for (String line : Files.readAllLines(found)) {
            String[] figure = line.split(" ");
            figures.add(figure[0], Double.parseDouble(figure[1]), figure[2]);
        }
        Files.delete(found);
        for (var failure : summary.getSummary().getFailures())
            throw new IllegalStateException("The runs were not played to their end", failure.getException());
    }
}
