package io.tummler.matching.answerers;

import java.util.ArrayDeque;
import java.util.Deque;

/** What happened last in a channel. */
final class Channel {
    private static final int MOST_MESSAGES = 30;
    private static final int MOST_OPENINGS = 10;

    record Said(Member author, double at) {}

    int messages;
    int openings;
    /** The oldest first. */
    final Deque<Said> lastSaid = new ArrayDeque<>();

    final Deque<Opening> lastOpenings = new ArrayDeque<>();

    void say(Member author, double at) {
        messages++;
        if (lastSaid.size() == MOST_MESSAGES) lastSaid.removeFirst();
        lastSaid.addLast(new Said(author, at));
    }

    void open(Opening opening) {
        openings++;
        if (lastOpenings.size() == MOST_OPENINGS) lastOpenings.removeFirst();
        lastOpenings.addLast(opening);
    }
}
