package io.tummler.matching.answerers;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the community knows of a term: how many messages had it, what stood beside it, and which openings are about
 * it.
 */
final class Term {
    /** The newest openings that are kept for a term. */
    private static final int MOST_POSTINGS = 600;

    record Posting(Opening opening, float weight) {}

    final long hash;
    int messages;
    /** When it was heard last, counted in messages. */
    int heard;
    /** The sum of the random vectors of what stood beside it; empty before anything did. */
    float[] context = {};

    private final Deque<Posting> postings = new ArrayDeque<>(1);

    Term(long hash) {
        this.hash = hash;
    }

    void post(Opening opening, float weight) {
        if (postings.size() == MOST_POSTINGS) postings.removeFirst();
        postings.addLast(new Posting(opening, weight));
    }

    void drop(Opening opening) {
        postings.removeIf(posting -> posting.opening == opening);
    }

    Iterable<Posting> postings() {
        return postings;
    }

    boolean isPosted() {
        return !postings.isEmpty();
    }
}
