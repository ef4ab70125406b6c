package io.tummler.chat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Plays the runs of {@link DeniabilityBenchmark}; not a test by its name, so that no build waits for it. */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class DeniabilityRuns {
    /** The property that names the file to write to: a figure's name, value and unit in each line. */
    static final String FOUND = "bench.found";

    private static final int RUNS = 10_000;
    /** One run in so many is compared with the same days under a helper who never answers. */
    private static final int PAIRED = 5;

    private static final int SAID_EVERY = 500;
    private static final double MILLION = 1e6;

    private final List<String> figures = new ArrayList<>();

    @Inject
    Stage stage;

    @Test
    void play() throws IOException {
        String rounds = System.getProperty("bench.rounds", "");
        int runs = rounds.isEmpty() ? RUNS : Integer.parseInt(rounds);
        var findings = new Findings();
        int pairs = 0;
        int differing = 0;
        long began = System.nanoTime();
        for (int seed = 0; seed < runs; seed++) {
            Silence silence = DeniabilityRun.silence(seed);
            Trace trace = DeniabilityRun.of(stage, seed, silence);
            findings.add(Sight.of(silence, trace));
            if (seed % PAIRED == 0) {
                pairs++;
                String difference = Trace.difference(DeniabilityRun.of(stage, seed, Silence.NEVER_ANSWERS), trace);
                if (!difference.isEmpty()) differing++;
                if (!difference.isEmpty())
                    System.out.printf("%s differs with seed %d: %s%n", silence, seed, difference);
            }
            boolean last = seed == runs - 1;
            if (last || (seed + 1) % SAID_EVERY == 0) {
                figures.clear();
                say("runs", seed + 1, "runs");
                say("a-run", (System.nanoTime() - began) / MILLION / (seed + 1 + pairs), "ms");
                say("pairs", pairs, "pairs");
                say("pairs.differing", differing, "pairs");
                say(findings);
                // So far; whoever does not wait for all of them has these.
                if (!last) System.out.println(String.join("; ", figures));
            }
        }
        Files.write(Path.of(System.getProperty(FOUND)), figures);
    }

    private void say(Findings findings) {
        for (Silence silence : Silence.values()) say("runs." + name(silence), findings.runs(silence), "runs");
        say(findings.farthest(), "farthest");
        say(findings.leastLikely(), "least-likely");
        say("comparisons", findings.comparisons().size(), "comparisons");
        say("comparisons.chance", findings.chance(), "probability");
        Guess guess = findings.guess();
        say("guess." + name(guess.angle()), guess.advantage(), "advantage");
        say("guess.low", guess.low(), "advantage");
        say("guess.high", guess.high(), "advantage");
    }

    private void say(Findings.Comparison comparison, String which) {
        String name = which + "." + name(comparison.silence()) + "." + name(comparison.measure());
        say(name, comparison.samples().distance(), "distance");
        say(name + ".chance", comparison.samples().chance(), "probability");
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void say(String name, double value, String unit) {
        figures.add(String.format(Locale.ROOT, "%s %s %s", name, value, unit));
    }
}
