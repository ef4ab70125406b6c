package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated of the sections fits them; with {@code -Dtummler.generate=true} it is written first. */
class GeneratedFilesTest {
    private static final String AGAIN = "./mvnw test -Dtest=GeneratedFilesTest -Dtummler.generate=true";
    private static final Path SHIPPED = Path.of("bot-config");
    private static final Path SCHEMAS = SHIPPED.resolve(".schema");
    private static final Path REFERENCE = Path.of("docs/bot-config-reference.md");

    static Map<Path, String> generated() {
        Map<Path, String> files = new TreeMap<>();
        files.put(REFERENCE, Manual.of(ShippedSections.ALL));
        for (Sections.Entry section : ShippedSections.ALL.all())
            files.put(SCHEMAS.resolve(section.name() + ".schema.json"), Schemas.of(section));
        return files;
    }

    static List<Map.Entry<Path, String>> files() {
        return List.copyOf(generated().entrySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_is_up_to_date(Map.Entry<Path, String> file) throws IOException {
        Path path = file.getKey();
        if (Boolean.getBoolean("tummler.generate")) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        assertThat(Files.exists(path) ? Files.readString(path) : "")
                .as("%s is stale; generate it again: %s", path, AGAIN)
                .isEqualTo(file.getValue());
    }

    @Test
    void no_schema_is_left_of_a_section_that_is_gone() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            assertThat(files).allMatch(generated()::containsKey);
        }
    }

    @Test
    void every_shipped_file_tells_editors_its_schema() throws IOException {
        for (Sections.Entry section : ShippedSections.ALL.all()) {
            String schema = ".schema/" + section.name() + ".schema.json";
            for (Path file : shipped(section))
                assertThat(Files.readAllLines(file).getFirst())
                        .as(file.toString())
                        .isEqualTo("# yaml-language-server: $schema=" + (section.folder() ? "../" : "") + schema);
        }
    }

    static List<Path> shipped(Sections.Entry section) throws IOException {
        Path path = SHIPPED.resolve(section.listing());
        if (!section.folder()) return List.of(path);
        try (Stream<Path> files = Files.list(path)) {
            return files.sorted().toList();
        }
    }
}
