package io.tummler.api;

import java.util.Map;

/**
 * A few words that a platform shows to each in their own language.
 *
 * @param plain in the language of communities that have not chosen another
 * @param in the same in others, by their ISO 639 codes
 */
public record Label(String plain, Map<String, String> in) {
    public Label {
        in = Map.copyOf(in);
    }

    public static Label of(String plain) {
        return new Label(plain, Map.of());
    }
}
