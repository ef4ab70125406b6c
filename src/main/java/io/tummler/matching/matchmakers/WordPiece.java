package io.tummler.matching.matchmakers;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Cuts text up as the uncased BERT models do (Wu et al., Google's Neural Machine Translation System, 2016; Devlin et
 * al., BERT, 2019): control characters dropped, lower case, accents stripped, punctuation and CJK characters each a
 * word of its own, and each word cut into the longest known pieces from the left. A piece that continues a word
 * begins with {@code ##}.
 */
public final class WordPiece {
    private static final int LONGEST_WORD = 100;
    private static final int MARK = 2;
    private static final int LONG_PIECE = 5;

    private final Pieces pieces;
    private final boolean inflections;

    /**
     * @param inflections whether an unknown form of a known English word is taken for that word before it is cut up;
     *     BERT itself does not do so
     */
    public WordPiece(Pieces pieces, boolean inflections) {
        this.pieces = pieces;
        this.inflections = inflections;
    }

    /**
     * Gives the number of each piece of the text in order; a word that can't be cut into known pieces gives none.
     *
     * @return the part of the text's letters and digits that is known, 0 to 1: that stands in words known as a whole
     *     or in pieces of five at least, which chance seldom finds; 0 where the text has none
     */
    public double cut(String text, IntConsumer to) {
        String plain = Accents.apart(text.toLowerCase(Locale.ROOT));
        var reading = new Reading(to);
        int at = 0;
        while (at < plain.length()) {
            int c = plain.codePointAt(at);
            at += Character.charCount(c);
            if (isDropped(c)) continue;
            if (isSpace(c)) {
                reading.end();
            } else if (isPunctuation(c) || isCjk(c)) {
                reading.end();
                reading.word.appendCodePoint(c);
                reading.end();
            } else {
                reading.word.appendCodePoint(c);
            }
        }
        reading.end();
        return reading.letters == 0 ? 0 : (double) reading.known / reading.letters;
    }

    private final class Reading {
        private final IntConsumer to;
        private final StringBuilder word = new StringBuilder();
        private int letters;
        private int known;

        Reading(IntConsumer to) {
            this.to = to;
        }

        void end() {
            if (word.isEmpty()) return;
            int length = Character.isLetterOrDigit(word.codePointAt(0)) ? word.length() : 0;
            letters += length;
            int read = read(word.toString());
            if (length > 0) known += read;
            word.setLength(0);
        }

        /** How many of the word's letters are known, see {@link #cut}. */
        private int read(String word) {
            byte[] bytes = ("##" + word).getBytes(StandardCharsets.UTF_8);
            int whole = pieces.id(bytes, MARK, bytes.length);
            if (whole != Pieces.NONE) {
                to.accept(whole);
                return word.length();
            }
            if (word.length() > LONGEST_WORD) return 0;
            if (inflections) {
                for (String base : Inflections.bases(word)) {
                    byte[] form = base.getBytes(StandardCharsets.UTF_8);
                    int id = pieces.id(form, 0, form.length);
                    if (id != Pieces.NONE) {
                        to.accept(id);
                        return word.length();
                    }
                }
            }
            return readInPieces(bytes);
        }

        private int readInPieces(byte[] word) {
            var found = new int[word.length];
            int count = 0;
            int inLongPieces = 0;
            int at = MARK;
            while (at < word.length) {
                int from = at;
                if (at > MARK) {
                    // What stood there has been read already.
                    from = at - MARK;
                    word[from] = '#';
                    word[from + 1] = '#';
                }
                int end = word.length;
                int id = pieces.id(word, from, end);
                while (id == Pieces.NONE && end > at + 1) id = pieces.id(word, from, --end);
                if (id == Pieces.NONE) return 0;
                found[count++] = id;
                if (end - at >= LONG_PIECE) inLongPieces += end - at;
                at = end;
            }
            for (int i = 0; i < count; i++) to.accept(found[i]);
            return inLongPieces;
        }
    }

    private static boolean isDropped(int c) {
        if (c == 0 || c == 0xfffd) return true;
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK -> true;
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> !isSpace(c);
            default -> false;
        };
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static boolean isPunctuation(int c) {
        if (c < 0x80) return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isCjk(int c) {
        return (c >= 0x4e00 && c <= 0x9fff)
                || (c >= 0x3400 && c <= 0x4dbf)
                || (c >= 0x20000 && c <= 0x2a6df)
                || (c >= 0x2a700 && c <= 0x2ceaf)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0x2f800 && c <= 0x2fa1f);
    }
}
