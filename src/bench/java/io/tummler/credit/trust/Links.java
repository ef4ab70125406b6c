package io.tummler.credit.trust;

import io.tummler.credit.trust.World.Word;
import java.util.Arrays;

/**
 * Who said something of whom, all words of one member of the same other together. Those whom the member {@code m} spoke of
 * stand in {@link #to} from {@code start[m]} to before {@code start[m + 1]}, by their numbers.
 */
final class Links {
    final int members;
    final int[] start;
    final int[] to;
    /** What was said in sum. */
    final double[] weight;

    Links(World world) {
        members = world.members();
        Word[] words = world.words().toArray(Word[]::new);
        // By pair first; what then differs adds up to the same in whatever order it was told.
        Arrays.sort(words, (one, other) -> {
            int by = Integer.compare(one.by(), other.by());
            if (by != 0) return by;
            int of = Integer.compare(one.of(), other.of());
            return of != 0 ? of : Double.compare(one.worth(), other.worth());
        });
        start = new int[members + 1];
        int[] ends = new int[words.length];
        double[] sums = new double[words.length];
        int links = 0;
        for (int i = 0; i < words.length; i++) {
            if (i == 0 || words[i].by() != words[i - 1].by() || words[i].of() != words[i - 1].of()) {
                ends[links++] = words[i].of();
                start[words[i].by() + 1]++;
            }
            sums[links - 1] += words[i].worth();
        }
        for (int member = 0; member < members; member++) start[member + 1] += start[member];
        to = Arrays.copyOf(ends, links);
        weight = Arrays.copyOf(sums, links);
    }
}
