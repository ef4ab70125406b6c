package io.tummler.api;

import java.time.Instant;

/** Whose attention may be asked for when. */
public interface Attention {
    /**
     * Whether this member may be asked something at this moment: not in their night, not on a day on which nobody is, and
     * not while introductions are switched off. Asked again from time to time about whatever has to wait.
     */
    boolean mayBeAsked(CommunityId community, MemberId member, Instant at);

    /** Whether this member wants to be asked nothing at all for a while, by a decision and not by the hour. */
    boolean isPaused(MemberId member, Instant at);
}
