package io.tummler.distil;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the table has vectors for: the encoder's own pieces of Latin letters and digits, then words of WordNet that it
 * knows only in pieces.
 *
 * @param pieces how each is written
 * @param kinds what each is
 * @param ranks the place of each by frequency, from 1
 * @param alone what the encoder reads to know each alone
 */
record Rows(List<String> pieces, List<Kind> kinds, List<Integer> ranks, List<int[]> alone) {
    /** The first whole word of the vocabulary, which is in the order of frequency from there on. */
    private static final int FIRST_WORD = 1996;

    private static final int RANK_OF_A_CHARACTER = 30;
    private static final Pattern KEPT = Pattern.compile("(##)?[\\p{IsLatin}\\p{Nd}]+");

    enum Kind {
        WORD,
        CONTINUING,
        ADDED
    }

    static Rows of(Teacher teacher, WordNet wordNet, int words) {
        var rows = new Rows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<String> vocabulary = teacher.vocabulary();
        for (int id = 0; id < vocabulary.size(); id++) {
            String piece = vocabulary.get(id);
            if (!KEPT.matcher(piece).matches()) continue;
            rows.add(
                    piece,
                    piece.startsWith("##") ? Kind.CONTINUING : Kind.WORD,
                    id < FIRST_WORD ? RANK_OF_A_CHARACTER : id - FIRST_WORD + 1,
                    // The wrong way round, as Model2Vec does: it is better so, nobody knows why.
                    new int[] {teacher.id("[SEP]"), id, teacher.id("[CLS]")});
        }
        for (String word : wordNet.wordsBeyond(new HashSet<>(vocabulary), words))
            rows.add(word, Kind.ADDED, vocabulary.size(), teacher.tokens(word));
        return rows;
    }

    private void add(String piece, Kind kind, int rank, int[] tokens) {
        pieces.add(piece);
        kinds.add(kind);
        ranks.add(rank);
        alone.add(tokens);
    }

    int size() {
        return pieces.size();
    }
}
