package io.tummler.api;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Who does not want to be brought together with whom. Nobody but the one who wants it learns of it: what it keeps from
 * happening looks to everybody else like an ordinary silence.
 */
public interface Exclusions {
    /** Those of the others from whom this member is apart, by what either wants; whoever may be meant, counts. */
    Set<MemberId> apart(CommunityId community, MemberId member, Collection<MemberId> others);

    default boolean apart(CommunityId community, MemberId one, MemberId other) {
        return !apart(community, one, List.of(other)).isEmpty();
    }

    /** From now on this member is never brought together with that person; {@link ExclusionMade} tells so. */
    void exclude(CommunityId community, MemberId member, PersonRef person);
}
