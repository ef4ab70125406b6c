package io.tummler.matching;

import java.text.Normalizer;
import java.util.Locale;

/** Words as they are compared: in lower case, without accents and with single blanks for what is neither letter nor digit. */
final class Plain {
    private Plain() {}

    /** Empty when it has neither letters nor digits. */
    static String text(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
