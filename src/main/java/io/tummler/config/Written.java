package io.tummler.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a file says: text, lists and keys, all with their places. What else YAML has is refused by {@link YamlText}. */
sealed interface Written {
    Place at();

    record Text(Place at, String text) implements Written {}

    /**
     * No value at all, such as what follows a key and its colon alone.
     *
     * @param comment what stands there instead, from its {@code #} on; {@code ""} if nothing does
     */
    record Nothing(Place at, String comment) implements Written {}

    record Items(Place at, List<Written> entries) implements Written {
        public Items {
            entries = List.copyOf(entries);
        }
    }

    /** @param entries by name, in the order of the file */
    record Keys(Place at, Map<String, Entry> entries) implements Written {
        public Keys {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /**
     * @param at where the key stands
     */
    record Entry(Place at, Written value) {}

    static Nothing nothing(String file) {
        return new Nothing(Place.of(file), "");
    }

    /** One over the other: keys are merged at any depth, of anything else the upper stands alone. A file of nothing says nothing. */
    static Written merged(Written lower, Written upper) {
        if (upper instanceof Nothing) return lower;
        if (!(lower instanceof Keys below && upper instanceof Keys above)) return upper;
        Map<String, Entry> entries = new LinkedHashMap<>(below.entries());
        above.entries()
                .forEach((name, entry) ->
                        entries.merge(name, entry, (one, other) -> new Entry(other.at(), over(one, other))));
        return new Keys(above.at(), entries);
    }

    /** A key without a value is a mistake of the upper file, which is for the {@link Binder} to say. */
    private static Written over(Entry lower, Entry upper) {
        return upper.value() instanceof Nothing ? upper.value() : merged(lower.value(), upper.value());
    }
}
