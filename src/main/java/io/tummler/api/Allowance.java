package io.tummler.api;

/** How often a member may do within 24 hours what costs others something. */
public interface Allowance {
    enum Act {
        /** Says something new that is looked for or offered. */
        STATEMENT,
        /** Has others asked about a need. */
        ASKING,
        /** Turns to the moderators. */
        REPORT
    }

    /**
     * Takes one of so many, if one is left.
     *
     * @param most how many there are in any 24 hours, at least 1
     */
    boolean take(CommunityId community, MemberId member, Act act, int most);
}
