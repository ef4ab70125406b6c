package io.tummler.chat;

import io.tummler.api.Label;
import io.tummler.api.Languages;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The languages that ship, and what commands, their options and choices are called in each: {@code names/LANGUAGE.properties},
 * where {@code ask.what} is the option {@code what} of {@code /ask}. What English does not name is called as it is.
 */
@Singleton
class Names implements Languages {
    private final SequencedMap<String, Properties> names = Arrays.stream(Locale.getISOLanguages())
            .sorted()
            .flatMap(language -> read(language).stream().map(read -> Map.entry(language, read)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));

    private static Optional<Properties> read(String language) {
        try (var file = Names.class.getResourceAsStream("/names/" + language + ".properties")) {
            if (file == null) return Optional.empty();
            var names = new Properties();
            names.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return Optional.of(names);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<Locale> spoken() {
        return names.keySet().stream().map(Locale::of).toList();
    }

    /** All but the one in which everything is registered. */
    Stream<String> others() {
        return names.keySet().stream().filter(language -> !language.equals(Words.SHIPPED));
    }

    /**
     * What something is called everywhere.
     *
     * @param key as the files have it, blanks and all
     */
    Label named(String key, String plain) {
        String written = key.replace(' ', '.');
        Map<String, String> called = new HashMap<>();
        names.forEach((language, all) -> {
            String name = all.getProperty(written);
            if (name != null) called.put(language, name);
        });
        String english = called.remove(Words.SHIPPED);
        return new Label(english == null ? plain : english, called);
    }
}
