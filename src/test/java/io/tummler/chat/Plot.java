package io.tummler.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * All that happens by chance in a {@link DeniabilityRun}, but for what the one helper does who is looked at: the same seed
 * gives the same plot, whoever that is.
 *
 * @param offer what that helper offers
 * @param place how many of the neighbours offered theirs before
 * @param looks what the asker does besides, in the order of time
 */
record Plot(Asker asker, List<Neighbour> neighbours, String offer, int place, List<Look> looks) {
    static final String WHAT_OTHERS_NEED = "piano tuning";
    static final String WHAT_OTHERS_ARE_OFFERED = "tuning a piano";

    private static final List<String> OFFERS = List.of(
            "baking sourdough bread",
            "sourdough bread",
            "sourdough bread of rye",
            "bread, and sourdough to begin with",
            "a course in sourdough bread for beginners",
            "milling flour for sourdough bread");
    private static final List<String> NEEDS =
            List.of("sourdough bread", "good sourdough bread", "baking sourdough bread", "bread of sourdough");

    /** Some towns have more helpers than are asked at once. */
    private static final int NEIGHBOURS_MAX = 6;

    private static final int LOOKS_MAX = 6;
    private static final Duration LASTS = Duration.ofDays(8);

    /** What somebody says who is asked. */
    enum Temper {
        NOTHING,
        NO,
        YES
    }

    /**
     * @param moreNeed for which the asker may ask as well
     * @param hearsDirectly or else reads in {@code /me} what there is to hear
     * @param hasNights in which the asker is asked nothing
     * @param after how long after the day began the asker asks
     * @param thinks how long the asker takes to answer whatever is asked
     */
    record Asker(
            String need,
            String moreNeed,
            boolean discreet,
            boolean hearsDirectly,
            boolean hasNights,
            Duration after,
            Temper temper,
            Duration thinks,
            boolean asksAgain) {}

    /** Another one who could help. */
    record Neighbour(String offer, boolean hasNights, Temper temper, Duration thinks) {}

    /** What the asker does, and how long after asking. */
    record Look(Duration after, What what) {}

    enum What {
        READS_ME,
        EXPORTS,
        COUNTS,
        SEES_TASKS,
        ASKS_ABOUT_IT,
        SAYS_IT_AGAIN,
        ASKS_FOR_MORE,
        THANKS_THE_HELPER,
        INTRODUCES_THE_HELPER
    }

    static Plot of(long seed) {
        var chance = new SplittableRandom(seed);
        List<Neighbour> neighbours = new ArrayList<>();
        int many = chance.nextInt(NEIGHBOURS_MAX + 1);
        for (int i = 0; i < many; i++)
            neighbours.add(new Neighbour(
                    one(OFFERS, chance),
                    chance.nextInt(4) == 0,
                    one(List.of(Temper.values()), chance),
                    within(Duration.ofDays(3), chance)));
        List<Look> looks = new ArrayList<>();
        int often = 2 + chance.nextInt(LOOKS_MAX - 1);
        for (int i = 0; i < often; i++) looks.add(new Look(within(LASTS, chance), one(List.of(What.values()), chance)));
        looks.sort(Comparator.comparing(Look::after));
        return new Plot(
                asker(chance),
                List.copyOf(neighbours),
                one(OFFERS, chance),
                chance.nextInt(many + 1),
                List.copyOf(looks));
    }

    private static Asker asker(SplittableRandom chance) {
        return new Asker(
                one(NEEDS, chance),
                one(NEEDS, chance),
                chance.nextInt(4) == 0,
                chance.nextInt(4) != 0,
                chance.nextInt(3) == 0,
                within(Duration.ofDays(1), chance),
                one(List.of(Temper.values()), chance),
                within(Duration.ofDays(2), chance),
                chance.nextBoolean());
    }

    private static <T> T one(List<T> of, SplittableRandom chance) {
        return of.get(chance.nextInt(of.size()));
    }

    /** In whole seconds. */
    private static Duration within(Duration most, SplittableRandom chance) {
        return Duration.ofSeconds(chance.nextLong(1, most.toSeconds()));
    }
}
