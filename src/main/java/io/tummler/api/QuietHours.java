package io.tummler.api;

/**
 * The hours of each day in which somebody is not to be asked anything.
 *
 * @param from the hour with which they begin, 0 to 23
 * @param until the hour with which they end, 0 to 23; where it is smaller than {@code from}, on the next day
 */
public record QuietHours(
        @Section.Key(value = "The hour with which the quiet begins.", min = 0, max = 23)
        int from,

        @Section.Key(value = "The hour with which it ends.", min = 0, max = 23)
        int until) {
    public QuietHours {
        if (from < 0 || from > 23 || until < 0 || until > 23)
            throw new IllegalArgumentException("an hour is from 0 to 23: from " + from + " until " + until);
        if (from == until)
            throw new IllegalArgumentException(
                    "quiet hours from " + from + " until " + until + " cover the whole day: nobody could be asked");
    }

    /** How many hours they are, 1 to 23. */
    public int length() {
        return Math.floorMod(until - from, 24);
    }

    /**
     * @param hour of the day, 0 to 23
     */
    public boolean include(int hour) {
        return Math.floorMod(hour - from, 24) < length();
    }
}
