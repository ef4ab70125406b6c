package io.tummler.api;

/** A CDI event: a member wrote in a thread that the bot opened. What was written, nobody here has seen. */
public record Stirred(CommunityId community, MemberId member, PlaceRef place) {}
