package io.tummler.api;

import java.util.List;

/** Says what a change of policy does to members and tasks, for moderators to read beside the change. A bean. */
public interface PolicyEffect {
    /** Nothing for a change that does nothing to whom this engine looks after. Runs in a transaction. */
    List<Sentence> of(CommunityId community, Policy before, Policy after);
}
