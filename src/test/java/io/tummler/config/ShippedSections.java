package io.tummler.config;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tummler.api.Section;
import java.util.Comparator;
import java.util.List;

/** The sections of the product, without those of tests, by name. */
final class ShippedSections {
    static final Sections ALL = new Sections(found());

    private ShippedSections() {}

    private static List<Class<? extends Record>> found() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.tummler").stream()
                        .filter(type -> type.isAnnotatedWith(Section.class))
                        .sorted(Comparator.comparing((JavaClass type) ->
                                type.getAnnotationOfType(Section.class).value()))
                        .<Class<? extends Record>>map(type -> type.reflect().asSubclass(Record.class))
                        .toList();
    }
}
