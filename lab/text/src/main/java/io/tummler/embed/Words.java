package io.tummler.embed;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Words of a text for lexical matching: runs of letters and digits by their Unicode classes, lower case, without
 * accents; scripts that are written without spaces give overlapping pairs of characters.
 */
public final class Words {

    private Words() {
    }

    public static List<String> of(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        List<String> out = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int before = -1;
        for (int i = 0; i < plain.length();) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (isUnspaced(c)) {
                end(word, out);
                if (before >= 0) {
                    out.add(new StringBuilder().appendCodePoint(before).appendCodePoint(c).toString());
                }
                before = c;
                continue;
            }
            before = -1;
            if (Character.isLetterOrDigit(c)) {
                word.append(c == 'ß' ? "ss" : Character.toString(c));
            } else if (c != '\'' && c != '\u2019' && c != '\u00ad') {
                end(word, out);
            }
        }
        end(word, out);
        return out;
    }

    private static void end(StringBuilder word, List<String> out) {
        if (!word.isEmpty()) {
            out.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isUnspaced(int c) {
        if (!Character.isLetter(c)) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
