package io.tummler.api;

import java.util.Set;

/**
 * A CDI event: from now on this process answers for some communities, or no longer does. Where several processes share
 * the work, each community is one's alone, and the others' memory of it grows stale; so whoever holds anything in memory
 * about a community reads it anew when it is taken, and drops it when it is given up. Observers are done before the first
 * event of such a community comes, or after the last.
 */
public sealed interface Custody {
    Set<CommunityId> communities();

    record Taken(Set<CommunityId> communities) implements Custody {
        public Taken {
            communities = Set.copyOf(communities);
        }
    }

    record GivenUp(Set<CommunityId> communities) implements Custody {
        public GivenUp {
            communities = Set.copyOf(communities);
        }
    }
}
