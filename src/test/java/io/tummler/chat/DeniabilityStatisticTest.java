package io.tummler.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whoever asks can't tell by anything that the bot shows them, however they look, why somebody who could help did not: what
 * {@link RoundsTest} shows of one story each, of towns in which much else happens by chance. A few here;
 * {@code -Dbench=deniability} plays thousands.
 */
@QuarkusTest
@TestProfile(ScriptedProfile.class)
class DeniabilityStatisticTest {
    /** Small towns and towns with more helpers than are asked at once; and in some of them ada meets somebody else. */
    private static final int TOWNS = 7;

    private static final int RUNS = 60;

    @Inject
    Stage stage;

    @Test
    void of_the_same_days_the_asker_sees_the_same_whatever_keeps_the_helper_away() {
        Map<String, String> differences = new TreeMap<>();
        for (long seed = 1; seed <= TOWNS; seed++) {
            Trace silent = DeniabilityRun.of(stage, seed, Silence.NEVER_ANSWERS);
            assertThat(silent.all()).hasSizeGreaterThan(3);
            for (Silence silence : Silence.values()) {
                String difference = Trace.difference(silent, DeniabilityRun.of(stage, seed, silence));
                if (!difference.isEmpty()) differences.put(silence + " in town " + seed, difference);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void of_many_days_nobody_guesses_it_better_than_chance() {
        var findings = new Findings();
        for (long seed = 1_000; seed < 1_000 + RUNS; seed++) findings.add(DeniabilityRun.sight(stage, seed));
        assertThat(findings.chance()).as("%s", findings.leastLikely()).isGreaterThan(.01);
        assertThat(findings.guess().low()).as("%s", findings.guess()).isLessThanOrEqualTo(0);
    }
}
