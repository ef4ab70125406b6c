package io.tummler.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant who wrote something else. */
final class Suggestion {
    private static final int LONGEST = 64;

    private Suggestion() {}

    /** The nearest of the words, if no more than every third letter differs. */
    static Optional<String> of(String written, Collection<String> words) {
        if (written.length() > LONGEST) return Optional.empty();
        return words.stream()
                .filter(word -> distance(written, word) <= Math.max(1, Math.max(written.length(), word.length()) / 3))
                .min(Comparator.comparingInt(word -> distance(written, word)));
    }

    /** Letters to insert, drop, change or swap with their neighbour (optimal string alignment). */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
        return cost[one.length()][other.length()];
    }
}
