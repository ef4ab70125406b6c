package io.tummler.config;

import io.tummler.api.Section;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the sections while the application is built, so that nobody keeps a list of them. */
public final class SectionDiscovery implements BuildCompatibleExtension {
    private static final String TYPES = "types";

    private final SortedSet<String> found = new TreeSet<>();

    @Enhancement(types = Record.class, withSubtypes = true, withAnnotations = Section.class)
    public void find(ClassInfo section) {
        found.add(section.name());
    }

    @Synthesis
    public void tell(SyntheticComponents components) {
        components
                .addBean(Sections.class)
                .type(Sections.class)
                .scope(Singleton.class)
                .withParam(TYPES, found.toArray(String[]::new))
                .createWith(Creator.class);
    }

    /** By name: a record may be private to its engine's package, where generated code has no access. */
    public static final class Creator implements SyntheticBeanCreator<Sections> {
        @Override
        public Sections create(Instance<Object> lookup, Parameters parameters) {
            List<? extends Class<? extends Record>> types = Stream.of(parameters.get(TYPES, String[].class))
                    .map(Creator::load)
                    .toList();
            return new Sections(types);
        }

        private static Class<? extends Record> load(String name) {
            try {
                return Class.forName(name, true, Thread.currentThread().getContextClassLoader())
                        .asSubclass(Record.class);
            } catch (ClassNotFoundException gone) {
                throw new IllegalStateException("The section " + name + " was there when this was built", gone);
            }
        }
    }
}
