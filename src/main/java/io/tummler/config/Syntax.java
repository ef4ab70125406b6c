package io.tummler.config;

import io.tummler.config.Lines.Spot;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Why a text is no YAML, in words that ask for no knowledge of it. The parser says where it could not go on, often lines below
 * the mistake; this looks for the mistake itself, and falls back on the parser's words where it finds none.
 */
final class Syntax {
    private static final Pattern COLON = Pattern.compile(":(?=\\s|$)");
    private static final Pattern ALMOST_A_KEY =
            Pattern.compile("([a-z][a-z0-9-]*)(?:\\s*[=:]\\s*|\\s+(?=\\d))([^\\s=:].*)");
    private static final Pattern FOUND = Pattern.compile("(?:found|got) '?([^']+)'?$");
    private static final int LONGEST_MEANT = 80;
    private static final String HERE = "found character ";
    private static final String KEY_OR_TEXT = "'key: value', or as many spaces as the text that it goes on";
    private static final String QUOTES = "the text in quotes";

    private final String file;
    private final Lines lines;
    private final String context;
    private final String problem;
    private final Spot from;
    private final Spot at;
    private final @Nullable Event last;

    /** @param last what the parser understood last */
    Syntax(String file, String text, MarkedYAMLException refused, @Nullable Event last) {
        this.file = file;
        this.lines = Lines.of(text);
        this.context = Objects.requireNonNullElse(refused.getContext(), "");
        this.problem = Objects.requireNonNullElse(refused.getProblem(), "");
        this.at = lines.spot(refused.getProblemMark());
        this.from = refused.getContextMark() == null ? at : lines.spot(refused.getContextMark());
        this.last = last;
    }

    Problem explained() {
        if (lines.ahead(at).startsWith("\t")) return problem(at, "a tab", "spaces to indent with");
        if (last instanceof ScalarEvent text
                && isQuoted(text)
                && lines.spot(text.getEndMark()).line() == at.line()) {
            Spot quote = lines.spot(text.getStartMark());
            if (swallowsKeys(quote)) return openQuote(quote);
            if (!context.startsWith("while parsing a flow")) return afterQuote(quote);
        }
        if (last instanceof CollectionStartEvent open && problem.contains("<stream end>"))
            return brackets(lines.spot(open.getStartMark()));
        return switch (context) {
            case "while scanning a quoted scalar" -> openQuote(from);
            case "while scanning a double-quoted scalar" -> escape();
            case "while scanning a simple key" -> noColon(from);
            case "while parsing a flow sequence", "while parsing a flow mapping" -> brackets(from);
            case "while scanning an anchor",
                    "while scanning an alias",
                    "while scanning a tag",
                    "while scanning a block scalar",
                    "while scanning a directive" -> special(from);
            default -> byProblem();
        };
    }

    private Problem byProblem() {
        if (problem.startsWith(HERE)) return special(at);
        return switch (problem) {
            case "mapping values are not allowed here" -> colon();
            case "mapping keys are not allowed here" -> special(at);
            case "sequence entries are not allowed here" ->
                problem(
                        at,
                        "an entry of a list beside its key",
                        "each entry in a line of its own, below the key",
                        Optional.of("[" + lines.value(at).substring(1).strip() + "]"));
            default -> byFound();
        };
    }

    private Problem byFound() {
        Matcher found = FOUND.matcher(problem);
        return switch (found.find() ? found.group(1) : "") {
            case "<block mapping start>", "<block sequence start>", "?" -> misplaced();
            case "-" -> problem(at, "an entry of a list where a key belongs", "'key:', and the list below it");
            case "]", "}" ->
                problem(at, "a '" + lines.ahead(at).charAt(0) + "' that nothing opened", "its opposite before it");
            case ":" -> problem(at, "a ':' without a key before it", "'key: value'");
            case "," -> special(at);
            case "<scalar>", "[", "{" -> stray();
            default ->
                problem(
                        at,
                        "this is no YAML: " + Binder.visible(problem),
                        "lines of 'key: value', and what belongs to a key indented by spaces");
        };
    }

    /** A second colon in a line, or one that the parser took for such because of what stands above it. */
    private Problem colon() {
        Spot key = at.to(lines.lead(at.line()));
        String before = lines.get(at.line()).substring(Math.min(key.column(), at.column()), at.column());
        Matcher first = COLON.matcher(before);
        if (first.find()) {
            Spot text = at.to(key.column() + first.end());
            return problem(at, "a second ': ' in the same line", QUOTES, Optional.of(quoted(lines.value(text))));
        }
        if (before.contains(" ")) return problem(at, "a ': ' within a text", QUOTES);
        int above = at.line() - 1;
        while (above >= 0 && lines.get(above).isBlank()) above--;
        return above >= 0
                        && lines.lead(above) == key.column()
                        && !COLON.matcher(lines.get(above)).find()
                ? noColon(new Spot(above, key.column()))
                : indentation(at.line());
    }

    private Problem noColon(Spot key) {
        Matcher almost = ALMOST_A_KEY.matcher(lines.value(key));
        return problem(
                key,
                "no ': ' after the key",
                almost.matches() ? "'key: value'" : KEY_OR_TEXT,
                almost.matches() ? Optional.of(almost.group(1) + ": " + almost.group(2)) : Optional.empty());
    }

