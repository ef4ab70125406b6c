package io.tummler.api;

import java.time.Instant;

/** CDI event: time has passed in a community, as a {@link Tick} says, but told in every {@link Mode}, too. */
public record Beat(CommunityId community, Instant now) {}
