package io.tummler.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a key has its value. */
final class Places {
    private static final String WORDS = "say/";
    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[(\\d{1,6})]");
    private static final Pattern IN_TEXT = Pattern.compile("(\\d{1,6}):(\\d{1,6})");

    private Places() {}

    /**
     * Of a key such as {@code tasks[0].until}, entries counted from 0, or of the nearest group around it that is written down;
     * of words, of a line and column such as {@code 2:7}. Empty when no file of the section is.
     */
    static Optional<Place> of(Layer layer, String section, String key) {
        if (section.startsWith(WORDS))
            return Optional.ofNullable(layer.words().get(section.substring(WORDS.length())))
                    .map(words -> inText(words.at(), key));
        return Optional.ofNullable(layer.files().get(section)).map(file -> at(file, key));
    }

    private static Place inText(Place file, String key) {
        Matcher at = IN_TEXT.matcher(key);
        return at.matches()
                ? new Place(file.file(), Integer.parseInt(at.group(1)), Integer.parseInt(at.group(2)))
                : file;
    }

    private static Place at(Written file, String key) {
        Written here = file;
        Matcher steps = STEP.matcher(key);
        while (steps.find()) {
            Optional<Written> next = step(here, steps.group(1), steps.group(2));
            if (next.isEmpty()) break;
            here = next.get();
        }
        return here.at();
    }

    private static Optional<Written> step(Written here, String name, String index) {
        return switch (here) {
            case Written.Keys keys
            when name != null -> Optional.ofNullable(keys.entries().get(name)).map(Written.Entry::value);
            case Written.Items items
            when index != null ->
                Optional.of(Integer.parseInt(index))
                        .filter(at -> at < items.entries().size())
                        .map(items.entries()::get);
            default -> Optional.empty();
        };
    }
}
