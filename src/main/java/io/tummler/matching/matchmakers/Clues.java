package io.tummler.matching.matchmakers;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * What tells the {@link Tongue}s apart, found in one pass over a text by a machine that goes from state to state with
 * each letter (Aho and Corasick, Efficient String Matching, 1975). Every text is read with it once or twice, and
 * looking each word up in each tongue takes many times as long.
 */
final class Clues {
    static final Clues ALL = new Clues(Tongue.ALL);

    /** How much a small word tells. */
    static final int SMALL_WORD = 3;
    /** How much a word with a letter of its own tells. */
    static final int LETTER = 2;

    private static final int ENDING = 1;

    private static final char BEGIN = '^';
    private static final char END = '$';

    /** So many tongues have room in {@link #found}. */
    private static final int ROOM = 10;

    private static final int ALL_TONGUES = (1 << ROOM) - 1;
    private static final int NAMED_BELOW = 0x180;
    private static final int IN_WORD = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK
            | 1 << Character.COMBINING_SPACING_MARK
            | 1 << Character.DECIMAL_DIGIT_NUMBER;

    private final int tongues;
    /** The characters that clues name are numbered from 1; all others are 0. */
    private final byte[] symbols = new byte[NAMED_BELOW];

    private int alphabet = 1;
    private int states = 1;
    /** By state and symbol the state that follows; in state 0 nothing has been recognised. */
    private char[][] next = new char[1][];
    /** By state what it tells: a bit a tongue for small words, above these for letters, above these for endings. */
    private int[] found = new int[1];

    private Clues(List<Tongue> all) {
        if (all.size() > ROOM) throw new IllegalArgumentException("no room for so many tongues: " + all.size());
        tongues = all.size();
        for (Tongue tongue : all) {
            name("" + BEGIN + END + tongue.letters());
            tongue.small().forEach(this::name);
            tongue.endings().forEach(this::name);
        }
        next[0] = new char[alphabet];
        for (int i = 0; i < tongues; i++) {
            Tongue tongue = all.get(i);
            for (String word : tongue.small()) add(BEGIN + word + END, 0, 0, 1 << i);
            for (String letter : tongue.letters().split("")) add(letter, 0, 0, 1 << ROOM + i);
            for (String ending : tongue.endings()) add(ending, 0, 0, 1 << 2 * ROOM + i);
        }
        link();
    }

    private void name(String clue) {
        for (char c : clue.toCharArray()) if (symbols[c] == 0) symbols[c] = (byte) alphabet++;
    }

    /** Adds what is left of a clue from there on to what follows that state. */
    private void add(String clue, int at, int state, int tells) {
        if (at == clue.length()) {
            if (at > 0) found[state] |= tells;
            return;
        }
        boolean choice = clue.charAt(at) == '[';
        int end = choice ? clue.indexOf(']', at) : at + 1;
        boolean but = choice && clue.charAt(at + 1) == BEGIN;
        String named = clue.substring(at + (but ? 2 : choice ? 1 : 0), end);
        var chosen = new boolean[alphabet];
        Arrays.fill(chosen, but);
        for (char c : named.toCharArray()) chosen[symbols[c]] = !but;
        for (int symbol = 0; symbol < alphabet; symbol++)
            if (chosen[symbol]) add(clue, choice ? end + 1 : end, following(state, symbol), tells);
    }

    private int following(int state, int symbol) {
        if (next[state][symbol] == 0) {
            if (states == next.length) {
                next = Arrays.copyOf(next, 2 * states);
                found = Arrays.copyOf(found, 2 * states);
            }
            next[states] = new char[alphabet];
            next[state][symbol] = (char) states++;
        }
        return next[state][symbol];
    }

    /** Where no clue goes on, what stands last may still be the beginning of another: that one is gone on with. */
    private void link() {
        var shorter = new char[states];
        Queue<Integer> nearestFirst = new ArrayDeque<>(List.of(0));
        while (!nearestFirst.isEmpty()) {
            int state = nearestFirst.remove();
            for (int symbol = 0; symbol < alphabet; symbol++) {
                int following = next[state][symbol];
                char instead = state == 0 ? 0 : next[shorter[state]][symbol];
                if (following == 0) {
                    next[state][symbol] = instead;
                } else {
                    shorter[following] = instead;
                    found[following] |= found[instead];
                    nearestFirst.add(following);
                }
            }
        }
    }

    /**
     * How much of a text speaks for each of the tongues, from 0 up: 3 for a small word, or else 2 for a letter, or else
     * 1 for an ending.
     *
     * @param text composed, in lower case
     */
    int[] votes(String text) {
        var votes = new int[tongues];
        int state = 0;
        int told = 0;
        boolean inWord = false;
        int point;
        for (int at = 0; at < text.length(); at += Character.charCount(point)) {
            point = text.codePointAt(at);
            if ((1 << Character.getType(point) & IN_WORD) != 0) {
                if (!inWord) {
                    state = next[0][symbols[BEGIN]];
                    told = 0;
                    inWord = true;
                }
                state = next[state][point < NAMED_BELOW ? symbols[point] : 0];
                told |= found[state];
            } else if (inWord) {
                count(told | found[next[state][symbols[END]]], votes);
                inWord = false;
            }
        }
        if (inWord) count(told | found[next[state][symbols[END]]], votes);
        return votes;
    }

    private static void count(int told, int[] votes) {
        int small = told & ALL_TONGUES;
        int letters = told >> ROOM & ~small & ALL_TONGUES;
        int endings = told >> 2 * ROOM & ~small & ~letters;
        add(SMALL_WORD, small, votes);
        add(LETTER, letters, votes);
        add(ENDING, endings, votes);
    }

    private static void add(int votes, int tongues, int[] to) {
        for (int left = tongues; left != 0; left &= left - 1) to[Integer.numberOfTrailingZeros(left)] += votes;
    }
}
