package io.tummler.distil;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pieces of the source model's tokenizer, by id, out of its {@code tokenizer.json}. */
final class Vocabulary {

    private static final Pattern ENTRY = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)+)\"\\s*:\\s*(\\d+)");

    private Vocabulary() {
    }

    static String[] read(String json) {
        int start = json.indexOf("\"vocab\"");
        Matcher m = ENTRY.matcher(json.substring(json.indexOf('{', start)));
        Map<Integer, String> pieces = new HashMap<>();
        while (m.find()) {
            pieces.put(Integer.parseInt(m.group(2)), unescape(m.group(1)));
        }
        String[] out = new String[pieces.size()];
        pieces.forEach((id, piece) -> out[id] = piece);
        return out;
    }

    private static String unescape(String s) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char e = s.charAt(++i);
            if (e == 'u') {
                out.append((char) Integer.parseInt(s.substring(i + 1, i + 5), 16));
                i += 4;
            } else if (e == '"' || e == '\\' || e == '/') {
                out.append(e);
            } else {
                throw new IllegalArgumentException("escape \\" + e);
            }
        }
        return out.toString();
    }
}
