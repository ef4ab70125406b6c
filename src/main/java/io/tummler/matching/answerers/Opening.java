package io.tummler.matching.answerers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A thread, by the message that opened it. Who else writes there within a week answers it. */
final class Opening {
    private static final double WEEK = 7 * 86_400;
    /** So many who wrote in a thread, and not more, are told apart. */
    private static final int MOST_WRITERS = 200;

    private final long number;
    private final double at;
    private final Channel channel;
    private final boolean hasCode;
    private final int experience;
    /** Each with a number of its own, which says nothing once it is gone. */
    private final Map<Member, Integer> writers = new LinkedHashMap<>();

    private final List<Member> answerers = new ArrayList<>();
    private final TermSet contributed = new TermSet();
    private Optional<Member> starter;
    private Bag bag;
    private double length;
    private double[] meaning;
    private Lesson lesson;
    private int numbers;

    /** How much it is like a question, while the nearest are looked for. */
    double likeness;

    Opening(long number, Member starter, Channel channel, double at, boolean hasCode, Bag bag, double[] meaning) {
        this.number = number;
        this.starter = Optional.of(starter);
        this.channel = channel;
        this.at = at;
        this.hasCode = hasCode;
        this.experience = starter.experience();
        this.bag = bag;
        this.length = StrictMath.sqrt(bag.squares());
        this.meaning = meaning;
        this.lesson = Lesson.NONE;
        writers.put(starter, numbers++);
    }

    /** Keeps how its candidates looked when it was opened. */
    void keep(Lesson learned) {
        lesson = learned;
    }

    /** Whether a member's message at this time is that member's answer; if so, it is the only one. */
    boolean write(Member author, double now) {
        if (numbers == MOST_WRITERS || writers.containsKey(author)) return false;
        writers.put(author, numbers++);
        if (isOver(now)) return false;
        answerers.add(author);
        return true;
    }

    /** Whether somebody who writes here, but is not the starter, uses this term here for the first time. */
    boolean contributes(Member author, long term) {
        Integer writer = writers.get(author);
        return writer != null && writer > 0 && contributed.add(term * MOST_WRITERS + writer);
    }

    /** The same, of any term. */
    boolean contributes(Member author) {
        return contributes(author, 0);
    }

    boolean isOver(double now) {
        return now - at > WEEK;
    }

    /** Drops what is of use for answers only. */
    void close() {
        lesson = Lesson.NONE;
        meaning = new double[0];
    }

    void forget(Set<Member> members, Vocabulary vocabulary) {
        writers.keySet().removeAll(members);
        answerers.removeAll(members);
        lesson = lesson.without(members);
        if (starter.filter(members::contains).isEmpty()) return;
        starter = Optional.empty();
        empty(vocabulary);
    }

    /** Forgets everything. */
    void retire(Vocabulary vocabulary) {
        starter = Optional.empty();
        writers.clear();
        answerers.clear();
        empty(vocabulary);
    }

    private void empty(Vocabulary vocabulary) {
        vocabulary.unpost(this);
        bag = Bag.EMPTY;
        length = 1;
        close();
    }

    long number() {
        return number;
    }

    double at() {
        return at;
    }

    Channel channel() {
        return channel;
    }

    boolean hasCode() {
        return hasCode;
    }

    /** The starter's, before. */
    int experience() {
        return experience;
    }

    /** Nobody when the starter was forgotten. */
    Optional<Member> starter() {
        return starter;
    }

    Set<Member> writers() {
        return writers.keySet();
    }

    List<Member> answerers() {
        return answerers;
    }

    Bag bag() {
        return bag;
    }

    /** The length of the bag as a vector. */
    double length() {
        return length;
    }

    /** Empty when it is closed. */
    double[] meaning() {
        return meaning;
    }

    Lesson lesson() {
        return lesson;
    }
}
