package io.tummler.matching.answerers;

/**
 * Counts that fall by half, each at its own pace, of one and the same kind of event. The clock is any number that never
 * falls: seconds, or how many events of another kind there were.
 */
final class Decayed {
    private static final double DAY = 86_400;
    static final double[] IN_30_DAYS = {30 * DAY};
    static final double[] IN_90_DAYS = {90 * DAY};
    static final double[] IN_30_AND_90_DAYS = {30 * DAY, 90 * DAY};
    static final double[] IN_30_AND_90_DAYS_AND_A_YEAR = {30 * DAY, 90 * DAY, 365 * DAY};
    static final double[] IN_A_YEAR = {365 * DAY};
    static final double[] IN_30_EVENTS = {30};
    static final double[] IN_30_AND_100_EVENTS = {30, 100};
    static final double[] IN_30_AND_100_AND_300_EVENTS = {30, 100, 300};
    static final double[] IN_100_EVENTS = {100};
    static final double[] IN_3000_EVENTS = {3_000};

    private static final double LN_2 = StrictMath.log(2);

    private final double[] halfLives;
    /** Empty before the first: most members never do most things. */
    private double[] values = {};

    private double clock;

    Decayed(double[] halfLives) {
        this.halfLives = halfLives;
    }

    void addOne(double now) {
        if (values.length == 0) values = new double[halfLives.length];
        for (int i = 0; i < values.length; i++) values[i] = at(i, now) + 1;
        clock = now;
    }

    /** The count that falls by the half-life of this index. */
    double at(int index, double now) {
        return values.length == 0 ? 0 : values[index] * StrictMath.exp(-LN_2 / halfLives[index] * (now - clock));
    }

    double at(double now) {
        return at(0, now);
    }
}
