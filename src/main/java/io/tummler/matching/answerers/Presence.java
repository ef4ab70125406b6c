package io.tummler.matching.answerers;

/** What one member did in one channel. */
final class Presence {
    static final double NEVER = Double.NEGATIVE_INFINITY;

    final Decayed messages = new Decayed(Decayed.IN_30_AND_90_DAYS);
    final Decayed messagesByMessages = new Decayed(Decayed.IN_100_EVENTS);
    final Decayed answers = new Decayed(Decayed.IN_30_AND_90_DAYS_AND_A_YEAR);
    final Decayed firstAnswers = new Decayed(Decayed.IN_90_DAYS);
    final Decayed answersByOpenings = new Decayed(Decayed.IN_30_AND_100_EVENTS);
    double lastMessage = NEVER;
    double lastAnswer = NEVER;
    /** The number of this member's last message among the channel's. */
    int messageNumber;
    /** How many openings there had been in the channel when this member last answered one. */
    int openingsAtAnswer;

    void say(Channel here, double now) {
        messages.addOne(now);
        messagesByMessages.addOne(here.messages);
        messageNumber = here.messages;
        lastMessage = now;
    }

    void answer(Channel here, double now, boolean first) {
        answers.addOne(now);
        answersByOpenings.addOne(here.openings);
        if (first) firstAnswers.addOne(now);
        lastAnswer = now;
        openingsAtAnswer = here.openings;
    }
}
