package io.tummler.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What came of reading the folder.
 *
 * @param inventory what was read
 * @param layers as read, by name
 * @param everywhere what holds in communities without files of their own; empty when something is wrong in the files for all
 * @param problems what is wrong in the files for all
 * @param own what became of each folder in {@code communities/}, by name; when the files for all can't be used, only whose
 *     it was
 */
record Reading(
        Inventory inventory,
        Map<String, Layer> layers,
        Optional<Snapshot> everywhere,
        List<Problem> problems,
        Map<String, Own> own) {
    Reading {
        layers = Map.copyOf(layers);
        problems = inOrder(problems);
        own = Collections.unmodifiableMap(new TreeMap<>(own));
    }

    /**
     * The files of one community.
     *
     * @param guild whose they are, if they say so
     * @param snapshot what holds there; empty when something is wrong in its files
     */
    record Own(Optional<String> guild, Optional<Snapshot> snapshot, List<Problem> problems) {
        Own {
            problems = inOrder(problems);
        }
    }

    private static List<Problem> inOrder(List<Problem> problems) {
        return problems.stream().sorted(Problem.IN_ORDER).toList();
    }

    /** All that is wrong, in the order of the files. */
    List<Problem> allProblems() {
        return inOrder(Stream.concat(problems.stream(), own.values().stream().flatMap(it -> it.problems().stream()))
                .toList());
    }
}
