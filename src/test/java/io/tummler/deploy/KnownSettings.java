package io.tummler.deploy;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The environment variables that the program reads: a misspelt one would be passed over in silence. */
final class KnownSettings implements Predicate<String> {
    private static final String OF_EXTENSIONS = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final Pattern VARIABLE = Pattern.compile("\"environmentVariable\" : \"(\\w+)\"");
    private static final Pattern IN_CODE = Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"");
    private static final Pattern IN_PROPERTIES = Pattern.compile("(?m)^(tummler\\.[^=]+)=|\\$\\{([A-Z_]+):");

    private final Set<String> names = new HashSet<>();

    KnownSettings() throws IOException {
        for (URL model : Collections.list(getClass().getClassLoader().getResources(OF_EXTENSIONS)))
            try (var in = model.openStream()) {
                add(VARIABLE, new String(in.readAllBytes()));
            }
        add(IN_PROPERTIES, Files.readString(Path.of("src/main/resources/application.properties")));
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(it -> it.toString().endsWith(".java")).toList())
                add(IN_CODE, Files.readString(source));
        }
    }

    private void add(Pattern pattern, String text) {
        pattern.matcher(text).results().map(KnownSettings::name).forEach(names::add);
    }

    private static String name(MatchResult found) {
        List<String> groups = new ArrayList<>();
        for (int group = 1; group <= found.groupCount(); group++)
            if (found.group(group) != null) groups.add(found.group(group));
        return groups.getFirst().replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    @Override
    public boolean test(String environmentVariable) {
        return names.contains(environmentVariable);
    }
}
