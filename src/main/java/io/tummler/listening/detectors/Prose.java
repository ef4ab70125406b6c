package io.tummler.listening.detectors;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a message says in its author's own prose, sentence by sentence: without code, quotations, links, mentions, emoji
 * codes and what else the author did not say in words. White space is one blank, apostrophes are straight, a letter
 * bears at most two marks. A sentence that asks ends in {@code ?}, whichever script's mark it had; other full stops
 * are gone.
 *
 * <p>One pass, each character looked at a bounded number of times, the first {@value #LENGTH_MAX} characters only:
 * whatever is typed, the patterns of the detectors meet a short and tame text.
 */
final class Prose {
    static final int LENGTH_MAX = 4_000;
    private static final int MARKS_MAX = 2;
    /** The longest {@code <...>} of Discord: an emoji of 32 letters and its id. */
    private static final int TOKEN_MAX = 64;

    private final String raw;
    private final List<String> sentences = new ArrayList<>();
    private final StringBuilder sentence = new StringBuilder();
    private int at;
    private int marks;
    /** Up to here no {@code <} before it is closed. */
    private int unclosedUpTo;
    /** Characters looked at in search of an end, for a test to hold against the length. */
    private int looks;

    private Prose(String raw) {
        this.raw = raw;
    }

    /** The sentences of a message; none when it is a command to some bot, such as {@code !roll 3}. */
    static List<String> sentences(String text) {
        String raw = text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) : text;
        boolean command = raw.length() > 1 && "!/$%.".indexOf(raw.charAt(0)) >= 0 && isLetter(raw.charAt(1));
        return command ? List.of() : new Prose(raw).read();
    }

    /** How many characters were looked at, some of them more than once, in search of where something ends. */
    static int looks(String text) {
        var prose = new Prose(text);
        prose.read();
        return prose.looks;
    }

    private List<String> read() {
        boolean lineStarts = true;
        while (at < raw.length()) {
            char c = raw.charAt(at);
            if (c == '\n' || c == '\r') {
                end(false);
                at++;
                lineStarts = true;
                continue;
            }
            if (raw.startsWith("```", at)) skipPast("```");
            else if (lineStarts && raw.startsWith(">>>", at)) at = raw.length();
            else if (lineStarts && c == '>') skipLine();
            else if (c == '`') skipInlineCode();
            else if (c == '<') skipToken();
            else if (c == '@' && !inWord()) skipName();
            else if (c == 'h' && !inWord() && Stream.of("http://", "https://").anyMatch(it -> raw.startsWith(it, at)))
                skipLink();
            else take();
            lineStarts = lineStarts && Character.isWhitespace(c);
        }
        end(false);
        return sentences;
    }

    private void take() {
        int point = raw.codePointAt(at);
        at += Character.charCount(point);
        switch (point) {
            case '?', '？', '؟', '⁇' -> full(true);
            case '.', '!', '…', '。', '！', '‼' -> full(false);
            case '’', '‘', 'ʼ', '´' -> append('\'');
            default -> {
                switch (Character.getType(point)) {
                    case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> {
                        if (++marks <= MARKS_MAX && !sentence.isEmpty()) sentence.appendCodePoint(point);
                    }
                    case Character.CONTROL,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> blank();
                    case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> {}
                    default -> append(point);
                }
            }
        }
    }

    /** A full stop ends a sentence when a blank, another one, or nothing follows; inside {@code 17.10} it does not. */
    private void full(boolean asks) {
        boolean inside = at < raw.length() && Character.isLetterOrDigit(raw.charAt(at));
        if (inside) append(asks ? '?' : '.');
        else end(asks);
    }

    private void end(boolean asks) {
        String done = sentence.toString().strip();
        sentence.setLength(0);
        marks = 0;
        if (!done.isEmpty()) sentences.add(asks ? done + "?" : done);
        else if (asks && !sentences.isEmpty() && !sentences.getLast().endsWith("?") && raw.charAt(at - 1) != '\n')
            sentences.set(sentences.size() - 1, sentences.getLast() + "?"); // "what now...?", "really!?"
    }

    private void append(int point) {
        marks = 0;
        sentence.appendCodePoint(point);
    }

    private void blank() {
        marks = 0;
        if (!sentence.isEmpty() && sentence.charAt(sentence.length() - 1) != ' ') sentence.append(' ');
    }

    private void replaceUpTo(int end) {
        blank();
        at = end;
    }

    private void skipPast(String closing) {
        int end = raw.indexOf(closing, at + closing.length());
        replaceUpTo(end < 0 ? raw.length() : end + closing.length());
    }

    private void skipLine() {
        int end = raw.indexOf('\n', at);
        at = end < 0 ? raw.length() : end;
    }

    /** Up to the next back-tick of the line; one that stands alone is dropped. */
    private void skipInlineCode() {
        int end = at + 1;
        while (end < raw.length() && raw.charAt(end) != '`' && raw.charAt(end) != '\n') {
            looks++;
            end++;
        }
        replaceUpTo(end < raw.length() && raw.charAt(end) == '`' ? end + 1 : at + 1);
    }

    private void skipName() {
        int end = at + 1;
        while (end < raw.length() && (Character.isLetterOrDigit(raw.charAt(end)) || raw.charAt(end) == '_')) end++;
        replaceUpTo(end);
    }

    /**
     * Where a {@code <@1>}, {@code <#1>}, {@code <:name:1>}, {@code <t:1>} or {@code <https://...>} ends; 0 for a
     * plain {@code <}.
     */
    private int tokenEnd() {
        if (at < unclosedUpTo) return 0;
        boolean link = raw.startsWith("<http", at);
        int limit = link ? raw.length() : Math.min(raw.length(), at + TOKEN_MAX);
        int i = at + 1;
        for (; i < limit && !Character.isWhitespace(raw.charAt(i)); i++) {
            looks++;
            if (raw.charAt(i) == '>') return i + 1;
        }
        if (link) unclosedUpTo = i;
        return 0;
    }

    private void skipToken() {
        int end = tokenEnd();
        if (end > 0) replaceUpTo(end);
        else take();
    }

    /** A link stands for a thing: what comes after it does not go on with what was before. */
    private void skipLink() {
        int end = at;
        while (end < raw.length() && !Character.isWhitespace(raw.charAt(end))) end++;
        if (!sentence.isEmpty()) append(';');
        replaceUpTo(end);
    }

    private boolean inWord() {
        return at > 0 && isLetter(raw.charAt(at - 1));
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c);
    }
}
