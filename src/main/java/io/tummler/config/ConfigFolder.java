package io.tummler.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the folder: each section's file, or each file of a section's folder, and refuses what belongs to no section.
 * Hidden files and texts for people ({@code *.md}) are left alone.
 */
final class ConfigFolder {
    private static final Logger LOG = Logger.getLogger(ConfigFolder.class);
    private static final int MOST_FILES = 1000;
    private static final String ENDING = ".yaml";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}\\.yaml");

    private final List<Problem> problems = new ArrayList<>();

    private ConfigFolder() {}

    /** @throws BadConfig with everything that is wrong in any of the files */
    static Snapshot read(Path folder, Sections sections) {
        ConfigFolder reader = new ConfigFolder();
        Snapshot snapshot = reader.snapshot(folder, sections.all());
        if (!reader.problems.isEmpty()) throw new BadConfig(reader.problems);
        return snapshot;
    }

    /**
     * As {@link #read}, of a folder that there must be: without it the bot would do what no moderator decided.
     */
    static Snapshot readExisting(Path folder, Sections sections) {
        if (Files.isDirectory(folder)) return read(folder, sections);
        Path meant = folder.toAbsolutePath().normalize();
        throw new BadConfig(List.of(new Problem(
                folder.toString(),
                1,
                1,
                "there is no folder " + meant,
                "a folder of settings, which may be empty; name it as tummler.bot-config (TUMMLER_BOT_CONFIG)",
                Optional.empty())));
    }

    private Snapshot snapshot(Path folder, List<Sections.Entry> sections) {
        if (Files.notExists(folder))
            LOG.warnf(
                    "There is no folder %s, so every setting has its default;"
                            + " make the folder, or name another as tummler.bot-config",
                    folder.toAbsolutePath().normalize());
        refuseStrangers(folder, sections);
        Map<Class<?>, Record> files = new HashMap<>();
        Map<Class<?>, Map<String, Record>> folders = new HashMap<>();
        for (Sections.Entry section : sections) {
            Path path = folder.resolve(section.listing());
            if (section.folder()) {
                folders.put(section.type(), folder(path, section.shape()));
            } else {
                Record record = file(path, section.shape());
                if (record != null) files.put(section.type(), record);
            }
        }
        return new Snapshot(Map.copyOf(files), Map.copyOf(folders));
    }

    private void refuseStrangers(Path folder, List<Sections.Entry> sections) {
        List<String> known =
                sections.stream().map(Sections.Entry::listing).sorted().toList();
        for (Path entry : entries(folder)) {
            String listing = name(entry) + (Files.isDirectory(entry) ? "/" : "");
            if (known.contains(listing)) continue;
            add(entry, "no section is called so", "one of " + String.join(", ", known), Suggestion.of(listing, known));
        }
    }

    private Map<String, Record> folder(Path folder, Shape.Group shape) {
        Map<String, Record> records = new LinkedHashMap<>();
        for (Path entry : entries(folder)) {
            String name = name(entry);
            if (!NAME.matcher(name).matches()) {
                String meant =
                        name.toLowerCase(Locale.ROOT).replace(".yml", ENDING).replaceAll("[ _]+", "-");
                add(
                        entry,
                        "no name for a file here",
                        "small letters, digits and hyphens, at most 40, and .yaml",
                        Optional.of(meant).filter(NAME.asMatchPredicate()));
                continue;
            }
            Record record = file(entry, shape);
            if (record != null) records.put(name.substring(0, name.length() - ENDING.length()), record);
        }
        return records;
    }

    private @Nullable Record file(Path path, Shape.Group shape) {
        Problems found = new Problems(path.toString());
        Record record = Binder.file(shape, bytes(path), found);
        problems.addAll(found.found());
        return record;
    }

    private byte[] bytes(Path path) {
        if (Files.notExists(path)) return new byte[0];
        try (InputStream file = Files.newInputStream(path)) {
            return file.readNBytes(YamlText.MOST_BYTES + 1);
        } catch (IOException unreadable) {
            add(path, "the file cannot be read: " + unreadable, "a file that Tummler may read", Optional.empty());
            return new byte[0];
        }
    }

    private List<Path> entries(Path folder) {
        if (Files.notExists(folder)) return List.of();
        try (Stream<Path> listed = Files.list(folder)) {
            List<Path> entries = listed.filter(entry ->
                            !name(entry).startsWith(".") && !name(entry).endsWith(".md"))
                    .sorted()
                    .limit(MOST_FILES + 1)
                    .toList();
            if (entries.size() <= MOST_FILES) return entries;
            add(folder, "the folder holds too many files", "at most " + MOST_FILES, Optional.empty());
        } catch (IOException unreadable) {
            add(folder, "the folder cannot be read: " + unreadable, "a folder that Tummler may read", Optional.empty());
        }
        return List.of();
    }

    private static String name(Path entry) {
        return entry.getFileName().toString();
    }

    private void add(Path at, String what, String allowed, Optional<String> meant) {
        problems.add(new Problem(at.toString(), 1, 1, what, allowed, meant));
    }
}
