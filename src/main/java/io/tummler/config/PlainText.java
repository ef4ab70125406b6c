package io.tummler.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.reader.StreamReader;

/** Bytes as text that people can see all of, and that nobody still has to decide about. */
final class PlainText {
    private static final Pattern CONFLICT = Pattern.compile("^(?:<{7}|>{7}) ", Pattern.MULTILINE);
    /** YAML ends a line with these, and editors do not. */
    private static final String INVISIBLE_LINE_ENDS = "\u0085\u2028\u2029";

    private PlainText() {}

    /** Without a byte order mark; null when the problems say why not. */
    static @Nullable String read(byte[] bytes, Problems problems) {
        String text = decoded(bytes, problems);
        return text == null || !visible(text, problems) || !decided(text, problems) ? null : text;
    }

    private static @Nullable String decoded(byte[] bytes, Problems problems) {
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        var outcome = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), characters, true);
        String text = characters.flip().toString();
        if (outcome.isError()) {
            addAtEnd(text, problems, "a byte that is no UTF-8", "text saved as UTF-8");
            return null;
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean visible(String text, Problems problems) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (StreamReader.isPrintable(character) && INVISIBLE_LINE_ENDS.indexOf(character) < 0) continue;
            String name = "U+%04X".formatted(character);
            addAtEnd(text.substring(0, at), problems, "the invisible character " + name, "letters that can be seen");
            return false;
        }
        return true;
    }

    private static boolean decided(String text, Problems problems) {
        Matcher conflict = CONFLICT.matcher(text);
        if (!conflict.find()) return true;
        addAtEnd(
                text.substring(0, conflict.start()),
                problems,
                "a conflict that git left behind",
                "one of the two versions, without the lines that begin with <<<<<<<, ======= and >>>>>>>");
        return false;
    }

    private static void addAtEnd(String before, Problems problems, String what, String allowed) {
        Lines lines = Lines.of(before);
        problems.add(lines.place(problems.file(), lines.end()), what, allowed, Optional.empty());
    }
}
