package io.tummler.credit.trust;

import static io.tummler.credit.trust.TuningTown.DAY;
import static io.tummler.credit.trust.TuningTown.NOW;
import static io.tummler.credit.trust.TuningTown.THANKS;

import io.tummler.credit.trust.TuningTown.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What those say who want more than they earned. */
final class TuningAttacks {
    private static final int OFTEN = 6;
    private static final int WEEKS = 26;
    private static final int FAKES_PER_FAKE = 5;

    enum Shape {
        CYCLE,
        PATH,
        STAR,
        MIXED
    }

    private TuningAttacks() {}

    /** Accounts that an attacker made up, numbered from {@code first} on, who say of each other whatever it likes. */
    static List<Word> fakes(int attacker, int first, int count, Shape shape, long seed) {
        var chance = new Random(seed);
        List<Word> words = new ArrayList<>();
        for (int fake = first; fake < first + count; fake++) {
            int next = fake + 1 == first + count ? attacker : fake + 1;
            switch (shape) {
                case CYCLE, PATH -> {
                    if (fake == first) often(words, attacker, fake);
                    if (shape == Shape.CYCLE || next != attacker) often(words, fake, next);
                }
                case STAR -> {
                    often(words, attacker, fake);
                    often(words, fake, attacker);
                }
                case MIXED -> {
                    often(words, attacker, fake);
                    for (int more = 0; more < FAKES_PER_FAKE; more++) {
                        int other = first - 1 + chance.nextInt(count + 1);
                        other = other == first - 1 ? attacker : other;
                        if (other != fake) often(words, fake, other);
                    }
                }
            }
        }
        return words;
    }

    private static void often(List<Word> words, int by, int of) {
        for (int time = 0; time < OFTEN; time++) words.add(new Word(by, of, THANKS, NOW));
    }

    /** Everybody thanks everybody else once a week for half a year. */
    static List<Word> ring(List<Integer> members) {
        List<Word> words = new ArrayList<>();
        for (int by : members) {
            for (int of : members) {
                if (by == of) continue;
                for (int week = 0; week < WEEKS; week++) words.add(new Word(by, of, THANKS, NOW - week * 7 * DAY));
            }
        }
        return words;
    }

    /** Everybody thanks everybody else once, some time ago. */
    static List<Word> circle(List<Integer> members) {
        return ring(members).stream()
                .filter(word -> word.at() == NOW - WEEKS / 2 * 7 * DAY)
                .toList();
    }

    /** Each of these says once of each of those that it helped. */
    static List<Word> vouching(List<Integer> members, List<Integer> of, double worth) {
        List<Word> words = new ArrayList<>();
        for (int by : members) for (int one : of) words.add(new Word(by, one, worth, NOW));
        return words;
    }
}
