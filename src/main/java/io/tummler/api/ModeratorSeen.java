package io.tummler.api;

/**
 * A CDI event: the platform told, with a command, whether this member may manage the community. Comes in the same
 * transaction as, and before, what the command does.
 */
public record ModeratorSeen(CommunityId community, MemberId member, boolean moderator) {}
