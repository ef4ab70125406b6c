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
    /** Of a char at most. */
    private static final int UTF8_BYTES = 3;

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
        var reading = new Reading(plain.length(), to);
        int at = 0;
        while (at < plain.length()) {
            int c = plain.codePointAt(at);
            at += Character.charCount(c);
            if (isDropped(c)) continue;
            if (isSpace(c)) {
                reading.end();
            } else if (isPunctuation(c) || isCjk(c)) {
                reading.end();
                reading.add(c);
                reading.end();
            } else {
                reading.add(c);
            }
        }
        reading.end();
        return reading.letters == 0 ? 0 : (double) reading.known / reading.letters;
    }

    /** Goes on in one array of bytes: a text has a few dozen pieces, and looks for many times as many. */
    private final class Reading {
        private final IntConsumer to;
        /** The word so far in UTF-8, after the mark of a piece that continues one. */
        private final byte[] word;

        private int end = MARK;
        /** How long the word is as a string. */
        private int length;

        private boolean isWord;
        private int letters;
        private int known;

        Reading(int textLength, IntConsumer to) {
            this.to = to;
            word = new byte[MARK + textLength * UTF8_BYTES];
        }

        void add(int c) {
            if (length == 0) isWord = Character.isLetterOrDigit(c);
            length += Character.charCount(c);
            if (c < 0x80) {
                word[end++] = (byte) c;
                return;
            }
            for (byte one : Character.toString(c).getBytes(StandardCharsets.UTF_8)) word[end++] = one;
        }

        void end() {
            if (length == 0) return;
            int read = read();
            if (isWord) {
                letters += length;
                known += read;
            }
            end = MARK;
            length = 0;
        }

        /** How many of the word's letters are known, see {@link #cut}. */
        private int read() {
            int whole = pieces.id(word, MARK, end);
            if (whole == Pieces.NONE && length <= LONGEST_WORD && inflections) whole = base();
            if (whole != Pieces.NONE) {
                to.accept(whole);
                return length;
            }
            return length > LONGEST_WORD ? 0 : readInPieces();
        }

        private int base() {
            for (String base : Inflections.bases(new String(word, MARK, end - MARK, StandardCharsets.UTF_8))) {
                byte[] form = base.getBytes(StandardCharsets.UTF_8);
                int id = pieces.id(form, 0, form.length);
                if (id != Pieces.NONE) return id;
            }
            return Pieces.NONE;
        }

        private int readInPieces() {
            var found = new int[end - MARK];
            int count = 0;
            int inLongPieces = 0;
            int at = MARK;
            while (at < end) {
                int from = at;
                if (at > MARK) {
                    // What stood there has been read already.
                    from = at - MARK;
                    word[from] = '#';
                    word[from + 1] = '#';
                }
                int id = pieces.longest(word, from, at + 1, end);
                if (id == Pieces.NONE) return 0;
                found[count++] = id;
                int read = from + pieces.length(id) - at;
                if (read >= LONG_PIECE) inLongPieces += read;
                at += read;
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