    /** A line that belongs to nothing above it, perhaps because of the first one. */
    private Problem misplaced() {
        if (last instanceof DocumentEndEvent end && end.getExplicit())
            return problem(at, "a second document", "one document in a file, without '...'");
        int first = 0;
        while (first < at.line()
                && (lines.get(first).isBlank() || lines.get(first).matches("\\s*#.*|---.*|%.*"))) first++;
        if (!context.isEmpty() || first == at.line()) return indentation(at.line());
        if (lines.get(first).startsWith("{") || lines.get(first).startsWith("["))
            return problem(
                    at, "text after the '" + lines.get(first).charAt(0) + "' was closed", "all of the file in it");
        return COLON.matcher(lines.get(first)).find()
                ? indentation(first)
                : noColon(new Spot(first, lines.lead(first)));
    }

    private Problem stray() {
        if (at.column() == lines.lead(at.line())) return problem(at, "text that belongs to no key", KEY_OR_TEXT);
        Matcher colon = COLON.matcher(lines.get(at.line()));
        return problem(
                at,
                "text after the end of the value",
                QUOTES,
                colon.find() ? Optional.of(quoted(lines.value(at.to(colon.end())))) : Optional.empty());
    }

    private Problem indentation(int line) {
        return problem(
                new Spot(line, lines.lead(line)),
                "this line is indented differently from those around it",
                "as many spaces as the keys beside it");
    }

    private Problem openQuote(Spot quote) {
        String text = lines.value(quote);
        String mark = text.substring(0, Math.min(1, text.length()));
        boolean whole = text.length() > 1 && !text.substring(1).contains(mark) && text.matches("[^\\[\\]{},:\\\\]*");
        return problem(
                quote,
                "a quote that is never closed",
                "the same quote at the end of the text",
                whole ? Optional.of(text + mark) : Optional.empty());
    }

    private Problem afterQuote(Spot quote) {
        String text = lines.value(quote);
        String mark = text.substring(0, 1);
        // 'it's' means all of it, and "Corner" Oven one word of it.
        boolean within = text.endsWith(mark)
                && !lines.ahead(at).startsWith(" ")
                && lines.before(at).endsWith(mark);
        return problem(
                at,
                "text after a quote was closed",
                "all of the text in quotes, and other ones in it",
                Optional.of(quoted(within && text.length() > 1 ? text.substring(1, text.length() - 1) : text)));
    }

    private Problem escape() {
        int backslash = Math.max(0, lines.get(at.line()).lastIndexOf('\\', at.column()));
        String text = lines.value(from);
        int end = text.lastIndexOf('"');
        String escape = lines.get(at.line())
                .substring(
                        backslash, Math.min(backslash + 2, lines.get(at.line()).length()));
        return problem(
                at.to(backslash),
                "'" + escape + "' in double quotes, where a \\ has a meaning of its own",
                "single quotes, where it has none",
                from.line() == at.line() && end > 0 && !text.contains("'")
                        ? Optional.of("'" + text.substring(1, end) + "'")
                        : Optional.empty());
    }

    /** Text that begins with a character that means something else to YAML. */
    private Problem special(Spot text) {
        String value = lines.value(text);
        if (value.isEmpty()) return problem(text, "this is no YAML: " + Binder.visible(problem), "'key: value'");
        boolean key = COLON.matcher(value).find();
        return problem(
                text,
                "text that begins with '" + Character.toString(value.codePointAt(0)) + "'",
                QUOTES,
                key ? Optional.empty() : Optional.of(quoted(value)));
    }

    private Problem brackets(Spot from) {
        char open = lines.ahead(from).isEmpty() ? '[' : lines.ahead(from).charAt(0);
        char close = open == '[' ? ']' : '}';
        Matcher comment = Pattern.compile("[\\s,\\[{]#(?=.*[\\]}])").matcher(lines.ahead(from));
        if (comment.find() && at.line() > from.line())
            return problem(
                    from.to(from.column() + comment.end() - 1),
                    "'#' begins a comment, so that the '" + open + "' is never closed",
                    "text that begins with # in quotes",
                    Optional.of(lines.ahead(from).strip())
                            .filter(list -> list.matches("\\[[^\"'\\[\\]]*]"))
                            .map(list -> list.replaceAll("#[^\\s,\\]]+", "\"$0\"")));
        if (problem.contains("<stream end>") || at.line() > from.line() && isOutside(at.line(), from.line()))
            return problem(
                    from,
                    "a '" + open + "' that is never closed",
                    "a '" + close + "' at its end",
                    Optional.of(lines.value(from).replaceFirst(",$", ""))
                            .filter(text -> text.matches("\\[[^\\[\\]{}\"':]*"))
                            .map(text -> text + close));
        if (problem.endsWith("got :")) return problem(at, "a second ': ' in the same entry", QUOTES);
        return problem(at, "no ',' before this", "entries with a ',' between them, and a '" + close + "' at their end");
    }

    /** Whether what a quote closes belongs to other keys. */
    private boolean swallowsKeys(Spot quote) {
        return IntStream.rangeClosed(quote.line() + 1, at.line())
                .anyMatch(line -> !lines.get(line).isBlank() && isOutside(line, quote.line()));
    }

    /** Whether a line can't belong to what begins in an earlier one. */
    private boolean isOutside(int line, int begins) {
        return lines.lead(line) <= lines.lead(begins);
    }

    private Problem problem(Spot spot, String what, String allowed) {
        return problem(spot, what, allowed, Optional.empty());
    }

    private Problem problem(Spot spot, String what, String allowed, Optional<String> meant) {
        Place place = lines.place(file, spot);
        return new Problem(
                file,
                place.line(),
                place.column(),
                what,
                allowed,
                meant.filter(text -> text.length() <= LONGEST_MEANT && text.equals(Binder.visible(text))));
    }

    private static String quoted(String text) {
        if (!text.contains("\"") && !text.contains("\\")) return '"' + text + '"';
        return "'" + text.replace("'", "''") + "'";
    }

    private static boolean isQuoted(ScalarEvent text) {
        return text.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED || text.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
    }
}
