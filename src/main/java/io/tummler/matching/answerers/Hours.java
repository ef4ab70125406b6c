package io.tummler.matching.answerers;

/** The hours of a day in UTC: 24 of a working day and 24 of Saturday or Sunday. */
final class Hours {
    static final int COUNT = 48;
    static final int IN_DAY = 24;

    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;
    /** 1970 began on a Thursday, two days before a Saturday. */
    private static final int FROM_SATURDAY = 5;

    private Hours() {}

    /** Which of them it is, {@code now} in seconds since 1970. */
    static int of(double now) {
        return ofDay(now) + (isWeekend(now) ? IN_DAY : 0);
    }

    static int ofDay(double now) {
        return (int) Math.floorMod((long) Math.floor(now / HOUR), (long) IN_DAY);
    }

    static boolean isWeekend(double now) {
        return Math.floorMod((long) Math.floor(now / DAY) + FROM_SATURDAY, 7L) < 2;
    }

    /** How often in this hour of any day. */
    static double at(float[] hours, int hour) {
        return hours[hour % IN_DAY] + hours[hour % IN_DAY + IN_DAY];
    }

    static double sum(float[] hours) {
        double sum = 0;
        for (float hour : hours) sum += hour;
        return sum;
    }

    static double sumOfDays(float[] hours, boolean weekend) {
        double sum = 0;
        for (int hour = 0; hour < IN_DAY; hour++) sum += hours[hour + (weekend ? IN_DAY : 0)];
        return sum;
    }
}
