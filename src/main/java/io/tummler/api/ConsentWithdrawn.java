package io.tummler.api;

/** A CDI event: whatever an engine holds or plans under this purpose ends in the same transaction. */
public record ConsentWithdrawn(CommunityId community, MemberId member, Purpose purpose) {}
