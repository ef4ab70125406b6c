package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.tummler.api.PolicyCheck;
import io.tummler.config.Mutant.Edit;
import io.tummler.config.Mutant.Kind;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As {@link MutantTest}, with what the engines of the application object to. */
@QuarkusTest
class CheckedMutantTest {
    private static final int TRIES = 300;
    private static final int MOST = 1_000_000;

    /** Those of tests say for themselves which community they are about. */
    private final Sections sections = ShippedSections.ALL;

    @Inject
    @All
    List<PolicyCheck> checks;

    @TempDir
    Path folder;

    @Test
    void whatever_is_done_to_the_files_is_told_with_its_place_or_holds() {
        assertThat(checks).hasSizeGreaterThan(3);
        var mutant = new Mutant(folder);
        var random = new Random(1);
        mutant.write(Mutant.BASE);
        assertThat(Validation.of(folder, sections, checks).problems()).isEmpty();
        for (int i = 0; i < TRIES; i++) {
            List<Edit> edits = IntStream.rangeClosed(0, random.nextInt(2))
                    .mapToObj(_ -> new Edit(
                            Kind.values()[random.nextInt(Kind.values().length)],
                            random.nextInt(MOST),
                            random.nextInt(MOST),
                            random.nextInt(MOST)))
                    .toList();
            mutant.write(Mutant.edited(edits));
            Validation validation = Validation.of(folder, sections, checks);
            mutant.assertPlaces(validation.problems());
            Mutant.assertTaken(validation, sections);
        }
    }
}
