package io.tummler.matching.answerers;

/**
 * The most telling terms of a question, the heaviest first, and how heavy each is.
 *
 * @param terms their {@linkplain Terms#hash hashes}
 * @param inTitle whether they stand in the title
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
record Bag(long[] terms, float[] weights, boolean[] inTitle) {
    static final Bag EMPTY = new Bag(new long[0], new float[0], new boolean[0]);

    int size() {
        return terms.length;
    }

    double sum() {
        double sum = 0;
        for (float weight : weights) sum += weight;
        return sum == 0 ? 1 : sum;
    }

    double squares() {
        double sum = 0;
        for (float weight : weights) sum += (double) weight * weight;
        return sum == 0 ? 1 : sum;
    }
}
