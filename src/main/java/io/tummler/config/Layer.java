package io.tummler.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the files of one folder say: of {@code bot-config} itself, or of one in {@code communities/} that stands above it.
 *
 * @param files by section, such as {@code matching} or {@code brands/corner-oven}
 * @param words texts by sentence, such as {@code en/credit/thanks-booked}
 * @param problems what could not be read as YAML or belongs to no section
 */
record Layer(Map<String, Written> files, Map<String, Words> words, List<Problem> problems) {
    Layer {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        words = Collections.unmodifiableMap(new TreeMap<>(words));
        problems = List.copyOf(problems);
    }

    record Words(Place at, String text) {}

    /** This one with another above it. */
    Layer under(Layer upper) {
        Map<String, Written> both = new TreeMap<>(files);
        upper.files.forEach((name, written) -> both.merge(name, written, Written::merged));
        Map<String, Words> said = new TreeMap<>(words);
        said.putAll(upper.words);
        return new Layer(both, said, upper.problems);
    }
}
