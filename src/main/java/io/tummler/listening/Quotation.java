package io.tummler.listening;

import io.tummler.api.Wording;
import java.util.stream.Stream;

/**
 * Reads a proposed wording back from the message that proposed it, which is the only place where it is kept.
 *
 * <p>It is a line that begins with {@code "> "}. A backslash before a punctuation mark hides that mark from
 * markdown and is no part of the wording.
 */
final class Quotation {
    private static final String MARK = "> ";

    private Quotation() {}

    /** The wordings that this text quotes, in order; what is quoted and is no wording is passed over. */
    static Stream<Wording> in(String text) {
        return text.lines()
                .filter(line -> line.startsWith(MARK))
                .map(line -> Wording.parse(unescape(line.substring(MARK.length()))))
                .flatMap(parsed ->
                        parsed instanceof Wording.Parsed.Good(Wording wording) ? Stream.of(wording) : Stream.empty());
    }

    /** What the buttons of a proposal tell its wording by, where several proposals stand in one message. */
    static String key(Wording wording) {
        return Integer.toHexString(wording.text().hashCode());
    }

    private static String unescape(String markdown) {
        var out = new StringBuilder(markdown.length());
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            if (c == '\\' && i + 1 < markdown.length() && isPunctuation(markdown.charAt(i + 1)))
                c = markdown.charAt(++i);
            out.append(c);
        }
        return out.toString();
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    }
}
