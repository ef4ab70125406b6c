package io.tummler.config;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Why a text is no YAML, in words that ask for no knowledge of it. The parser says where it could not go on, often lines below
 * the mistake; this looks for the mistake itself, and falls back on the parser's words where it finds none.
 */
final class Syntax {
    private static final Pattern LEAD = Pattern.compile(" *(?:- +)*");
    private static final Pattern COLON = Pattern.compile(":(?=\\s|$)");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s+)#.*");
    private static final Pattern ALMOST_A_KEY =
            Pattern.compile("([a-z][a-z0-9-]*)(?:\\s*[=:]\\s*|\\s+(?=\\d))([^\\s=:].*)");
    private static final Pattern FOUND = Pattern.compile("(?:found|got) '?([^']+)'?$");
    private static final int LONGEST_MEANT = 80;
    private static final String HERE = "found character ";
    private static final String QUOTES = "the text in quotes";

    private final String file;
    private final String[] lines;
    private final String context;
    private final String problem;
    private final Spot from;
    private final Spot at;
    private final @Nullable Event last;

    /** A place in the text, from 0; the column in Java's characters. */
    private record Spot(int line, int column) {
        Spot to(int other) {
            return new Spot(line, other);
        }
    }

    /** @param last what the parser understood last */
    Syntax(String file, String text, MarkedYAMLException refused, @Nullable Event last) {
        this.file = file;
        this.lines = PlainText.lines(text);
        this.context = Objects.requireNonNullElse(refused.getContext(), "");
        this.problem = Objects.requireNonNullElse(refused.getProblem(), "");
        this.at = spot(refused.getProblemMark());
        this.from = refused.getContextMark() == null ? at : spot(refused.getContextMark());
        this.last = last;
    }

    Problem explained() {
        if (ahead(at).startsWith("\t")) return problem(at, "a tab", "spaces to indent with");
        if (last instanceof ScalarEvent text && isQuoted(text) && spot(text.getEndMark()).line == at.line) {
            Spot quote = spot(text.getStartMark());
            if (swallowsKeys(quote)) return openQuote(quote);
            if (!context.startsWith("while parsing a flow")) return afterQuote(quote);
        }
        return switch (context) {
            case "while scanning a quoted scalar" -> openQuote(from);
            case "while scanning a double-quoted scalar" -> escape();
            case "while scanning a simple key" -> noColon(from);
            case "while parsing a flow sequence", "while parsing a flow mapping" -> brackets();
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
                        Optional.of("[" + value(at).substring(1).strip() + "]"));
            default -> byFound();
        };
    }

    private Problem byFound() {
        Matcher found = FOUND.matcher(problem);
        return switch (found.find() ? found.group(1) : "") {
            case "<block mapping start>", "<block sequence start>", "?" -> misplaced();
            case "-" -> problem(at, "an entry of a list where a key belongs", "'key:', and the list below it");
            case "]", "}" ->
                problem(at, "a '" + ahead(at).charAt(0) + "' that nothing opened", "its opposite before it");
            case ":" -> problem(at, "a ':' without a key before it", "'key: value'");
            case "," -> special(at);
            case "<scalar>" -> problem(at, "text after the end of the value", QUOTES);
            default ->
                problem(
                        at,
                        "this is no YAML: " + Binder.visible(problem),
                        "lines of 'key: value', and what belongs to a key indented by spaces");
        };
    }

    /** A second colon in a line, or one that the parser took for such because of what stands above it. */
    private Problem colon() {
        Spot key = at.to(lead(at.line));
        String before = lines[at.line].substring(Math.min(key.column, at.column), at.column);
        Matcher first = COLON.matcher(before);
        if (first.find()) {
            Spot text = at.to(key.column + first.end());
            return problem(at, "a second ': ' in the same line", QUOTES, Optional.of(quoted(value(text))));
        }
        if (before.contains(" ")) return problem(at, "a ': ' within a text", QUOTES);
        int above = at.line - 1;
        while (above >= 0 && lines[above].isBlank()) above--;
        return above >= 0
                        && lead(above) == key.column
                        && !COLON.matcher(lines[above]).find()
                ? noColon(new Spot(above, key.column))
                : indentation(at.line);
    }

    private Problem noColon(Spot key) {
        Matcher almost = ALMOST_A_KEY.matcher(value(key));
        return problem(
                key,
                "no ': ' after the key",
                "'key: value'",
                almost.matches() ? Optional.of(almost.group(1) + ": " + almost.group(2)) : Optional.empty());
    }

    /** A line that belongs to nothing above it, perhaps because of the first one. */
    private Problem misplaced() {
        if (last instanceof DocumentEndEvent end && end.getExplicit())
            return problem(at, "a second document", "one document in a file, without '...'");
        int first = 0;
        while (first < at.line && (lines[first].isBlank() || lines[first].matches("\\s*#.*|---.*|%.*"))) first++;
        if (!context.isEmpty() || first == at.line) return indentation(at.line);
        if (lines[first].startsWith("{") || lines[first].startsWith("["))
            return problem(at, "text after the '" + lines[first].charAt(0) + "' was closed", "all of the file in it");
        return COLON.matcher(lines[first]).find() ? indentation(first) : noColon(new Spot(first, lead(first)));
    }

    private Problem indentation(int line) {
        return problem(
                new Spot(line, lead(line)),
                "this line is indented differently from those around it",
                "as many spaces as the keys beside it");
    }

    private Problem openQuote(Spot quote) {
        String text = value(quote);
        String mark = text.substring(0, Math.min(1, text.length()));
        boolean whole = text.length() > 1 && !text.substring(1).contains(mark) && text.matches("[^\\[\\]{},:\\\\]*");
        return problem(
                quote,
                "a quote that is never closed",
                "the same quote at the end of the text",
                whole ? Optional.of(text + mark) : Optional.empty());
    }

    private Problem afterQuote(Spot quote) {
        String text = value(quote);
        String mark = text.substring(0, 1);
        // 'it's' means all of it, and "Corner" Oven one word of it.
        boolean within = text.endsWith(mark)
                && !ahead(at).startsWith(" ")
                && charBefore(at).equals(mark);
        return problem(
                at,
                "text after a quote was closed",
                "all of the text in quotes, and other ones in it",
                Optional.of(quoted(within && text.length() > 1 ? text.substring(1, text.length() - 1) : text)));
    }

    private Problem escape() {
        int backslash = Math.max(0, lines[at.line].lastIndexOf('\\', at.column));
        String text = value(from);
        int end = text.lastIndexOf('"');
        String escape = lines[at.line].substring(backslash, Math.min(backslash + 2, lines[at.line].length()));
        return problem(
                at.to(backslash),
                "'" + escape + "' in double quotes, where a \\ has a meaning of its own",
                "single quotes, where it has none",
                from.line == at.line && end > 0 && !text.contains("'")
                        ? Optional.of("'" + text.substring(1, end) + "'")
                        : Optional.empty());
    }

    /** Text that begins with a character that means something else to YAML. */
    private Problem special(Spot text) {
        String value = value(text);
        if (value.isEmpty()) return problem(text, "this is no YAML: " + Binder.visible(problem), "'key: value'");
        boolean key = COLON.matcher(value).find();
        return problem(
                text,
                "text that begins with '" + Character.toString(value.codePointAt(0)) + "'",
                QUOTES,
                key ? Optional.empty() : Optional.of(quoted(value)));
    }

    private Problem brackets() {
        char open = ahead(from).isEmpty() ? '[' : ahead(from).charAt(0);
        char close = open == '[' ? ']' : '}';
        Matcher comment = Pattern.compile("[\\s,\\[{]#(?=.*[\\]}])").matcher(ahead(from));
        if (comment.find() && at.line > from.line)
            return problem(
                    from.to(from.column + comment.end() - 1),
                    "'#' begins a comment, so that the '" + open + "' is never closed",
                    "text that begins with # in quotes",
                    Optional.of(ahead(from).strip())
                            .filter(list -> list.matches("\\[[^\"'\\[\\]]*]"))
                            .map(list -> list.replaceAll("#[^\\s,\\]]+", "\"$0\"")));
        if (problem.endsWith("<stream end>") || at.line > from.line && isOutside(at.line, from.line))
            return problem(
                    from,
                    "a '" + open + "' that is never closed",
                    "a '" + close + "' at its end",
                    Optional.of(value(from).replaceFirst(",$", ""))
                            .filter(text -> text.matches("\\[[^\\[\\]{}\"':]*"))
                            .map(text -> text + close));
        if (problem.endsWith("got :")) return problem(at, "a second ': ' in the same entry", QUOTES);
        return problem(at, "no ',' before this", "entries with a ',' between them, and a '" + close + "' at their end");
    }

    /** Whether what a quote closes belongs to other keys. */
    private boolean swallowsKeys(Spot quote) {
        return IntStream.rangeClosed(quote.line + 1, at.line)
                .anyMatch(line -> !lines[line].isBlank() && isOutside(line, quote.line));
    }

    /** Whether a line can't belong to what begins in an earlier one. */
    private boolean isOutside(int line, int begins) {
        return lead(line) <= lead(begins);
    }

    private Problem problem(Spot spot, String what, String allowed) {
        return problem(spot, what, allowed, Optional.empty());
    }

    private Problem problem(Spot spot, String what, String allowed, Optional<String> meant) {
        String before = lines[spot.line].substring(0, spot.column);
        return new Problem(
                file,
                spot.line + 1,
                before.codePointCount(0, before.length()) + 1,
                what,
                allowed,
                meant.filter(text -> text.length() <= LONGEST_MEANT && text.equals(Binder.visible(text))));
    }

    private Spot spot(@Nullable Mark mark) {
        if (mark == null) return new Spot(0, 0);
        int line = Math.min(mark.getLine(), lines.length - 1);
        int column = Math.min(mark.getColumn(), lines[line].codePointCount(0, lines[line].length()));
        return new Spot(line, lines[line].offsetByCodePoints(0, column));
    }

    /** How far a line is indented, the dashes of lists included. */
    private int lead(int line) {
        Matcher lead = LEAD.matcher(lines[line]);
        return lead.lookingAt() ? lead.end() : 0;
    }

    private String ahead(Spot spot) {
        return lines[spot.line].substring(spot.column);
    }

    private String charBefore(Spot spot) {
        return spot.column == 0 ? "" : lines[spot.line].substring(spot.column - 1, spot.column);
    }

    /** What stands from here to the end of the line, or of the entry of a list. */
    private String value(Spot spot) {
        String rest = COMMENT.matcher(ahead(spot)).replaceFirst("").strip();
        String before = lines[spot.line].substring(0, spot.column);
        for (String brackets : List.of("[]", "{}"))
            if (before.lastIndexOf(brackets.charAt(0)) > before.lastIndexOf(brackets.charAt(1)))
                rest = rest.replaceFirst("[,\\]}].*", "").strip();
        return rest;
    }

    private static String quoted(String text) {
        if (!text.contains("\"") && !text.contains("\\")) return '"' + text + '"';
        return "'" + text.replace("'", "''") + "'";
    }

    private static boolean isQuoted(ScalarEvent text) {
        return text.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED || text.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
    }
}
