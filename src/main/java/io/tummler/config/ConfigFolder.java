package io.tummler.config;

import io.tummler.api.Naming;
import io.tummler.api.PolicyCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the folder: the files for all communities, and above them those in {@code communities/NAME/} for one. What was read
 * before and has not been written anew is not read again, and what was in order and did not change is the very same {@link
 * Snapshot}. What was not is looked at again, for its mistake may have lain in another folder.
 */
final class ConfigFolder {
    /** Where files say whose they are. */
    private static final String ABOUT = "community.yaml";

    private final Path folder;
    private final Sections sections;
    private final List<PolicyCheck> checks;
    private final Environment environment;

    ConfigFolder(Path folder, Sections sections, List<PolicyCheck> checks, Environment environment) {
        this.folder = folder;
        this.sections = sections;
        this.checks = List.copyOf(checks);
        this.environment = environment;
    }

    Path folder() {
        return folder;
    }

    boolean isThere() {
        return Files.isDirectory(folder);
    }

    Inventory inventory() {
        return Inventory.of(folder);
    }

    Reading read() {
        return read(inventory(), null);
    }

    /** @param before what may be used again of what did not change; null to read all */
    Reading read(Inventory inventory, @Nullable Reading before) {
        Map<String, Layer> layers = inventory.layers().entrySet().parallelStream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> layer(it.getKey(), it.getValue(), before)));
        Layer base = layers.get(Inventory.EVERYWHERE);
        if (base == null) throw new IllegalStateException("an inventory without files for all");

        List<Problem> problems = new ArrayList<>(inventory.unreadable());
        Optional<Snapshot> everywhere = Optional.ofNullable(before)
                .filter(it -> it.layers().get(Inventory.EVERYWHERE) == base && problems.isEmpty())
                .flatMap(Reading::everywhere)
                .or(() -> everywhere(base, problems));
        Map<String, Reading.Own> own = new TreeMap<>();
        layers.forEach((name, layer) -> {
            if (name.equals(Inventory.EVERYWHERE)) return;
            own.put(
                    name,
                    everywhere
                            .map(below -> own(name, layer, below, before))
                            .orElseGet(() -> new Reading.Own(whose(name, before), Optional.empty(), List.of())));
        });
        refuseTwice(own);
        return new Reading(inventory, layers, everywhere, problems, own);
    }

    private Layer layer(String name, Map<Path, Stamp> files, @Nullable Reading before) {
        if (before != null && files.equals(before.inventory().layers().get(name))) {
            Layer known = before.layers().get(name);
            if (known != null) return known;
        }
        Path root = name.equals(Inventory.EVERYWHERE) ? folder : communities(name);
        return LayerReader.read(root, files.keySet(), sections);
    }

    private Path communities(String name) {
        return folder.resolve(Inventory.COMMUNITIES).resolve(name);
    }

    private Optional<Snapshot> everywhere(Layer base, List<Problem> problems) {
        problems.addAll(base.problems());
        Snapshot bound = bound(base, base, null, problems);
        bound.guild()
                .ifPresent(_ -> problems.add(Problem.of(
                        folder.resolve(ABOUT),
                        "'guild' stands in the files for all communities",
                        "in communities/NAME/" + ABOUT + ", for the one whose id it is")));
        return problems.isEmpty() ? Optional.of(bound) : Optional.empty();
    }

    private Reading.Own own(String name, Layer layer, Snapshot below, @Nullable Reading before) {
        if (before != null
                && before.layers().get(name) == layer
                && before.everywhere().filter(it -> it == below).isPresent()) {
            Reading.Own known = before.own().get(name);
            if (known != null && known.snapshot().isPresent()) return known;
        }
        List<Problem> problems = new ArrayList<>(layer.problems());
        Snapshot bound = bound(below.written().under(layer), layer, below, problems);
        Optional<String> guild = bound.guild().or(() -> Optional.of(name).filter(Naming::isId));
        if (guild.isEmpty() && problems.isEmpty())
            problems.add(Problem.of(
                    communities(name).resolve(ABOUT),
                    "nothing says which community these files are for",
                    "its id, as 'guild' in this file or as the name of the folder"));
        return new Reading.Own(
                // Where a mistake hides whose they are, they are whose they were.
                guild.or(() -> whose(name, before)),
                problems.isEmpty() ? Optional.of(bound) : Optional.empty(),
                problems);
    }

    private static Optional<String> whose(String name, @Nullable Reading before) {
        return Optional.ofNullable(before).map(it -> it.own().get(name)).flatMap(Reading.Own::guild);
    }

    private void refuseTwice(Map<String, Reading.Own> own) {
        Map<String, String> taken = new HashMap<>();
        own.replaceAll((name, it) -> {
            String other =
                    it.guild().map(guild -> taken.putIfAbsent(guild, name)).orElse(null);
            if (other == null) return it;
            List<Problem> problems = new ArrayList<>(it.problems());
            problems.add(Problem.of(
                    communities(name).resolve(ABOUT),
                    "these files are for the same community as those in " + communities(other),
                    "one folder for each community"));
            return new Reading.Own(it.guild(), Optional.empty(), problems);
        });
    }

    /**
     * With problems, it holds only what could be understood.
     *
     * @param all what to read
     * @param own what is new in it: of the rest, {@code below} has the records already
     */
    private Snapshot bound(Layer all, Layer own, @Nullable Snapshot below, List<Problem> problems) {
        int before = problems.size();
        Map<Class<?>, Record> files = new HashMap<>();
        Map<Class<?>, Map<String, Record>> folders = new HashMap<>();
        for (Sections.Entry section : sections.all()) {
            if (section.folder()) {
                Map<String, Record> known = below == null ? Map.of() : below.records(section.type());
                folders.put(section.type(), entries(section, all, own, known, problems));
            } else {
                Record known = below == null ? null : below.sections().get(section.type());
                Record record = known != null && !own.files().containsKey(section.name())
                        ? known
                        : record(section, written(section, all), problems);
                if (record != null) files.put(section.type(), record);
            }
        }
        Snapshot snapshot = Snapshot.of(files, folders, all);
        if (problems.size() > before) return snapshot;
        for (PolicyCheck check : checks)
            for (PolicyCheck.Objection objection : check.objections(snapshot)) problems.add(problem(objection, all));
        return snapshot;
    }

    private Written written(Sections.Entry section, Layer all) {
        Written file = all.files().get(section.name());
        return file == null ? Written.nothing(folder.resolve(section.listing()).toString()) : file;
    }

    private Map<String, Record> entries(
            Sections.Entry section, Layer all, Layer own, Map<String, Record> known, List<Problem> problems) {
        Map<String, Record> records = new LinkedHashMap<>();
        all.files().forEach((name, written) -> {
            if (!name.startsWith(section.listing())) return;
            String entry = name.substring(section.listing().length());
            Record record = known.containsKey(entry) && !own.files().containsKey(name)
                    ? known.get(entry)
                    : record(section, written, problems);
            if (record != null) records.put(entry, record);
        });
        return records;
    }

    private @Nullable Record record(Sections.Entry section, Written written, List<Problem> problems) {
        var found = new Problems(written.at().file());
        Record record = Binder.file(section.shape(), written, environment, found);
        problems.addAll(found.found());
        return record;
    }

    Problem problem(PolicyCheck.Objection objection, Layer layer) {
        String file = objection.section().isEmpty() ? "" : objection.section() + ".yaml";
        Place at = Places.of(layer, objection.section(), objection.key())
                .orElseGet(() -> Place.of(folder.resolve(file).toString()));
        return new Problem(at.file(), at.line(), at.column(), objection.what(), objection.allowed(), Optional.empty());
    }
}
