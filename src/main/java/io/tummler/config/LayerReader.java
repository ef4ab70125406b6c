package io.tummler.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the files of one layer, and refuses those that belong to no section. */
final class LayerReader {
    private static final String YAML = ".yaml";
    private static final String TEXT = ".txt";
    private static final String WORDS = "say";
    private static final int MOST_WORDS = 4_000;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}\\.yaml");

    private final Path root;
    private final Map<String, Sections.Entry> sections = new LinkedHashMap<>();
    private final Map<String, Written> files = new LinkedHashMap<>();
    private final Map<String, Layer.Words> words = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> strangers = new LinkedHashSet<>();

    private LayerReader(Path root, List<Sections.Entry> known) {
        this.root = root;
        for (Sections.Entry section : known) sections.put(section.listing(), section);
    }

    static Layer read(Path root, Collection<Path> files, Sections sections) {
        var reader = new LayerReader(root, sections.all());
        for (Path file : files) {
            if (Files.isDirectory(file)) reader.takeFolder(file);
            else reader.take(file);
        }
        return new Layer(reader.files, reader.words, reader.problems);
    }

    private void take(Path file) {
        Path inside = root.relativize(file);
        String first = inside.getName(0) + (inside.getNameCount() > 1 ? "/" : "");
        Sections.Entry section = sections.get(first);
        if (first.equals(WORDS + "/")) words(file, inside);
        else if (section == null) stranger(first);
        else if (!section.folder()) yaml(section.name(), file);
        else if (inside.getNameCount() == 2) entry(section, file);
        else add(file, "no place for a file", "files in " + first + ", not in folders below it", Optional.empty());
    }

    private void takeFolder(Path folder) {
        Path inside = root.relativize(folder);
        String first = inside.getName(0) + "/";
        Sections.Entry section = sections.get(first);
        if (section == null && !first.equals(WORDS + "/")) stranger(first);
        else if (section != null && inside.getNameCount() > 1)
            add(folder, "a folder where a file belongs", "files in " + first, Optional.empty());
    }

    private void stranger(String first) {
        if (!strangers.add(first)) return;
        List<String> known = sections.keySet().stream().sorted().toList();
        add(
                root.resolve(first),
                "no section is called so",
                "one of " + String.join(", ", known),
                Suggestion.of(first, known));
    }

    private void entry(Sections.Entry section, Path file) {
        String name = file.getFileName().toString();
        if (NAME.matcher(name).matches()) {
            yaml(section.name() + "/" + name.substring(0, name.length() - YAML.length()), file);
            return;
        }
        String meant = name.toLowerCase(Locale.ROOT).replace(".yml", YAML).replaceAll("[ _]+", "-");
        add(
                file,
                "no name for a file here",
                "small letters, digits and hyphens, at most 40, and .yaml",
                Optional.of(meant).filter(NAME.asMatchPredicate()));
    }

    private void yaml(String section, Path file) {
        var found = new Problems(file.toString());
        Written written = YamlText.read(bytes(file), found);
        if (written != null) files.put(section, written);
        problems.addAll(found.found());
    }

    private void words(Path file, Path inside) {
        String name = inside.toString().replace('\\', '/');
        if (inside.getNameCount() != 4 || !name.endsWith(TEXT)) {
            add(
                    file,
                    "no place for words",
                    "say/LANGUAGE/ENGINE/SENTENCE.txt, such as say/en/credit/thanks-booked.txt",
                    Optional.empty());
            return;
        }
        byte[] bytes = bytes(file);
        if (bytes.length > MOST_WORDS) {
            add(file, "the text is too long", "at most " + MOST_WORDS + " bytes", Optional.empty());
            return;
        }
        var found = new Problems(file.toString());
        String text = PlainText.read(bytes, found);
        problems.addAll(found.found());
        if (text == null) return;
        if (text.isBlank()) add(file, "the text is empty", "words, or no file at all", Optional.empty());
        String sentence = name.substring(WORDS.length() + 1, name.length() - TEXT.length());
        words.put(sentence, new Layer.Words(Place.of(file.toString()), text));
    }

    private byte[] bytes(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            return input.readNBytes(YamlText.MOST_BYTES + 1);
        } catch (IOException unreadable) {
            add(file, "the file cannot be read: " + unreadable, "a file that Tummler may read", Optional.empty());
            return new byte[0];
        }
    }

    private void add(Path at, String what, String allowed, Optional<String> meant) {
        problems.add(new Problem(at.toString(), 1, 1, what, allowed, meant));
    }
}
