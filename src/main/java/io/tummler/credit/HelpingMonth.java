package io.tummler.credit;

import java.time.YearMonth;

/** How the members of one community helped each other in one month, in UTC. */
sealed interface HelpingMonth {
    YearMonth month();

    /** So few took part that figures would tell of each of them. */
    record Withheld(YearMonth month) implements HelpingMonth {}

    /**
     * @param members how many helped or were helped
     * @param words how often somebody said so
     * @param reciprocity how far help goes both ways between the same two
     * @param returned how much of it came back from anyone
     * @param gini how unevenly helping is spread over those who took part: 0 if all helped as much, towards 1 if one
     *     member did it all
     */
    record Counted(YearMonth month, int members, int words, Mutual reciprocity, Returned returned, double gini)
            implements HelpingMonth {}

    /**
     * How much of all help goes both ways between the same two, beside what chance would bring if everybody gave and
     * got as much, but of and to whomever.
     *
     * @param measured 0 to 1
     * @param byChance 0 to 1, the mean
     * @param chanceLow from here, 0 to 1
     * @param chanceHigh to here, 0 to 1, chance would bring it in 95 of 100 cases
     */
    record Mutual(double measured, double byChance, double chanceLow, double chanceHigh) {}

    /** How much of the help in a month came back. */
    sealed interface Returned {
        /**
         * @param share 0 to 1: of all words that somebody helped, those after which that one was helped by anyone in time
         */
        record Share(double share) implements Returned {}

        /** There is still time for it to come back. */
        record NotYetKnown() implements Returned {}
    }
}
