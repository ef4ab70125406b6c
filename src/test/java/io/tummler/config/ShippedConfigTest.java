package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The folder that ships is the manual: complete, and true. */
class ShippedConfigTest {
    private static final Path SHIPPED = Path.of("bot-config");
    private final Sections sections = ShippedSections.ALL;

    @Test
    void every_file_is_understood_and_says_what_holds_without_it() {
        assertThat(sections.all()).isNotEmpty();
        Reading reading = new ConfigFolder(SHIPPED, ShippedSections.ALL, List.of(), Environment.ELSEWHERE).read();
        assertThat(reading.allProblems()).isEmpty();
        Snapshot shipped = reading.everywhere().orElseThrow();

        for (Sections.Entry section : sections.all()) {
            if (section.folder()) continue;
            assertThat(shipped.section(section.type()))
                    .as(section.listing())
                    .isEqualTo(Sections.defaults(section.type()));
        }
    }

    @Test
    void every_key_is_explained() throws IOException {
        for (Sections.Entry section : sections.all()) {
            String manual = text(SHIPPED.resolve(section.listing()));
            for (String key : section.shape().names())
                assertThat(manual).as(section.listing()).containsPattern("(?m)^(# )?" + key + ":");
        }
    }

    private static String text(Path path) throws IOException {
        if (Files.isRegularFile(path)) return Files.readString(path);
        try (var files = Files.list(path)) {
            return Files.readString(files.sorted().findFirst().orElseThrow());
        }
    }
}
