package io.tummler.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tummler.api.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The folder that ships is the manual: complete, and true. */
class ShippedConfigTest {
    private static final Path SHIPPED = Path.of("bot-config");
    private static Sections sections = new Sections(List.of());

    @BeforeAll
    static void find_the_sections_of_the_product() {
        List<Class<? extends Record>> types = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.tummler")) {
            if (type.isAnnotatedWith(Section.class)) types.add(type.reflect().asSubclass(Record.class));
        }
        assertThat(types).isNotEmpty();
        sections = new Sections(types);
    }

    @Test
    void every_file_is_understood_and_says_what_holds_without_it() {
        Reading reading = new ConfigFolder(SHIPPED, sections, List.of(), Environment.ELSEWHERE).read();
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
