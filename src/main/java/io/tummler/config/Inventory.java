package io.tummler.config;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which files there are in the folder, and when each was written last. Hidden ones and texts for people ({@code *.md}) are
 * left alone; links are followed, for a mounted folder of Kubernetes consists of them.
 *
 * @param layers by the name of the folder below {@link #COMMUNITIES}, and by {@code ""} those that are for all communities
 * @param unreadable what could not be looked into
 */
record Inventory(Map<String, Map<Path, Stamp>> layers, List<Problem> unreadable) {
    static final String COMMUNITIES = "communities";
    /** The layer for all communities. */
    static final String EVERYWHERE = "";
    /** The deepest is {@code communities/NAME/say/LANGUAGE/ENGINE/SENTENCE.txt}. */
    private static final int DEPTH = 6;

    private static final int MOST_FILES = 50_000;

    static Inventory of(Path folder) {
        var walk = new Walk(folder);
        walk.layer(EVERYWHERE);
        if (Files.isDirectory(folder)) {
            try {
                Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, walk);
            } catch (IOException failed) {
                walk.problem(folder, failed);
            }
        }
        return new Inventory(walk.layers, List.copyOf(walk.problems));
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final Map<String, Map<Path, Stamp>> layers = new TreeMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private int files;

        Walk(Path folder) {
            this.folder = folder;
        }

        private Map<Path, Stamp> layer(String name) {
            return layers.computeIfAbsent(name, _ -> new TreeMap<>());
        }

        private Map<Path, Stamp> layer(Path inside) {
            boolean own = inside.getNameCount() > 2 && inside.startsWith(COMMUNITIES);
            return layer(own ? inside.getName(1).toString() : EVERYWHERE);
        }

        @Override
        public FileVisitResult preVisitDirectory(Path entry, BasicFileAttributes attributes) {
            if (entry.equals(folder)) return FileVisitResult.CONTINUE;
            if (isLeftAlone(entry)) return FileVisitResult.SKIP_SUBTREE;
            Path inside = folder.relativize(entry);
            boolean own = inside.startsWith(COMMUNITIES);
            // A community's folder counts even if it is empty: its name may be a mistake.
            if (own && inside.getNameCount() == 2) layer(inside.getName(1).toString());
            // A folder where a file belongs is a mistake, empty or not.
            else if (!own || inside.getNameCount() > 2) layer(inside).put(entry, Stamp.OF_A_FOLDER);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path entry, BasicFileAttributes attributes) {
            if (isLeftAlone(entry)) return FileVisitResult.CONTINUE;
            if (++files > MOST_FILES) {
                problems.add(Problem.of(folder, "the folder holds too many files", "at most " + MOST_FILES));
                return FileVisitResult.TERMINATE;
            }
            Path inside = folder.relativize(entry);
            layer(inside).put(entry, Stamp.of(attributes));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path entry, IOException failed) {
            if (!isLeftAlone(entry)) problem(entry, failed);
            return FileVisitResult.CONTINUE;
        }

        void problem(Path entry, IOException failed) {
            problems.add(Problem.of(entry, "it cannot be read: " + failed, "what Tummler may read"));
        }

        private static boolean isLeftAlone(Path entry) {
            String name = entry.getFileName().toString();
            return name.startsWith(".") || name.endsWith(".md");
        }
    }
}
