package io.tummler.api;

/** A CDI event: something new closes a ring, which nobody was told of. */
public record RingFound(CommunityId community, Ring ring) {}
