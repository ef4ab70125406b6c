package io.tummler.matching.answerers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How the likeliest candidates looked when a thread was opened, to learn from when one of them answers.
 *
 * @param rows one row of features after the other
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record Lesson(List<Member> candidates, float[] rows) {
    static final Lesson NONE = new Lesson(List.of(), new float[0]);

    /** So many of the likeliest are kept: what learning would change for the others is next to nothing. */
    private static final int MOST_CANDIDATES = 40;

    static Lesson of(Table table, double[] scores) {
        List<Member> likeliest = new ArrayList<>();
        int[] order = table.best(scores);
        int size = Math.min(order.length, MOST_CANDIDATES);
        float[] rows = new float[size * Feature.COUNT];
        for (int i = 0; i < size; i++) {
            likeliest.add(table.members().get(order[i]));
            for (int f = 0; f < Feature.COUNT; f++) rows[i * Feature.COUNT + f] = (float) table.at(f, order[i]);
        }
        return new Lesson(likeliest, rows);
    }

    Lesson without(Set<Member> members) {
        if (candidates.stream().noneMatch(members::contains)) return this;
        List<Member> others = new ArrayList<>();
        float[] theirs = new float[rows.length];
        for (int i = 0; i < candidates.size(); i++) {
            if (members.contains(candidates.get(i))) continue;
            System.arraycopy(rows, i * Feature.COUNT, theirs, others.size() * Feature.COUNT, Feature.COUNT);
            others.add(candidates.get(i));
        }
        return new Lesson(others, theirs);
    }
}
