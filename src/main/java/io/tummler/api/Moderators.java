package io.tummler.api;

/** Those who look after a community. */
public interface Moderators {
    /** Whether what is {@link Outgoing.ToModerators put into the outbox for them} has a channel to go to, as far as is known. */
    boolean areReachable(CommunityId community);
}
