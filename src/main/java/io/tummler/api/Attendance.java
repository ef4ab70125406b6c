package io.tummler.api;

import java.util.List;
import java.util.function.Predicate;

/**
 * Who is still there. No platform tells when somebody leaves, so members of whom nothing was seen for a while are looked
 * for. Each call is a transaction, or part of one, and none may wait for a platform.
 */
public interface Attendance {
    /**
     * The members who are to be looked for now, those first who have waited longest. Not those of a community that the bot
     * is not in.
     *
     * @param served which communities count
     */
    List<Missed> missed(Predicate<CommunityRef> served, int most);

    /** Somebody to look for. */
    record Missed(CommunityRef community, MemberId member, PersonRef person) {}

    /**
     * What a platform said of somebody who was missed. Whoever has been gone for as long as moderators allow is forgotten
     * here, as if they had asked for it; until then nothing changes for anybody.
     */
    void found(MemberId member, ChatPlatform.Presence presence);

    /** Takes note that the bot is not in a community any more. */
    void removed(CommunityRef community);

    /** The communities that the bot has been away from for so long that nothing of them may be kept. */
    List<CommunityId> expired(Predicate<CommunityRef> served);
}
