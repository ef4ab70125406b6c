package io.tummler.credit.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a rater gets to see of a town.
 *
 * @param members how many there are, numbered from 0
 * @param trusted those that a moderator vouches for
 * @param words in no order
 * @param now in seconds
 */
record World(int members, List<Integer> trusted, List<Word> words, long now) {
    static final long DAY = 86_400;
    static final long WEEK = 7 * DAY;
    static final int HALF_A_YEAR_WEEKS = 26;

    /** How much a word says: that somebody helped, as one says when asked after an introduction, or just thanks. */
    static final double HELPED = 1;

    static final double THANKS = .5;

    /** {@code by} said that {@code of} helped. */
    record Word(int by, int of, double worth, long at) {}

    World with(int newcomers, List<Word> more) {
        var all = new ArrayList<Word>(words.size() + more.size());
        all.addAll(words);
        all.addAll(more);
        return new World(members + newcomers, trusted, all, now);
    }

    /** The same as if this member had never said or heard a word. */
    World without(int member) {
        List<Word> others = words.stream()
                .filter(word -> word.by != member && word.of != member)
                .toList();
        return new World(members, trusted, others, now);
    }

    /** The numbers that so many newcomers get. */
    List<Integer> newcomers(int count) {
        return IntStream.range(members, members + count).boxed().toList();
    }

    /** The time so many days ago. */
    long day(int ago) {
        return now - (ago + 1) * DAY;
    }

    /** The same once a week for half a year. */
    List<Word> weekly(int by, int of, double worth) {
        return weekly(by, of, worth, HALF_A_YEAR_WEEKS);
    }

    private List<Word> weekly(int by, int of, double worth, int weeks) {
        return IntStream.range(0, weeks)
                .mapToObj(week -> new Word(by, of, worth, now - week * WEEK - DAY))
                .toList();
    }

    /** Two say for half a year that the other helped. */
    List<Word> bothWays(int one, int other) {
        var said = new ArrayList<>(weekly(one, other, HELPED));
        said.addAll(weekly(other, one, HELPED));
        return said;
    }

    /** Each thanks each of the others once a week. */
    List<Word> eachOther(List<Integer> ring, int weeks) {
        var said = new ArrayList<Word>();
        for (int by : ring) for (int of : ring) if (by != of) said.addAll(weekly(by, of, THANKS, weeks));
        return said;
    }
}
