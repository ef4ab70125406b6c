package io.tummler.api;

/** A CDI event: nobody is listened to any more in this community, and nothing that was heard is to be held. */
public record ListeningEnded(CommunityId community) {}
