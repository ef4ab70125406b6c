package io.tummler.distil;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pieces of the encoder's tokenizer in the order of their numbers, out of its {@code tokenizer.json}. */
final class Vocabulary {
    private static final Pattern ENTRY = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)+)\"\\s*:\\s*(\\d+)");

    private Vocabulary() {}

    static List<String> read(String json) {
        int start = json.indexOf('{', json.indexOf("\"vocab\""));
        Matcher entry = ENTRY.matcher(json).region(start, json.length());
        Map<Integer, String> pieces = new TreeMap<>();
        while (entry.find()) pieces.put(Integer.valueOf(entry.group(2)), unescaped(entry.group(1)));
        return List.copyOf(pieces.values());
    }

    private static String unescaped(String text) {
        var plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char escaped = text.charAt(at++);
            switch (escaped) {
                case 'u' -> {
                    plain.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                }
                case '"', '\\', '/' -> plain.append(escaped);
                default -> throw new IllegalArgumentException("escape \\" + escaped);
            }
        }
        return plain.toString();
    }
}
